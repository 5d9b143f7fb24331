import { expect, test } from 'vitest';
import type { AuditTerm } from '../model/protocol.ts';
import { bySign, coveredShares, listed, placeSums, termsHolding } from './auditTerms.ts';

const term = (product: number, row = 0, column = 0, node = 'x'): AuditTerm => ({
  node,
  row,
  column,
  channel: 0,
  value: product,
  factor: 1,
  product,
});

test('shares add up to one, signs aside', () => {
  const shares = coveredShares([term(-5), term(3), term(1), term(-1)]);
  expect([...shares]).toEqual([0.5, 0.8, 0.9, 1]);
  expect(termsHolding(shares, 0.5)).toBe(1);
  expect(termsHolding(shares, 0.85)).toBe(3);
  expect([...coveredShares([term(0), term(0)])]).toEqual([0, 0]);
});

test('what pushes up and what pushes down', () => {
  expect(bySign([term(-5), term(3), term(0), term(1)])).toEqual({
    up: { sum: 4, count: 2 },
    down: { sum: -5, count: 1 },
  });
});

test('what each place of a window adds', () => {
  const sums = placeSums({ terms: [term(1, 4, 7), term(2, 5, 8), term(-4, 5, 8), term(0.5, 4, 8)] })!;
  expect(sums).toMatchObject({ top: 4, left: 7, height: 2, width: 2 });
  expect([...sums.values]).toEqual([1, 0.5, 0, -2]);
  expect(sums.largest).toEqual({ row: 5, column: 8, value: -2 });
  expect(placeSums({ terms: [term(1, 4, 7), term(2, 4, 7)] })).toBeNull();
  expect(placeSums({ terms: [term(1, 4, 7), term(2, 4, 8, 'y')] })).toBeNull();
});

test('of a max pool’s values the one that passes stands first, then the others by value', () => {
  const passed = { ...term(3), factor: 1 };
  const others = [1, 2].map((value) => ({ ...term(0), value, factor: 0 }));
  expect(listed('maxPool', [others[0], passed, others[1]]).map(({ value }) => value)).toEqual([3, 2, 1]);
  expect(listed('conv', [others[0], passed]).map(({ value }) => value)).toEqual([1, 3]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapsReport } from '../state/testing/scriptedClient.ts';
import { largestCells } from './cells.ts';

const report = (values: number[], width: number) => ({
  ...mapsReport('x', 1),
  shape: [values.length / width, width, 1],
  values: Float32Array.from(values),
});

test('the largest cells are those that a full sort puts first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 12, maxLength: 12 }), (values) => {
      const sorted = values
        .map((value, i) => ({ row: Math.floor(i / 4), column: i % 4, value }))
        .sort((a, b) => b.value - a.value);
      expect(largestCells(report(values, 4), 0, 5)).toEqual(sorted.slice(0, 5));
    }),
  );
});

test('of another channel; fewer than wanted where there are no more', () => {
  const two = { ...mapsReport('x', 1), shape: [1, 2, 2], values: Float32Array.of(9, 8, 1, 2) };
  expect(largestCells(two, 1, 5)).toEqual([
    { row: 0, column: 1, value: 2 },
    { row: 0, column: 0, value: 1 },
  ]);
});

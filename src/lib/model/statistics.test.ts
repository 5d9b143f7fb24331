import { expect, it } from 'vitest';
import { spreadOf } from './statistics.ts';

it('a spread is that of a sample', () => {
  // Deviations −3, −1, 1, 3 from 5: 20 / 3.
  const { count, mean, std, standardError } = spreadOf([2, 4, 6, 8]);
  expect([count, mean]).toEqual([4, 5]);
  expect(std).toBeCloseTo(Math.sqrt(20 / 3), 12);
  expect(standardError).toBeCloseTo(Math.sqrt(20 / 3) / 2, 12);
  expect(spreadOf([7])).toEqual({ count: 1, mean: 7, std: 0, standardError: 0 });
  expect(spreadOf([])).toEqual({ count: 0, mean: NaN, std: 0, standardError: 0 });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centre, logScale, seriesPath } from './logScale.ts';

test('whole decades around the values; each decade takes the same height', () => {
  const scale = logScale([3e-6, 0.2]);
  expect(scale.exponents).toEqual([-6, -5, -4, -3, -2, -1, 0]);
  expect(scale.top(1)).toBeCloseTo(0, 10);
  expect(scale.top(1e-6)).toBeCloseTo(100, 10);
  expect(scale.top(1e-3)).toBeCloseTo(50, 10);
});

test('every value is inside the plot, larger ones higher', () => {
  const value = fc
    .integer({ min: -12, max: 6 })
    .chain((e) => fc.double({ min: 1, max: 9.99, noNaN: true }).map((m) => m * 10 ** e));
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 16 }), (values) => {
      const scale = logScale(values);
      for (const one of values) {
        expect(scale.top(one)).toBeGreaterThanOrEqual(-1e-9);
        expect(scale.top(one)).toBeLessThanOrEqual(100 + 1e-9);
      }
      const [a, b] = values;
      if (a > b) expect(scale.top(a)).toBeLessThan(scale.top(b));
    }),
  );
});

test('one value, and none, still make an axis', () => {
  expect(logScale([1]).exponents).toEqual([0, 1]);
  expect(logScale([]).exponents.length).toBeGreaterThan(1);
});

test('the path starts and ends at the centres of the first and last category, and breaks at zero', () => {
  expect(centre(0, 4)).toBe(12.5);
  expect(seriesPath([1, 10, 100, 10], logScale([1, 100]))).toBe('M12.5,100L37.5,50L62.5,0L87.5,50');
  expect(seriesPath([1, 0, 10], logScale([1, 10])).match(/M/g)).toHaveLength(2);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histogram } from './histogram.ts';

test('counts every value once, in bins that lie side by side and hold what they say', () => {
  fc.assert(
    fc.property(
      fc.array(fc.float({ noNaN: true, min: -1e4, max: 1e4 }), { minLength: 2, maxLength: 200 }),
      (values) => {
        const { bins, low, high, all, most } = histogram(values);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        expect(all).toBe(values.length);
        expect(most).toBe(Math.max(...bins.map(({ count }) => count)));
        expect(bins[0].from).toBe(low);
        expect(bins.at(-1)!.to).toBe(high);
        bins.slice(1).forEach(({ from }, i) => expect(from).toBe(bins[i].to));
        bins.forEach(({ from, to, count }, i) => {
          const isLast = i === bins.length - 1;
          const inside = values.filter((value) => value >= from && (value < to || (isLast && value === to)));
          expect(count).toBe(inside.length);
        });
      },
    ),
  );
});

test('has round borders, about as many bins as wanted', () => {
  const { bins } = histogram([0, 0.31, 0.99, 2.3], 10);
  expect(bins.map(({ from }) => from)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2]);
});

test('equal values are one bin; no values are none', () => {
  expect(histogram([0, 0, 0])).toEqual({
    low: 0,
    high: 0,
    bins: [{ from: 0, to: 0, count: 3 }],
    most: 3,
    all: 3,
  });
  expect(histogram([]).bins).toEqual([]);
});

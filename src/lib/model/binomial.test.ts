import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { picturesToTell, wilson } from './binomial.ts';

describe('Wilson’s interval', () => {
  // Agresti and Coull 1998 call it the score interval; by hand for 23 of 32 with z = 1.959964.
  test.each([
    [23, 32, 0.5463, 0.8444],
    [10, 10, 0.7225, 1],
    [0, 10, 0, 0.2775],
    [38_000, 50_000, 0.75624, 0.76372],
  ])('%i of %i', (right, count, low, high) => {
    const interval = wilson(right, count);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('its ends solve (share − p)² = z² p (1 − p) / n', () => {
    const z = 1.959964;
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 2000 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, part) => {
          const right = Math.round(part * n);
          fc.pre(right > 0 && right < n);
          for (const p of Object.values(wilson(right, n))) {
            expect((right / n - p) ** 2).toBeCloseTo((z * z * p * (1 - p)) / n, 10);
          }
        },
      ),
    );
  });
});

test('pictures to tell two networks apart', () => {
  // 7.8489 · (0.1824 + 0.1716) / 0.0004, and 7.8489 · (0.1 − 0.0004) / 0.0004.
  expect(picturesToTell(0.76, 0.78)).toBe(6947);
  expect(picturesToTell(0.76, 0.78, 0.1)).toBe(1955);
});

import { describe, expect, test } from 'vitest';
import { autocorrelation, signChanges } from './autocorrelation.ts';

const curve = (count: number, at: (i: number) => number) => Array.from({ length: count }, (_, i) => at(i));

describe('autocorrelation', () => {
  test('of what alternates is −1 at odd lags and 1 at even ones', () => {
    const alternating = curve(64, (i) => (-1) ** i);
    expect([0, 1, 2, 5].map((lag) => autocorrelation(alternating, lag))).toEqual([1, -1, 1, -1]);
  });

  test('of a straight line is 1, wherever it stands and however steep it is', () => {
    const line = curve(100, (i) => 7 - 3 * i);
    for (const lag of [1, 10, 50]) expect(autocorrelation(line, lag)).toBeCloseTo(1, 12);
  });

  test('of a wave is the cosine of the distance', () => {
    const wave = curve(2000, (i) => Math.sin((2 * Math.PI * i) / 40));
    for (const lag of [1, 5, 10, 20])
      expect(autocorrelation(wave, lag)).toBeCloseTo(Math.cos((2 * Math.PI * lag) / 40), 2);
  });

  test('is not a number where a curve is constant or not finite', () => {
    expect(autocorrelation([2, 2, 2, 2], 1)).toBeNaN();
    expect(autocorrelation([1, Infinity, 2, 3], 1)).toBeNaN();
  });
});

test('sign changes: zeros count for neither side', () => {
  expect(signChanges([1, 2, -1, 0, -3, 0, 4])).toBe(2);
  expect(signChanges([0, 0, 1])).toBe(0);
  expect(signChanges(curve(256, (i) => (-1) ** i))).toBe(255);
});

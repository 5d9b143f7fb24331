import { describe, expect, it } from 'vitest';
import { greyDeviation, lostAt, resultOf, visibilities } from './result.ts';

const pixels = (...greys: number[]) =>
  new Uint8ClampedArray(greys.flatMap((grey) => [grey, grey, grey, 255]));

describe('what fog does', () => {
  it('measures contrast as the spread of grey levels', () => {
    expect(greyDeviation(pixels(0, 200))).toBeCloseTo(100, 6);
    expect(greyDeviation(pixels(80, 80, 80))).toBeCloseTo(0, 6);
    // Green counts 0.587: two pixels of 0 and 0.587 · 100.
    expect(greyDeviation(new Uint8ClampedArray([0, 0, 0, 255, 0, 100, 0, 255]))).toBeCloseTo(29.35, 6);
  });

  it('finds where the clear picture’s class is lost', () => {
    const answer = (best: number, p: number, ...greys: number[]) => ({
      top: [{ index: best, probability: 0.5 }],
      probabilities: new Float32Array([0, p]),
      seen: { width: 2, height: 1, data: pixels(...greys) },
    });
    const fed = [answer(1, 0.75, 0, 200), answer(1, 0.5, 50, 150), answer(0, 0.25, 100, 100)];
    const result = resultOf('a', fed, ['pier', 'castle']);
    expect(result.steps.map(({ contrast }) => contrast)).toEqual([1, 0.5, 0]);
    expect(result.steps.map(({ probability }) => probability)).toEqual([0.75, 0.5, 0.25]);
    expect(result.steps[2]).toMatchObject({ label: 'pier', same: false, visibility: visibilities[1] });
    expect(lostAt(result)).toBe(visibilities[1]);
    expect(lostAt({ ...result, steps: result.steps.slice(0, 2) })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { confusionMatrix, leaveOneOut, nearestMean, rightOf, type Example } from './nearestMean.ts';

/** Two classes on a line each, along the first and the second axis; the third feature is the same in all. */
const examples: readonly Example[] = [
  { label: 0, features: [2, 0, 7] },
  { label: 0, features: [4, 0, 7] },
  { label: 1, features: [0, 1, 7] },
  { label: 1, features: [0, 3, 7] },
];

describe('the nearest mean', () => {
  it('is found by hand', () => {
    // Means (3, 0, 7) and (0, 2, 7).
    const { label, distances } = nearestMean(examples, 2, 'raw')([1, 2, 7]);
    expect(label).toBe(1);
    expect(distances).toEqual([Math.sqrt(8), 1]);
  });

  it('takes length out of the features', () => {
    const flat = examples.map(({ label, features }) => ({
      label,
      features: [...Array.from(features).slice(0, 2)],
    }));
    const { label, distances } = nearestMean(flat, 2, 'unit')([300, 400]);
    // (0.6, 0.8) from (1, 0) and (0, 1).
    expect(label).toBe(1);
    expect(distances[0]).toBeCloseTo(Math.hypot(0.4, 0.8), 12);
    expect(distances[1]).toBeCloseTo(Math.hypot(0.6, 0.2), 12);
    expect(nearestMean(flat, 2, 'unit')([0, 0]).distances).toEqual([1, 1]);
  });

  it('standardises by the examples; what is the same in all of them does not count', () => {
    // Means 1.5 and 1, variances 2.75 and 1.5.
    const { distances } = nearestMean(examples, 2, 'standardised')([3, 0, 1000]);
    const [a, b] = [Math.sqrt(2.75), Math.sqrt(1.5)];
    expect(distances[0]).toBeCloseTo(0, 12);
    expect(distances[1]).toBeCloseTo(Math.hypot(3 / a, 2 / b), 12);
  });

  it('of a class without examples is infinitely far', () => {
    expect(nearestMean(examples, 3, 'raw')([1, 2, 7]).distances[2]).toBe(Infinity);
  });
});

it('leaving one out, an example has no part in its own answer', () => {
  // Without itself, (0, 1) has (0, 3) for its mean at distance 2, and (3, 0) at √10.
  expect(leaveOneOut(examples, 2, 'raw')).toEqual([0, 0, 1, 1]);
  const lonely: readonly Example[] = [...examples, { label: 2, features: [1, 1, 7] }];
  expect(leaveOneOut(lonely, 3, 'raw').at(-1)).not.toBe(2);
});

it('a confusion matrix has a row for each true class', () => {
  const matrix = confusionMatrix([0, 0, 1, 1, 1], [0, 1, 1, 1, 0], 2);
  expect(matrix).toEqual([
    [1, 1],
    [1, 2],
  ]);
  expect(rightOf(matrix)).toBe(3);
});

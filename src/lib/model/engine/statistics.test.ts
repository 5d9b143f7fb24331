import { describe, expect, it } from 'vitest';
import { byChannel, crossEntropy, l2Norm, largest, residualFigures, statistics } from './statistics.ts';

describe('statistics', () => {
  it('are those of the definition', () => {
    expect(statistics([1, 2, 3, 6, 0])).toEqual({
      mean: 2.4,
      std: Math.sqrt((1.4 ** 2 + 0.4 ** 2 + 0.6 ** 2 + 3.6 ** 2 + 2.4 ** 2) / 5),
      min: 0,
      max: 6,
      l2: Math.sqrt(50),
      zeros: 0.2,
    });
  });

  it('keep the digits of a small spread round a large mean, and of squares too small for float32', () => {
    expect(statistics([1e8, 1e8 + 2]).std).toBe(1);
    expect(l2Norm(Float32Array.of(3e-30, 4e-30)) / 5e-30).toBeCloseTo(1, 6);
  });

  it('of a residual sum: norms, cosine and the share below zero', () => {
    const [F, x] = [
      [3, 0, -4],
      [0, 5, 0],
    ];
    expect(residualFigures(F, x, [3, 5, -4])).toEqual({ branch: 5, shortcut: 5, cosine: 0, clipped: 1 / 3 });
    expect(residualFigures(F, F, F).cosine).toBeCloseTo(1, 12);
    expect(residualFigures(F, null, F)).toEqual({ branch: 5, shortcut: null, cosine: null, clipped: 1 / 3 });
  });

  it('by channel, channels apart', () => {
    const { planar, channels } = byChannel(Float32Array.of(1, 10, 2, 20, 3, 0), 2);
    expect([...planar]).toEqual([1, 2, 3, 10, 20, 0]);
    expect([...channels.mean]).toEqual([2, 10]);
    expect([...channels.max]).toEqual([3, 20]);
    expect(channels.zeros[1]).toBeCloseTo(1 / 3, 6);
  });
});

it('the largest come first, ties in order of index', () => {
  expect(largest([1, 3, 2, 3], 3)).toEqual([
    { index: 1, value: 3 },
    { index: 3, value: 3 },
    { index: 2, value: 2 },
  ]);
});

it('cross entropy is −log softmax, however large the logits', () => {
  expect(crossEntropy([0, 0, 0, 0], 2)).toBeCloseTo(Math.log(4), 12);
  expect(crossEntropy([1000, 0], 1)).toBeCloseTo(1000, 9);
});

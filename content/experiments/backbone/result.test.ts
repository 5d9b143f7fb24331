import { describe, expect, it } from 'vitest';
import { largestBy, levelOf, normMap, typicalOf } from './result.ts';

const statistics = { mean: 0.5, std: 1, min: 0, max: 3, l2: 6, zeros: 0.75 };
const channels = {
  mean: Float32Array.of(0, 1),
  std: Float32Array.of(0, 1),
  min: Float32Array.of(0, 0),
  max: Float32Array.of(0, 3),
  zeros: Float32Array.of(1, 0.5),
};

describe('levelOf', () => {
  it('sums a map up: root mean square over all values, and channels that never fire', () => {
    const level = levelOf('C5', { shape: [3, 3, 2], statistics, channels });
    expect(level.rms).toBeCloseTo(Math.sqrt(36 / 18), 6);
    expect(level.silent).toBe(1);
    expect(typicalOf(level)).toBe(2);
  });
});

describe('normMap', () => {
  it('is the norm over the channels at each place', () => {
    const map = normMap({ shape: [1, 2, 2], values: Float32Array.of(3, 1, 4, 0) });
    expect([...map.values]).toEqual([5, 1]);
    expect([map.height, map.width]).toEqual([1, 2]);
  });
});

describe('largestBy', () => {
  it('finds the first of the largest', () => {
    const all = [0.2, 0.7, 0.7].map((zeros) => ({
      ...levelOf('', { shape: [1], statistics, channels }),
      zeros,
    }));
    expect(largestBy(all, ({ zeros }) => zeros)).toBe(1);
  });
});

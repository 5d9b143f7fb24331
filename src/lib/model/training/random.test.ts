import { describe, expect, test } from 'vitest';
import { RandomStream, xoshiro128 } from './random.ts';

/** Whether a mean of `count` numbers with this variance is within five standard errors of what it should be. */
const expectMean = (values: readonly number[], mean: number, variance: number) =>
  expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length - mean)).toBeLessThan(
    5 * Math.sqrt(variance / values.length),
  );

const take = (count: number, next: () => number) => Array.from({ length: count }, next);

test('the generator gives the numbers of the reference implementation', () => {
  // Vectors of edorfaus/xoshiro-6502, test-rom/testdata.asm, which come from the authors' C code.
  const state = Int32Array.of(0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0);
  expect(take(4, xoshiro128(state))).toEqual([0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70]);
});

describe('a stream', () => {
  test('is the same for the same seed and name, and another for another', () => {
    const numbers = (seed: number, name?: string) => {
      const stream = new RandomStream(seed, name);
      return take(8, () => stream.normal());
    };
    expect(numbers(3, 'a')).toEqual(numbers(3, 'a'));
    const all = [numbers(3, 'a'), numbers(3, 'b'), numbers(4, 'a'), numbers(3), numbers(4), numbers(-3)];
    expect(new Set(all.flat()).size).toBe(48);
  });

  test('is uniform: the mean, the variance, and every tenth of the interval', () => {
    const stream = new RandomStream(0);
    const values = take(20_000, () => stream.uniform());
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expectMean(values, 1 / 2, 1 / 12);
    // The variance of (x − ½)² is 1/180.
    expectMean(
      values.map((value) => (value - 0.5) ** 2),
      1 / 12,
      1 / 180,
    );
    for (let tenth = 0; tenth < 10; tenth++)
      expectMean(
        values.map((value) => Number(Math.floor(10 * value) === tenth)),
        0.1,
        0.09,
      );
  });

  test('is normal: the first four moments, and what lies beyond two standard deviations', () => {
    const stream = new RandomStream(0);
    const values = take(20_000, () => stream.normal());
    const moments = [0, 1, 0, 3, 0, 15, 0, 105];
    for (const power of [1, 2, 3, 4])
      expectMean(
        values.map((value) => value ** power),
        moments[power - 1]!,
        moments[2 * power - 1]! - moments[power - 1]! ** 2,
      );
    expectMean(
      values.map((value) => Number(Math.abs(value) > 2)),
      0.0455,
      0.0455 * 0.9545,
    );
    expectMean(
      values.slice(1).map((value, i) => value * values[i]!),
      0,
      1,
    );
  });

  test('streams of neighbouring seeds and names have nothing to do with each other', () => {
    const pairs = [
      [new RandomStream(0, 'layer1'), new RandomStream(1, 'layer1')],
      [new RandomStream(0, 'layer1'), new RandomStream(0, 'layer2')],
    ] as const;
    for (const [a, b] of pairs)
      expectMean(
        take(10_000, () => a.normal() * b.normal()),
        0,
        1,
      );
  });

  test('whole numbers are from all of the range', () => {
    const stream = new RandomStream(1);
    expect(new Set(take(200, () => stream.integer(8)))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
  });

  test('many at once are the same numbers, scaled', () => {
    const one = new RandomStream(5);
    expect(new RandomStream(5).normals(7, 2)).toEqual(Float32Array.from(take(7, () => 2 * one.normal())));
  });
});

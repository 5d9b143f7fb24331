import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MapsReport } from '../model/protocol.ts';
import { compareMaps, orderByDifference, placeAt, pointOf, sameShape } from './comparison.ts';

/** Channel by channel. */
function report(shape: readonly number[], values: readonly number[]): MapsReport {
  const none = new Float32Array(shape.at(-1)!);
  return {
    node: 'n',
    pass: 1,
    shape,
    values: Float32Array.from(values),
    statistics: { mean: 0, std: 0, min: 0, max: 0, l2: 0, zeros: 0 },
    channels: { mean: none, std: none, min: none, max: none, zeros: none },
  };
}

describe('two values beside each other', () => {
  // Two channels of 1 × 2.
  const a = report([1, 2, 2], [3, 4, 1, 0]);
  const b = report([1, 2, 2], [3, 0, 0, 0]);
  const { difference, all, channels } = compareMaps(a, b);

  test('their difference, place by place', () => expect([...difference]).toEqual([0, 4, 1, 0]));

  test('distance, relative distance and cosine of a channel', () => {
    expect(channels[0]).toMatchObject({ distance: 4, relative: 4 / 3, min: 0, max: 4, mean: 2, std: 2 });
    expect(channels[0].cosine).toBeCloseTo(3 / 5, 12);
  });

  test('where b is all zero the distance has nothing to be relative to, and there is no cosine', () => {
    expect(channels[1]).toMatchObject({ distance: 1, relative: Infinity, cosine: null });
    const none = compareMaps(report([1, 1, 1], [0]), report([1, 1, 1], [0]));
    expect(none.all).toMatchObject({ distance: 0, relative: 0, cosine: null });
  });

  test('as a whole', () => {
    expect(all.distance).toBeCloseTo(Math.sqrt(17), 12);
    expect(all.relative).toBeCloseTo(Math.sqrt(17) / 3, 12);
    expect(all.cosine).toBeCloseTo(9 / (Math.sqrt(26) * 3), 12);
    expect(all).toMatchObject({ min: 0, max: 4, mean: 1.25 });
  });

  test('a vector is as many channels of one value', () => {
    const { channels } = compareMaps(report([3], [1, 2, 3]), report([3], [1, 0, 5]));
    expect(channels.map(({ distance }) => distance)).toEqual([0, 2, 2]);
  });

  test('shapes are told apart', () => {
    expect(sameShape(a, b)).toBe(true);
    expect(sameShape(a, report([2, 1, 2], [0, 0, 0, 0]))).toBe(false);
  });
});

test('the parts make the whole; equal values are no distance apart', () => {
  const number = fc.float({ min: -100, max: 100, noNaN: true });
  const pair = fc.array(fc.tuple(number, number), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(pair, (pairs) => {
      const [a, b] = [0, 1].map((side) =>
        report(
          [2, 2, 3],
          pairs.map((both) => both[side]),
        ),
      );
      const { all, channels } = compareMaps(a, b);
      expect(Math.hypot(...channels.map(({ distance }) => distance))).toBeCloseTo(all.distance, 6);
      expect(Math.abs(all.cosine ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
      expect(compareMaps(a, a).all).toMatchObject({ distance: 0, relative: 0 });
    }),
  );
});

test('channels that differ most come first; those without a cosine last', () => {
  const channel = (distance: number, relative: number, cosine: number | null) => ({
    distance,
    relative,
    cosine,
    mean: 0,
    std: 0,
    min: 0,
    max: 0,
  });
  const channels = [
    channel(1, 0.1, 0.9),
    channel(3, Infinity, null),
    channel(2, 0.5, -0.2),
    channel(3, 0.2, 1),
  ];
  expect([...orderByDifference('distance', channels)]).toEqual([1, 3, 2, 0]);
  expect([...orderByDifference('relative', channels)]).toEqual([1, 2, 3, 0]);
  expect([...orderByDifference('cosine', channels)]).toEqual([2, 0, 3, 1]);
  expect([...orderByDifference('index', channels)]).toEqual([0, 1, 2, 3]);
});

test('a place is the same in maps of every size', () => {
  const [fine, coarse] = [
    { height: 28, width: 56 },
    { height: 14, width: 7 },
  ];
  const from = (row: number, column: number) => pointOf({ row, column }, fine);
  expect(placeAt(from(0, 55), coarse)).toEqual({ row: 0, column: 6 });
  expect(placeAt(from(1, 8), coarse)).toEqual({ row: 0, column: 1 });
  expect(placeAt(pointOf({ row: 13, column: 3 }, coarse), fine)).toEqual({ row: 27, column: 28 });
  for (let row = 0; row < 28; row++) expect(placeAt(from(row, 9), fine)).toEqual({ row, column: 9 });
});

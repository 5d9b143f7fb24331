/** Two values of one shape beside each other: how far they are apart, channel by channel and as a whole. */
import type { MapsReport } from '../model/protocol.ts';
import type { Place } from './addition.ts';
import type { Spread } from './colour.ts';

export const differenceOrders = ['distance', 'relative', 'cosine', 'index'] as const;
export type DifferenceOrder = (typeof differenceOrders)[number];

/** Of the values of a channel, or of all. */
export interface Difference extends Spread {
  /** ‖a − b‖, by L2 norm; mean, std, min and max are those of a − b. */
  readonly distance: number;
  /** ‖a − b‖ / ‖b‖: 0 for equal values, infinite where b is all zero and a is not. */
  readonly relative: number;
  /** cos(a, b); null where one of them is all zero. */
  readonly cosine: number | null;
}

export interface Comparison {
  /** a − b, laid out as both are. */
  readonly difference: Float32Array;
  readonly all: Difference;
  readonly channels: readonly Difference[];
}

/** Sums over values of a and b, in double precision. */
interface Sums {
  count: number;
  difference: number;
  distance: number;
  a: number;
  b: number;
  product: number;
  min: number;
  max: number;
}

const noSums = (): Sums => ({
  count: 0,
  difference: 0,
  distance: 0,
  a: 0,
  b: 0,
  product: 0,
  min: Infinity,
  max: -Infinity,
});

export const sameShape = (a: MapsReport, b: MapsReport): boolean => a.shape.join() === b.shape.join();

/** Of two values of one shape. */
export function compareMaps(a: MapsReport, b: MapsReport): Comparison {
  const count = a.shape.at(-1)!;
  const area = a.values.length / count;
  const difference = new Float32Array(a.values.length);
  const all = noSums();
  const channels = Array.from({ length: count }, (_, channel) => {
    const sums = noSums();
    for (let i = channel * area; i < (channel + 1) * area; i++) {
      const [x, y] = [a.values[i], b.values[i]];
      const apart = x - y;
      difference[i] = apart;
      sums.difference += apart;
      sums.distance += apart * apart;
      sums.a += x * x;
      sums.b += y * y;
      sums.product += x * y;
      if (apart < sums.min) sums.min = apart;
      if (apart > sums.max) sums.max = apart;
    }
    sums.count = area;
    for (const sum of ['count', 'difference', 'distance', 'a', 'b', 'product'] as const)
      all[sum] += sums[sum];
    all.min = Math.min(all.min, sums.min);
    all.max = Math.max(all.max, sums.max);
    return differenceOf(sums);
  });
  return { difference, all: differenceOf(all), channels };
}

function differenceOf({ count, difference, distance, a, b, product, min, max }: Sums): Difference {
  const mean = difference / count;
  return {
    distance: Math.sqrt(distance),
    relative: distance === 0 ? 0 : Math.sqrt(distance / b),
    cosine: a > 0 && b > 0 ? product / (Math.sqrt(a) * Math.sqrt(b)) : null,
    mean,
    std: Math.sqrt(Math.max(0, distance / count - mean * mean)),
    min,
    max,
  };
}

/** Channels in an order: those that differ most first, ties by index. A channel without a cosine comes last. */
export function orderByDifference(order: DifferenceOrder, channels: readonly Difference[]): Uint32Array {
  const indices = Uint32Array.from(channels, (_, i) => i);
  if (order === 'index') return indices;
  const measure = (i: number) =>
    order === 'cosine' ? -(channels[i].cosine ?? Infinity) : channels[i][order];
  return indices.sort((x, y) => {
    const [first, second] = [measure(x), measure(y)];
    return first === second ? x - y : second - first;
  });
}

/** Where a place's middle lies: shares of a map's width and height, the same in maps of every size. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly height: number;
  readonly width: number;
}

export const pointOf = ({ row, column }: Place, { height, width }: Size): Point => ({
  x: (column + 0.5) / width,
  y: (row + 0.5) / height,
});

/** The place of a map in which a point lies. */
export const placeAt = ({ x, y }: Point, { height, width }: Size): Place => ({
  row: Math.floor(y * height),
  column: Math.floor(x * width),
});

import { describe, expect, it } from 'vitest';
import {
  bands,
  heightAt,
  heightOf,
  levelScale,
  placeIn,
  planeBox,
  scaleTicks,
  type PlaneGrid,
} from './landscape.ts';
import { surface, surfaceBox } from './surface.ts';

const axis = (count: number) => Array.from({ length: count }, (_, i) => (2 * i) / (count - 1) - 1);
const grid = (of: (a: number, b: number) => number, count = 21, rows = count): PlaneGrid => ({
  a: axis(count),
  b: axis(count),
  rows,
  values: axis(count)
    .slice(0, rows)
    .flatMap((b) => axis(count).map((a) => of(a, b))),
  path: null,
});

/** Points of all rings of a path. */
const pointsOf = (path: string) =>
  [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the scale', () => {
  it('holds all values, with levels at round numbers, some eight or more', () => {
    const scale = levelScale([grid((a, b) => 0.3 + a * a + b * b), grid(() => 7)]);
    expect(scale).toEqual({
      low: 0.3,
      high: 7,
      levels: [0.4, 0.5, 0.6, 0.8, 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6],
    });
    const wide = levelScale([grid((a) => 10 ** (2 * a))]);
    expect(wide.levels).toEqual([0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]);
    const narrow = levelScale([grid((a) => 2 + 0.22 * a)]);
    expect(narrow.levels).toEqual([1.8, 1.85, 1.9, 1.95, 2, 2.05, 2.1, 2.15, 2.2]);
    expect([0.3, 7].map((value) => heightOf(scale, value))).toEqual([0, 1]);
    expect(heightOf(scale, Math.sqrt(0.3 * 7))).toBeCloseTo(0.5, 12);
    expect([0, NaN, Infinity].map((value) => heightOf(scale, value))).toEqual([0, 1, 1]);
  });

  it('has an extent when all values are alike', () => {
    const { low, high } = levelScale([grid(() => 2)]);
    expect([low < 2, high > 2]).toEqual([true, true]);
    expect(levelScale([]).low).toBeLessThan(levelScale([]).high);
  });

  it('is written at decades and at its ends', () => {
    expect(scaleTicks({ low: 0.01, high: 20, levels: [0.02, 0.1, 1, 10] }).map(({ value }) => value)).toEqual(
      [0.01, 0.1, 1, 20],
    );
  });
});

describe('bands', () => {
  it('end where the function has their level', () => {
    const of = (a: number, b: number) => 10 ** (a * a + b * b - 1);
    const found = bands(grid(of, 41), levelScale([grid(of, 41)]));
    const ring = found.find(({ from }) => from === 0.5)!;
    const inner = pointsOf(ring.path).map(([x, y]) => Math.hypot(x / 20 - 1, y / 20 - 1));
    const radius = Math.sqrt(1 + Math.log10(0.5));
    // What is not on the circle is on the drawing's frame.
    const onCircle = inner.filter((distance) => distance < 0.98);
    expect(onCircle.length).toBeGreaterThan(40);
    for (const distance of onCircle) expect(distance).toBeCloseTo(radius, 2);
  });

  it('have the largest b on top', () => {
    const slope = grid((_, b) => 10 ** b, 11);
    const top = bands(slope, levelScale([slope])).at(-1)!;
    const { height } = planeBox(slope);
    expect(Math.max(...pointsOf(top.path).map(([, y]) => y))).toBeLessThan(height / 4);
    expect(placeIn(slope, 1, 1)).toEqual([10, 0]);
    expect(placeIn(slope, -1, -1)).toEqual([0, 10]);
  });

  it('reach as far as rows are known', () => {
    const half = grid((a) => 2 + a, 11, 4);
    const [lowest] = bands(half, levelScale([half]));
    const heights = pointsOf(lowest.path).map(([, y]) => y);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(6.5);
    expect(
      bands(
        grid(() => 1, 11, 1),
        levelScale([half]),
      ),
    ).toEqual([]);
  });
});

describe('a surface', () => {
  const hill = grid((a, b) => 1 + a + 2 * b + 4, 9);
  const scale = levelScale([hill]);

  it('fits into its box from wherever it is seen, and has all its squares', () => {
    for (const turn of [0, 45, 200])
      for (const tilt of [5, 35, 45]) {
        const { facets, floor } = surface(hill, scale, { turn, tilt });
        expect(facets).toHaveLength(64);
        for (const [x, y] of [floor, ...facets.map(({ points }) => points)].flatMap(pointsOf)) {
          expect(Math.abs(x)).toBeLessThan(surfaceBox.width / 2);
          expect(Math.abs(y)).toBeLessThan(surfaceBox.height / 2);
        }
      }
  });

  it('has its words in front, from the beginning of an axis to its end', () => {
    const { axes } = surface(hill, scale, { turn: 0, tilt: 35 });
    const of = (axis: 'a' | 'b') => axes.filter((one) => one.axis === axis);
    expect(of('a').map(({ at }) => at)).toEqual([0, 1, 2]);
    // Seen along b: a runs to the right before the square, b away from the eye beside it.
    expect(of('a')[0].x).toBeLessThan(of('a')[2].x);
    expect(of('b')[0].y).toBeGreaterThan(of('b')[2].y);
    expect(Math.min(...of('a').map(({ y }) => y))).toBeGreaterThan(of('b')[1].y);
  });

  it('draws first what is behind', () => {
    const { facets } = surface(hill, scale, { turn: 0, tilt: 35 });
    const lowest = (points: string) => Math.max(...pointsOf(points).map(([, y]) => y));
    expect(lowest(facets[0].points)).toBeLessThan(lowest(facets.at(-1)!.points));
  });

  it('carries a path at its own height', () => {
    const path = { a: [-1, 0.25, 1], b: [-1, 0.5, 1] };
    const { stops } = surface({ ...hill, path }, scale, { turn: 0, tilt: 0 });
    expect(stops.map(({ x }) => x)).toEqual(path.a);
    // From the side a height is a height.
    expect(stops[0].y).toBeGreaterThan(stops[1].y);
    expect(stops[1].y).toBeGreaterThan(stops[2].y);
  });
});

it('between four points the height is theirs in shares', () => {
  const square = { a: [0, 1], b: [0, 1] };
  // Rows from the smallest b on; places from the top.
  expect(heightAt([0, 1, 2, 3], square, [0, 1])).toBe(0);
  expect(heightAt([0, 1, 2, 3], square, [1, 0])).toBe(3);
  expect(heightAt([0, 1, 2, 3], square, [0.5, 0.5])).toBe(1.5);
});

/**
 * A function on a grid of a plane, as bands of equal height and as a surface that is looked at from aside: the scale,
 * paths and polygons, and what stands between the grid's points. Pure arithmetic.
 */
import { contours } from 'd3';
import { colourTables } from './colour.ts';

/** Values at all pairs of coordinates, row by row, from the smallest b on; rows at the end may be missing. */
export interface PlaneGrid {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Rows that are there. */
  readonly rows: number;
  readonly values: ArrayLike<number>;
  /** A way through the plane, by coordinates. */
  readonly path: { readonly a: readonly number[]; readonly b: readonly number[] } | null;
}

/** Of positive values, over decades; several grids share one. */
export interface LevelScale {
  readonly low: number;
  readonly high: number;
  /** Heights at which bands begin, ascending: round numbers. */
  readonly levels: readonly number[];
}

/** What is below this is drawn as this: it is 0 to the eye, and a logarithm needs an end. */
const least = 1e-4;

/** Levels in a decade, from few to many: what lies within a decade or two needs more of them. */
const fineness = [
  [1, 2, 5],
  [1, 1.5, 2, 3, 5, 7],
  [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8],
  Array.from({ length: 180 }, (_, i) => (20 + i) / 20),
];
const fewestLevels = 8;

function levelsBetween(low: number, high: number, factors: readonly number[]): number[] {
  const levels = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++)
    for (const factor of factors) {
      const level = Number(`${factor}e${power}`);
      if (level > low && level < high) levels.push(level);
    }
  return levels;
}

export function levelScale(grids: readonly PlaneGrid[]): LevelScale {
  let [low, high] = [Infinity, least];
  for (const { values } of grids) {
    for (let i = 0; i < values.length; i++) {
      if (!Number.isFinite(values[i])) continue;
      low = Math.min(low, Math.max(least, values[i]));
      high = Math.max(high, values[i]);
    }
  }
  if (low >= high) [low, high] = [Math.min(low, high) / 2, high * 2];
  const within = (factors: readonly number[]) => levelsBetween(low, high, factors);
  const levels =
    fineness.map(within).find(({ length }) => length >= fewestLevels) ?? within(fineness.at(-1)!);
  return { low, high, levels };
}

/** Where a value stands on the scale, 0 to 1; what is not finite stands at its upper end. */
export function heightOf({ low, high }: LevelScale, value: number): number {
  if (!Number.isFinite(value)) return 1;
  const share = Math.log(Math.max(low, value) / low) / Math.log(high / low);
  return Math.min(1, Math.max(0, share));
}

/** CSS colour of a height from 0 to 1: the sequential colour map of all maps. */
export function heightColour(height: number): string {
  const { bytes } = colourTables.sequential;
  const at = 4 * Math.round(height * (bytes.length / 4 - 1));
  return `rgb(${bytes[at]} ${bytes[at + 1]} ${bytes[at + 2]})`;
}

/** Decades, and the ends where no decade is near, as places on the scale. */
export function scaleTicks(scale: LevelScale): { readonly at: number; readonly value: number }[] {
  const decades = scale.levels.filter((level) => Number.isInteger(Math.round(1e6 * Math.log10(level)) / 1e6));
  const places = [scale.low, ...decades, scale.high].map((value) => ({ at: heightOf(scale, value), value }));
  return places.filter(({ at }, i) => i === 0 || i === places.length - 1 || (at > 0.12 && at < 0.88));
}

export interface Band {
  /** Lower end; the lowest band begins where the scale does. */
  readonly from: number;
  readonly colour: string;
  /** Of everything that is higher than `from`, in the box of `planeBox`: later bands are drawn over earlier ones. */
  readonly path: string;
}

/** Units of a drawing of the plane: the grid's points lie at whole numbers, the largest b on top. */
export const planeBox = ({ a, b }: Pick<PlaneGrid, 'a' | 'b'>) => ({
  width: a.length - 1,
  height: b.length - 1,
});

export function bands(grid: PlaneGrid, scale: LevelScale): Band[] {
  const { a, b, rows, values } = grid;
  if (rows < 2) return [];
  const heights = Array.from({ length: rows * a.length }, (_, i) => heightOf(scale, values[i]));
  const edges = [scale.low, ...scale.levels];
  const find = contours().size([a.length, rows]);
  return edges.map((from, i) => {
    const height = heightOf(scale, from);
    const next = heightOf(scale, edges[i + 1] ?? scale.high);
    // The lowest holds everything: its edge would else lie on the lowest point.
    const { coordinates } = find.contour(heights, i === 0 ? -1 : height);
    // d3 puts the first point of a grid at ½, and its own frame half a step beyond the last.
    const path = coordinates
      .flat()
      .map((ring) => `M${ring.map(([x, y]) => `${round(x - 0.5)},${round(b.length - 0.5 - y)}`).join('L')}Z`)
      .join('');
    return { from, colour: heightColour((height + next) / 2), path };
  });
}

const round = (x: number) => Math.round(x * 1000) / 1000;

/** Where coordinates of the plane lie in the drawing. */
export function placeIn({ a, b }: Pick<PlaneGrid, 'a' | 'b'>, x: number, y: number): [number, number] {
  const share = (axis: readonly number[], at: number) => (at - axis[0]) / (axis.at(-1)! - axis[0]);
  return [share(a, x) * (a.length - 1), (1 - share(b, y)) * (b.length - 1)];
}

/** Height over a place in the drawing, between the four points around it. */
export function heightAt(
  heights: readonly number[],
  { a, b }: Pick<PlaneGrid, 'a' | 'b'>,
  [x, y]: readonly [number, number],
): number {
  const clamp = (at: number, most: number) => Math.min(most, Math.max(0, at));
  const [column, row] = [clamp(x, a.length - 1), clamp(b.length - 1 - y, b.length - 1)];
  const [left, below] = [Math.min(Math.floor(column), a.length - 2), Math.min(Math.floor(row), b.length - 2)];
  const [right, up] = [column - left, row - below];
  const at = (i: number, j: number) => heights[(below + i) * a.length + left + j];
  return (
    (1 - up) * ((1 - right) * at(0, 0) + right * at(0, 1)) + up * ((1 - right) * at(1, 0) + right * at(1, 1))
  );
}

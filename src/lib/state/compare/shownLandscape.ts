/** Landscapes as they are shown, whether they come row by row from the worker or whole from a file. */
import type { LandscapeAxes, LandscapeRow } from '../../model/protocol/landscape.ts';
import { nearest } from './nearest.ts';

export interface ShownLandscape extends LandscapeAxes {
  /** Rows that are known; of b, from the first. */
  readonly rows: number;
  /** Of the rows that are known, row by row. */
  readonly loss: ArrayLike<number>;
  readonly accuracy: ArrayLike<number>;
}

/** A landscape with one more row. @param before null before the first */
export function withRow(before: ShownLandscape | null, { row, ...found }: LandscapeRow): ShownLandscape {
  const { a, b, path } = found;
  const append = (name: 'loss' | 'accuracy') => {
    const values = new Float32Array(a.length * (row + 1));
    values.set(Array.from(before?.[name] ?? []));
    values.set(found[name], a.length * row);
    return values;
  };
  return { a, b, path, rows: row + 1, loss: append('loss'), accuracy: append('accuracy') };
}

export interface LandscapeFigures {
  /** At the grid's point nearest to the weights. */
  readonly centre: number;
  readonly least: number;
  readonly most: number;
  /**
   * Share of the inner points at which the surface curves down in some direction of the plane: where the smaller
   * eigenvalue of the second derivatives, by differences of neighbours, is below 0.
   */
  readonly curvesDown: number;
  /** Points at which the loss is not finite. */
  readonly notFinite: number;
}

/** Null before all rows are known. */
export function landscapeFigures(landscape: ShownLandscape): LandscapeFigures | null {
  const { a, b, rows, loss } = landscape;
  if (rows < b.length) return null;
  const finite = Array.from(loss).filter(Number.isFinite);
  return {
    centre: loss[nearest(b, 0) * a.length + nearest(a, 0)],
    least: Math.min(...finite),
    most: Math.max(...finite),
    curvesDown: curvesDown(landscape),
    notFinite: loss.length - finite.length,
  };
}

function curvesDown({ a, b, loss }: ShownLandscape): number {
  const [dx, dy] = [a[1] - a[0], b[1] - b[0]];
  let down = 0;
  let inner = 0;
  for (let row = 1; row < b.length - 1; row++) {
    for (let column = 1; column < a.length - 1; column++) {
      const at = (y: number, x: number) => loss[(row + y) * a.length + column + x];
      const xx = (at(0, 1) - 2 * at(0, 0) + at(0, -1)) / dx ** 2;
      const yy = (at(1, 0) - 2 * at(0, 0) + at(-1, 0)) / dy ** 2;
      const xy = (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * dx * dy);
      if ((xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy) < 0) down++;
      inner++;
    }
  }
  return down / inner;
}

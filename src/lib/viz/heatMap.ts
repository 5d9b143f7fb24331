/**
 * Values in rows and columns as colours, several maps on one scale: the scale, pixels, marks of what has no colour,
 * and where keys lead. Pure arithmetic.
 */
import { extent, max, median } from 'd3';
import { colourTables, paint, position, type ColourScale } from './colour.ts';

/** A value per row, from the top; null where nothing was measured. */
export type HeatColumn = ArrayLike<number> | null;
export type HeatColumns = readonly HeatColumn[];

/** Positive values over decades, shares from 0 to 1, or values of both signs. */
export type HeatKind = 'log' | 'share' | 'signed';

export interface HeatScale {
  readonly kind: HeatKind;
  /** Of the values; of their decimal logarithms, where the kind is 'log'. */
  readonly colours: ColourScale;
}

const onScale = (kind: HeatKind, value: number) => (kind === 'log' ? Math.log10(value) : value);

function* finiteValues(kind: HeatKind, maps: readonly HeatColumns[]): Generator<number> {
  for (const columns of maps)
    for (const column of columns)
      for (let row = 0; row < (column?.length ?? 0); row++) {
        const value = onScale(kind, column![row]);
        if (Number.isFinite(value)) yield value;
      }
}

/** How far a scale of both signs reaches, in medians of the values' sizes. */
const reach = 4;

/**
 * One scale that holds all maps' values. Of both signs, it reaches only so far that a network that has exploded does
 * not take the colours of all others: what is beyond has the colour of the end.
 */
export function heatScale(kind: HeatKind, maps: readonly HeatColumns[]): HeatScale {
  if (kind === 'share') return { kind, colours: { kind: 'sequential', low: 0, high: 1, clipped: false } };
  if (kind === 'log') {
    const [low = 0, high = 1] = extent(finiteValues(kind, maps));
    return { kind, colours: { kind: 'sequential', low, high, clipped: false } };
  }
  const sizes = Array.from(finiteValues(kind, maps), Math.abs);
  const most = max(sizes) ?? 1;
  const far = reach * (median(sizes) ?? 1);
  const high = far > 0 ? Math.min(most, far) : most;
  return { kind, colours: { kind: 'diverging', low: -high, high, clipped: most > high } };
}

/** Where a value stands between the ends of the scale, 0 to 1. */
export const heatPosition = ({ kind, colours }: HeatScale, value: number): number =>
  position(colours, onScale(kind, value));

/** Values that are written at a legend, ascending; nearer to each other than this they would not be readable. */
const leastDistance = 0.18;

export function heatTicks(scale: HeatScale): readonly { readonly at: number; readonly value: number }[] {
  const { kind, colours } = scale;
  const { low, high } = colours;
  if (kind !== 'log') return [low, (low + high) / 2, high].map((value, i) => ({ at: i / 2, value }));
  const ends = [10 ** low, 10 ** high].map((value, at) => ({ at, value }));
  if (!(high > low)) return ends.slice(0, 1);
  const steps = high - low > 2 ? [1] : [1, 2, 5];
  const kept = ends;
  for (let exponent = Math.floor(low); exponent <= high; exponent++)
    for (const step of steps) {
      const value = Number(`${step}e${exponent}`);
      const at = (Math.log10(value) - low) / (high - low);
      if (at >= 0 && at <= 1 && kept.every((one) => Math.abs(one.at - at) >= leastDistance))
        kept.push({ at, value });
    }
  return kept.sort((a, b) => a.at - b.at);
}

/** More columns than any screen gives a map. */
export const mostColumns = 400;

export interface Bins {
  readonly columns: HeatColumns;
  /** So many neighbours are one of them. */
  readonly size: number;
}

/**
 * At most `most` columns: neighbours are summed up by their mean, on a logarithmic scale by their geometric mean. What
 * is not finite stays so in the mean; zeros count on a logarithmic scale only where there is nothing else.
 */
export function binned(columns: HeatColumns, most: number, kind: HeatKind): Bins {
  const size = Math.max(1, Math.ceil(columns.length / most));
  if (size === 1) return { columns, size };
  const bins = Array.from({ length: Math.ceil(columns.length / size) }, (_, bin) =>
    meanOf(
      columns.slice(bin * size, (bin + 1) * size).filter((column) => column !== null),
      kind,
    ),
  );
  return { columns: bins, size };
}

function meanOf(columns: readonly ArrayLike<number>[], kind: HeatKind): HeatColumn {
  if (columns.length === 0) return null;
  return Float64Array.from({ length: columns[0].length }, (_, row) => {
    let [sum, count] = [0, 0];
    for (const column of columns) {
      if (kind === 'log' && column[row] === 0) continue;
      sum += onScale(kind, column[row]);
      count++;
    }
    if (count === 0) return 0;
    return kind === 'log' ? 10 ** (sum / count) : sum / count;
  });
}

/** An RGBA pixel for each value, row by row; none for what has no place on the scale. */
export function heatPixels(
  columns: HeatColumns,
  rows: number,
  { kind, colours }: HeatScale,
): Uint8ClampedArray<ArrayBuffer> {
  const width = columns.length;
  const values = new Float64Array(rows * width).fill(NaN);
  columns.forEach((column, x) => {
    for (let row = 0; row < (column?.length ?? 0); row++)
      values[row * width + x] = onScale(kind, column![row]);
  });
  const pixels = new Uint32Array(rows * width);
  paint(values, 0, colours, pixels, colourTables[colours.kind]);
  return new Uint8ClampedArray(pixels.buffer);
}

export interface HeatMarks {
  /** A line through every value that is 0 (or below) on a logarithmic scale. */
  readonly zero: string;
  /** A stroke across every value that is infinite or no number. */
  readonly notFinite: string;
}

/** Paths in a box with a unit square for each value. */
export function heatMarks(columns: HeatColumns, rows: number, { kind }: HeatScale): HeatMarks {
  const marks = { zero: '', notFinite: '' };
  columns.forEach((column, x) => {
    if (!column) return;
    for (let row = 0; row < rows; row++) {
      if (!Number.isFinite(column[row])) marks.notFinite += `M${x},${row + 1}l1,-1`;
      else if (kind === 'log' && column[row] <= 0) marks.zero += `M${x},${row + 0.5}h1`;
    }
  });
  return marks;
}

/** Which marks maps have. */
export function marksIn(maps: readonly HeatColumns[], { kind }: HeatScale): Record<keyof HeatMarks, boolean> {
  const found = { zero: false, notFinite: false };
  for (const columns of maps)
    for (const column of columns)
      for (let row = 0; row < (column?.length ?? 0); row++) {
        if (!Number.isFinite(column![row])) found.notFinite = true;
        else if (kind === 'log' && column![row] <= 0) found.zero = true;
      }
  return found;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a cell; null for a key that leads nowhere. A page is a tenth of the rows. */
export function moveInMap(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { row, column }: Cell,
  { rows, columns }: { rows: number; columns: number },
): Cell | null {
  const page = Math.max(1, Math.round(rows / 10));
  const targets: Record<string, [number, number]> = {
    ArrowRight: [row, column + 1],
    ArrowLeft: [row, column - 1],
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    PageDown: [row + page, column],
    PageUp: [row - page, column],
    Home: ctrlKey ? [0, 0] : [row, 0],
    End: ctrlKey ? [rows - 1, columns - 1] : [row, columns - 1],
  };
  if (!Object.hasOwn(targets, key)) return null;
  const [toRow, toColumn] = targets[key];
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: within(toRow, rows), column: within(toColumn, columns) };
}

/**
 * What a map over its picture (`mapFrame.ts`) says: interpolated between its positions, and where it is large.
 * Position i is centred at pixel centre + jump · i, in ResNet-50's last block at 32 · i; enlarging such a map as if its
 * cells tiled the picture draws it 15.5 pixels too far right and down.
 */
import type { Box } from './geometry.ts';
import { cellBox, type MapGeometry } from './mapFrame.ts';

/** One channel's values, row by row. */
export interface FlatMap {
  readonly height: number;
  readonly width: number;
  readonly values: ArrayLike<number>;
}

/** As cells, or bilinear between their centres. */
export const overlayModes = ['cells', 'smooth'] as const;
export type OverlayMode = (typeof overlayModes)[number];

const clamp = (value: number, high: number) => Math.max(0, Math.min(high, value));

/**
 * A map's value at every pixel of a picture, bilinear between positions; beyond the outermost centres, that of the
 * nearest.
 * @param side of the picture, in pixels
 */
export function smoothed(
  { height, width, values }: FlatMap,
  { jump, centre }: MapGeometry,
  side: number,
): Float32Array {
  const result = new Float32Array(side * side);
  const place = (pixel: number, count: number) => clamp((pixel - centre) / jump, count - 1);
  for (let y = 0; y < side; y++) {
    const v = place(y, height);
    for (let x = 0; x < side; x++) {
      result[y * side + x] = bilinear(values, width, height, v, place(x, width));
    }
  }
  return result;
}

function bilinear(values: ArrayLike<number>, width: number, height: number, v: number, u: number): number {
  const [top, left] = [Math.floor(v), Math.floor(u)];
  const [bottom, right] = [Math.min(height - 1, top + 1), Math.min(width - 1, left + 1)];
  const [down, across] = [v - top, u - left];
  const row = (y: number) => values[y * width + left] * (1 - across) + values[y * width + right] * across;
  return row(top) * (1 - down) + row(bottom) * down;
}

/** Where a map is largest, and how much of what is positive in it lies where. */
export interface AttributionSummary {
  readonly peak: { readonly row: number; readonly column: number; readonly value: number };
  /** The pixel at the peak's centre. */
  readonly at: { readonly x: number; readonly y: number };
  /** Which third of the picture that is, 0 to 2 from the top and from the left. */
  readonly third: { readonly row: number; readonly column: number };
  /** What is left when on each of the four sides as much is cut off as holds a tenth of the positive sum at most. */
  readonly box: Box;
  /** Share of the positive sum in the box, and of the picture that the box takes up. */
  readonly share: number;
  readonly area: number;
}

/** Share of the positive sum that is cut off on each side, at most. */
const tail = 0.1;

/** Null for a map without a positive value. */
export function summarise(map: FlatMap, geometry: MapGeometry, side: number): AttributionSummary | null {
  const { height, width, values } = map;
  const rows = new Float64Array(height);
  const columns = new Float64Array(width);
  let [total, largest] = [0, 0];
  for (let i = 0; i < height * width; i++) {
    if (values[i] > values[largest]) largest = i;
    const positive = Math.max(0, values[i]);
    rows[Math.floor(i / width)] += positive;
    columns[i % width] += positive;
    total += positive;
  }
  if (!(total > 0)) return null;
  const peak = { row: Math.floor(largest / width), column: largest % width, value: values[largest] };
  const { jump, centre } = geometry;
  const at = {
    x: clamp(centre + jump * peak.column, side - 1),
    y: clamp(centre + jump * peak.row, side - 1),
  };
  const third = (pixel: number) => Math.min(2, Math.floor((pixel * 3) / side));
  const [firstRow, lastRow] = middle(rows, total);
  const [firstColumn, lastColumn] = middle(columns, total);
  const first = cellBox({ row: firstRow, column: firstColumn }, geometry);
  const last = cellBox({ row: lastRow, column: lastColumn }, geometry);
  const [x, y] = [clamp(first.x, side), clamp(first.y, side)];
  const box = {
    x,
    y,
    width: clamp(last.x + jump, side) - x,
    height: clamp(last.y + jump, side) - y,
  };
  let inside = 0;
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      inside += Math.max(0, values[row * width + column]);
    }
  }
  return {
    peak,
    at,
    third: { row: third(at.y), column: third(at.x) },
    box,
    share: inside / total,
    area: (box.width * box.height) / side ** 2,
  };
}

/** First and last index of what is left when at most `tail` of the sum is cut off at either end. */
function middle(sums: Float64Array, total: number): [number, number] {
  const allowed = tail * total;
  let [first, last] = [0, sums.length - 1];
  for (let cut = sums[first]; cut <= allowed && first < last; cut += sums[first]) first++;
  for (let cut = sums[last]; cut <= allowed && last > first; cut += sums[last]) last--;
  return [first, last];
}

/** Means over squares of `size` × `size`, for a table of a map that has too many values for one. */
export function coarser({ height, width, values }: FlatMap, size: number): FlatMap {
  const [rows, columns] = [Math.ceil(height / size), Math.ceil(width / size)];
  const sums = new Float64Array(rows * columns);
  const counts = new Float64Array(rows * columns);
  for (let i = 0; i < height * width; i++) {
    const cell = Math.floor(Math.floor(i / width) / size) * columns + Math.floor((i % width) / size);
    sums[cell] += values[i];
    counts[cell]++;
  }
  return { height: rows, width: columns, values: sums.map((sum, cell) => sum / counts[cell]) };
}

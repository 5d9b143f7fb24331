/** What a measured receptive field (|∂unit/∂input| per pixel) amounts to. */
import type { Box } from '../model/architecture/receptiveField.ts';
import { colourScale, type ColourScale } from './colour.ts';
import type { PlainMap } from './thumbnail.ts';

export interface FieldFigures {
  /** Share of the whole that lies in the box: all of it, unless the box is wrong. */
  readonly inside: number;
  /** Share of the box's pixels on which the unit rests at all. */
  readonly used: number;
  /** Side of the smallest square round the centre that holds `effectiveShare` of the whole. */
  readonly effectiveSide: number;
  /** That square. */
  readonly square: Box;
}

/** From zero up; as few pixels matter far more than all others, it ends where they would hide the rest. */
export function fieldScale(values: Float32Array): ColourScale {
  let [squares, max] = [0, 0];
  for (const value of values) {
    squares += value ** 2;
    max = Math.max(max, value);
  }
  return colourScale({ mean: 0, std: Math.sqrt(squares / values.length), min: 0, max }, false);
}

/** How much of a field is called effective. */
export const effectiveShare = 0.95;

/**
 * @param box the pixels that the unit can depend on
 * @param centre row and column of the pixel that the unit is centred on
 * @returns null when nothing flows back to the picture at all, as from a unit that its ReLU cuts off
 */
export function fieldFigures(
  { height, width, values }: PlainMap,
  box: Box,
  centre: { readonly row: number; readonly column: number },
): FieldFigures | null {
  /** Sum of what lies at each distance from the centre, counted in squares round it. */
  const byDistance = new Float64Array(
    Math.ceil(2 * Math.max(height, width) + 2 * Math.max(0, -centre.row)) + 1,
  );
  let [total, inside, used] = [0, 0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = values[row * width + column];
      if (value === 0) continue;
      total += value;
      const distance = Math.ceil(Math.max(Math.abs(row - centre.row), Math.abs(column - centre.column)));
      byDistance[Math.min(byDistance.length - 1, distance)] += value;
      const isInside =
        row >= box.top && row < box.top + box.height && column >= box.left && column < box.left + box.width;
      if (!isInside) continue;
      inside += value;
      used++;
    }
  }
  if (!(total > 0)) return null;
  let [radius, sum] = [0, byDistance[0]];
  while (sum < effectiveShare * total && radius < byDistance.length - 1) sum += byDistance[++radius];
  const effectiveSide = 2 * radius + 1;
  const square = {
    top: centre.row - radius,
    left: centre.column - radius,
    height: effectiveSide,
    width: effectiveSide,
  };
  return { inside: inside / total, used: used / (box.height * box.width), effectiveSide, square };
}

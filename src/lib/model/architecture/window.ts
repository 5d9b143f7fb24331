/** The arithmetic of a window that moves over a map: how many positions it has, and what they see of the picture. */
import { ShapeProblem, whole } from './malformed.ts';

/** A square window of `kernel` positions, moved by `stride`, over a map with `padding` more on every side. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
}

export interface ReceptiveField {
  /** Side of the square, in input pixels. */
  readonly size: number;
  /** Distance between the squares of neighbouring positions, in input pixels: the product of all strides. */
  readonly jump: number;
  /** Row (and column) of the pixel on which position (0, 0) is centred; position (i, j): centre + jump·i. */
  readonly centre: number;
}

/** Number of positions along a side of `size`: ⌊(size + 2·padding − kernel) / stride⌋ + 1. */
export function windowPositions(size: number, { kernel, stride, padding }: Window): number {
  whole('kernel', kernel, 1);
  whole('stride', stride, 1);
  whole('padding', padding, 0);
  const room = size + 2 * padding - kernel;
  if (room < 0)
    throw new ShapeProblem(`kernel ${kernel} is larger than the padded side ${size + 2 * padding}`);
  return Math.floor(room / stride) + 1;
}

/**
 * What the positions of a window see, given what the positions of the map under it see
 * (Araujo, Norris, Sim: Computing Receptive Fields of Convolutional Neural Networks, Distill 2019).
 */
export function throughWindow(field: ReceptiveField, { kernel, stride, padding }: Window): ReceptiveField {
  return {
    size: field.size + (kernel - 1) * field.jump,
    jump: field.jump * stride,
    centre: field.centre + ((kernel - 1) / 2 - padding) * field.jump,
  };
}

/**
 * Where paths meet: the smallest square that holds the squares of all of them, which is the largest of them when
 * they have the same centre, as in every residual network here. Null when the paths have different jumps.
 */
export function hull(fields: readonly ReceptiveField[]): ReceptiveField | null {
  const [first] = fields;
  if (!first || fields.some(({ jump }) => jump !== first.jump)) return null;
  const low = Math.min(...fields.map(({ centre, size }) => centre - (size - 1) / 2));
  const high = Math.max(...fields.map(({ centre, size }) => centre + (size - 1) / 2));
  return { size: high - low + 1, jump: first.jump, centre: (low + high) / 2 };
}

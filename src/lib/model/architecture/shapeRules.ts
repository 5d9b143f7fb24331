/** What the shape rules of several kinds have in common. */
import type { Shape } from './graph.ts';
import { ShapeProblem } from './malformed.ts';
import { windowPositions, type Window } from './window.ts';

export const one = { least: 1, most: 1 };

export const showShape = (shape: Shape): string => `[${shape.join(', ')}]`;

/** The three sides of an image-like value. */
export function image(shape: Shape): readonly [height: number, width: number, channels: number] {
  const [height, width, channels] = shape;
  if (shape.length !== 3 || height === undefined || width === undefined || channels === undefined) {
    throw new ShapeProblem(`needs [height, width, channels], got ${showShape(shape)}`);
  }
  return [height, width, channels];
}

/** The length of a vector. */
export function vector(shape: Shape): number {
  const [features] = shape;
  if (shape.length !== 1 || features === undefined)
    throw new ShapeProblem(`needs [features], got ${showShape(shape)}`);
  return features;
}

export const channelsOf = (shape: Shape): number => shape[shape.length - 1] ?? 0;

/** Of a kind with one input, whose shape it keeps. */
export const unchanged = {
  inputs: one,
  shape: (_: unknown, [input]: readonly Shape[]): Shape => input!,
};

/** Of a kind that reads each channel through a window by itself. */
export function throughPool(window: Window, input: Shape): Shape {
  const [height, width, channels] = image(input);
  return [windowPositions(height, window), windowPositions(width, window), channels];
}

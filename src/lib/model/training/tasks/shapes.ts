import type { RandomStream } from '../random.ts';
import { outlines, type SignedDistance } from './outlines.ts';
import { drawBatch, evenColours, type Task } from './task.ts';

/** Of one picture, [height, width, channels]. */
export const shapesShape = [32, 32, 3] as const;

type Colour = readonly [number, number, number];

interface Scene {
  /** In pixels. */
  readonly left: number;
  readonly top: number;
  readonly radius: number;
  /** Signed distance of a place in the picture to the figure's edge, in pixels. */
  readonly distance: (column: number, row: number) => number;
  readonly colour: Colour;
}

const colourOf = (random: RandomStream): Colour => [random.uniform(), random.uniform(), random.uniform()];

/** Of this brightness apart at least, so that the figure can be told from its ground. */
function colourApart(random: RandomStream, from: Colour, least: number): Colour {
  for (;;) {
    const colour = colourOf(random);
    if (Math.hypot(...colour.map((value, i) => value - from[i])) >= least) return colour;
  }
}

/** A figure somewhere in the picture, turned anyhow. `radius` in pixels. */
function placed(random: RandomStream, outline: SignedDistance, radius: number, colour: Colour): Scene {
  const [height, width] = shapesShape;
  const within = (side: number) => radius + (side - 2 * radius) * random.uniform();
  const [left, top] = [within(width), within(height)];
  const angle = 2 * Math.PI * random.uniform();
  const [cos, sin] = [Math.cos(angle) / radius, Math.sin(angle) / radius];
  return {
    left,
    top,
    radius,
    colour,
    distance: (column, row) => {
      const [x, y] = [column - left, row - top];
      return radius * outline(x * cos + y * sin, y * cos - x * sin);
    },
  };
}

/** Short strokes and spots that are no figure. */
function clutter(random: RandomStream): Scene {
  const isStroke = random.uniform() < 0.6;
  const length = isStroke ? 3 + 3 * random.uniform() : 1 + 1.5 * random.uniform();
  const thin = 0.8 / length;
  const stroke: SignedDistance = (x, y) => Math.max(Math.abs(x) - 1, Math.abs(y) - thin);
  const spot: SignedDistance = (x, y) => Math.hypot(x, y) - 1;
  return placed(random, isStroke ? stroke : spot, length, colourOf(random));
}

/** Puts a scene over what is there; an edge covers a pixel as far as it reaches into it. */
function paint(picture: Float32Array, { left, top, radius, distance, colour }: Scene): void {
  const [height, width] = shapesShape;
  // The corners of a stroke are further off than its radius.
  const reach = 1.5 * radius + 1;
  const first = (middle: number) => Math.max(0, Math.floor(middle - reach));
  const last = (middle: number, side: number) => Math.min(side, Math.ceil(middle + reach));
  for (let row = first(top); row < last(top, height); row++) {
    for (let column = first(left); column < last(left, width); column++) {
      const cover = Math.min(1, Math.max(0, 0.5 - distance(column + 0.5, row + 0.5)));
      if (cover === 0) continue;
      const at = (row * width + column) * 3;
      for (let c = 0; c < 3; c++) picture[at + c] += cover * (colour[c] - picture[at + c]);
    }
  }
}

/**
 * One of ten figures in colour, anywhere and turned anyhow, on a ground of two colours, with clutter and noise. Values
 * are (v − ½) / ¼ of colours between 0 and 1.
 *
 * @param difficulty from 0 (large figures, no clutter, hardly noise) to 1 (small ones among eight pieces of clutter)
 */
export function shapesTask(difficulty = 0.25): Task {
  const classNames = Object.keys(outlines);
  const pieces = Math.round(8 * difficulty);
  const noise = 0.02 + 0.08 * difficulty;
  const [height, width] = shapesShape;
  const { mean, deviation } = evenColours;
  const draw = (random: RandomStream) => (picture: Float32Array) => {
    const label = random.integer(classNames.length);
    const [above, below] = [colourOf(random), colourOf(random)];
    for (let i = 0; i < height * width; i++) {
      const share = Math.floor(i / width) / (height - 1);
      for (let c = 0; c < 3; c++) picture[3 * i + c] = above[c] + share * (below[c] - above[c]);
    }
    for (let i = 0; i < pieces; i++) paint(picture, clutter(random));
    const radius = 11 - 4 * difficulty + 3 * random.uniform() * (1 - difficulty / 2);
    const ground = above.map((value, c) => (value + below[c]) / 2) as unknown as Colour;
    paint(picture, placed(random, outlines[classNames[label]], radius, colourApart(random, ground, 0.45)));
    for (let i = 0; i < picture.length; i++) {
      picture[i] = (picture[i] + noise * random.normal() - mean[i % 3]) / deviation[i % 3];
    }
    return label;
  };
  return {
    name: 'shapes',
    shape: shapesShape,
    classes: classNames.length,
    classNames,
    colours: evenColours,
    pictures: null,
    training: (random, size) => drawBatch(shapesShape, size, draw(random)),
    heldOut: null,
  };
}

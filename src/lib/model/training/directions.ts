/** Directions in the space of a network's weights. */
import type { Shape } from '../architecture/graph.ts';
import type { RandomStream } from './random.ts';

/** By weight's name; along weights that are absent nothing moves. */
export type Direction = ReadonlyMap<string, Float32Array>;

/**
 * A random direction in which every filter has the length that it has in the weights: d ← d / ‖d‖ · ‖θ‖ for each filter
 * of a Gaussian direction (Li et al. 2018, section 4). A filter is what makes one channel of a convolution's output, or
 * one logit. Biases, γ, β and moving statistics do not move, as in the authors' plots.
 */
export function filterNormalisedDirection(
  weights: ReadonlyMap<string, Float32Array>,
  shapes: ReadonlyMap<string, Shape>,
  random: RandomStream,
): Direction {
  const direction = new Map<string, Float32Array>();
  for (const [name, shape] of shapes) {
    if (shape.length < 2) continue;
    const values = random.normals(weights.get(name)!.length);
    const filters = shape.at(-1)!;
    const [have, want] = [filterNorms(values, filters), filterNorms(weights.get(name)!, filters)];
    for (let i = 0; i < values.length; i++) values[i] *= want[i % filters] / have[i % filters];
    direction.set(name, values);
  }
  return direction;
}

/** L2 norms of a kernel's filters, which are its last axis. */
export function filterNorms(kernel: Float32Array, filters: number): Float64Array {
  const squares = new Float64Array(filters);
  for (let i = 0; i < kernel.length; i++) squares[i % filters] += kernel[i] ** 2;
  return squares.map(Math.sqrt);
}

/** θ + a δ + b η of the weights that move. */
export function displaced(
  weights: ReadonlyMap<string, Float32Array>,
  [delta, eta]: readonly [Direction, Direction],
  [a, b]: readonly [number, number],
): Map<string, Float32Array> {
  const moved = new Map<string, Float32Array>();
  for (const name of new Set([...delta.keys(), ...eta.keys()])) {
    const [along, across] = [delta.get(name), eta.get(name)];
    const from = weights.get(name)!;
    moved.set(
      name,
      from.map((value, i) => value + a * (along?.[i] ?? 0) + b * (across?.[i] ?? 0)),
    );
  }
  return moved;
}

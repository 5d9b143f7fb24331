import type { Shape } from '../architecture/graph.ts';
import { RandomStream } from './random.ts';

/** Pictures and their classes. */
export interface Batch {
  /** [n, height, width, channels], row-major. */
  readonly inputs: Float32Array;
  /** n indices of classes. */
  readonly labels: Int32Array;
}

export interface GaussianOptions {
  readonly seed: number;
  readonly size: number;
  /** Of one picture, [height, width, channels]. */
  readonly shape: Shape;
  readonly classes: number;
}

/** Pictures of standard normal noise with random labels: all there is to ask of a network that was not trained. */
export function gaussianBatch({ seed, size, shape, classes }: GaussianOptions): Batch {
  const pixels = new RandomStream(seed, 'batch/inputs');
  const classOf = new RandomStream(seed, 'batch/labels');
  const length = shape.reduce((product, side) => product * side, size);
  return {
    inputs: new Float32Array(length).map(() => pixels.normal()),
    labels: new Int32Array(size).map(() => classOf.integer(classes)),
  };
}

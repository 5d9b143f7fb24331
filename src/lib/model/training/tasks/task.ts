import type { Shape } from '../../architecture/graph.ts';
import type { Batch } from '../batch.ts';
import type { RandomStream } from '../random.ts';

/** Something to learn: pictures and the classes that they are of. */
export interface Task {
  readonly id: 'gratings' | 'shapes' | 'emoji' | 'cifar10' | 'folders';
  /** Of one picture, [height, width, channels]. */
  readonly shape: Shape;
  /** Names of the classes by index. */
  readonly classes: readonly string[];
  /** The next pictures to train on. Two networks that are given streams of the same seed see the same pictures. */
  training(random: RandomStream, size: number): Batch;
  /** Pictures that are never trained on, always the same; null where every batch is new. */
  readonly heldOut: ((size: number) => Batch) | null;
}

/** A batch of pictures that are drawn one by one. */
export function drawBatch(
  shape: Shape,
  size: number,
  draw: (picture: Float32Array, index: number) => number,
): Batch {
  const length = shape.reduce((product, side) => product * side, 1);
  const inputs = new Float32Array(size * length);
  const labels = new Int32Array(size);
  for (let i = 0; i < size; i++) labels[i] = draw(inputs.subarray(i * length, (i + 1) * length), i);
  return { inputs, labels };
}

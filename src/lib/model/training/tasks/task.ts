import type { Shape } from '../../architecture/graph.ts';
import type { Batch } from '../batch.ts';
import type { TrainingTask } from '../trainer.ts';

/** A task with all that the reader is told of it. */
export interface Task extends TrainingTask {
  readonly name: TaskName;
  /** Of the classes, by index. */
  readonly classNames: readonly string[];
}

export const taskNames = ['gratings', 'shapes', 'emoji', 'cifar10'] as const;
export type TaskName = (typeof taskNames)[number];

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

import type { Shape } from '../../architecture/graph.ts';
import type { TaskChoice, TaskFacts } from '../../protocol/training.ts';
import type { Batch } from '../batch.ts';
import type { TrainingTask } from '../trainer.ts';

/** How levels between 0 (dark) and 1 become a network's input: (v − mean) / deviation, for each channel. */
export type Colours = TaskFacts['colours'];

/** Of colours that are as likely everywhere between 0 and 1. */
export const evenColours: Colours = { mean: [0.5, 0.5, 0.5], deviation: [0.25, 0.25, 0.25] };

/** A task with all that the reader is told of it. */
export interface Task extends TrainingTask {
  readonly name: TaskName;
  /** Of the classes, by index. */
  readonly classNames: readonly string[];
  readonly colours: Colours;
  /** That are trained on; null where every batch is new. */
  readonly pictures: number | null;
}

export type TaskName = TaskChoice['name'];
export const taskNames = [
  'gratings',
  'shapes',
  'emoji',
  'cifar10',
  'folders',
] as const satisfies readonly TaskName[];

/** Of reading a task's files. */
export interface TaskOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, all: number) => void;
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

/** By code units: an order that is the same everywhere. */
export const compareNames = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

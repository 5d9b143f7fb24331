/** What a race begins with: everything in it that is random. */
import { weightShapes } from '../architecture/shapes.ts';
import type { StartTensor, TrainingOptions } from '../protocol/training.ts';
import { concatenate } from './concatenate.ts';
import { initialWeights } from './initialWeights.ts';
import { RandomStream } from './random.ts';
import { trainedGraph, type TrainingTask } from './trainer.ts';

export interface StartingRun {
  /** Stands before the names of its weights. */
  readonly name: string;
  readonly options: TrainingOptions;
}

/**
 * The initial weights of runs, named `plain-20/stem_conv/kernel`, and the first batches that they see, `batches/inputs`
 * [batches, n, height, width, channels] and `batches/labels` [batches, n]. Seed and batch size are those of the first
 * run.
 */
export function trainingStart(
  task: TrainingTask,
  runs: readonly StartingRun[],
  batches: number,
): StartTensor[] {
  const weights = runs.flatMap(({ name, options }) => {
    const graph = trainedGraph(options, task);
    const values = initialWeights(graph, options);
    return [...weightShapes(graph)].map(([weight, shape]) => ({
      name: `${name}/${weight}`,
      shape,
      values: values.get(weight)!,
    }));
  });
  const [{ options }] = runs;
  const random = new RandomStream(options.seed, task.name);
  const drawn = Array.from({ length: batches }, () => task.training(random, options.batch));
  const inputs = { shape: [batches, options.batch, ...task.shape], of: drawn.map((batch) => batch.inputs) };
  const labels = { shape: [batches, options.batch], of: drawn.map((batch) => batch.labels) };
  return [
    ...weights,
    { name: 'batches/inputs', shape: inputs.shape, values: concatenate(Float32Array, inputs.of) },
    { name: 'batches/labels', shape: labels.shape, values: concatenate(Int32Array, labels.of) },
  ];
}

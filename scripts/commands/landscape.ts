import { startBackend } from '../../src/lib/model/engine/backends.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import {
  defaultLandscape as defaults,
  type LandscapeOptions,
} from '../../src/lib/model/protocol/landscape.ts';
import { measureLandscape } from '../../src/lib/model/training/landscape.ts';
import { TrainingRun } from '../../src/lib/model/training/trainer.ts';
import { snapshotLimit, Trajectory } from '../../src/lib/model/training/trajectory.ts';
import type { TaskName } from '../../src/lib/model/training/tasks/task.ts';
import type { TrainingOptions } from '../../src/lib/model/protocol/training.ts';
import { openTask, type TaskSettings } from '../tasks.ts';
import { readArguments } from './arguments.ts';
import { readChoice, readNumber, readWhole, withoutNonFinite } from './numbers.ts';
import { table } from './table.ts';
import { readTraining, seedRange, text, trainingArguments, trainingUsage } from './trainingOptions.ts';

export const usage = `landscape [--plane random|trajectory] [--resolution 13] [--extent 1] [--pictures 128] [--direction-seed 0] [--statistics batch|moving] ${trainingUsage} [--json]`;

/** Trains as `train` does, then tells loss and accuracy on a plane through the weights: rows of b, columns of a. */
export async function run(args: string[]) {
  const { taskName, settings, options, view } = read(args);
  const trained = await train(taskName, settings, options);
  try {
    const result = await landscapeOf(trained, view);
    return { result: withoutNonFinite(result), text: () => describe(result) };
  } finally {
    trained.run.dispose();
  }
}

/** A network with the way that it has come. The caller disposes the run. */
export async function train(taskName: TaskName, settings: TaskSettings, options: TrainingOptions) {
  const task = await openTask(taskName, settings);
  const { backend } = await startBackend('wasm');
  const run = new TrainingRun(task, options);
  const { params } = run.facts;
  const trajectory = new Trajectory(snapshotLimit(params, 1));
  const follow = () => trajectory.follow(run.step, () => run.network.weights());
  follow();
  let last = { loss: NaN, accuracy: NaN };
  while (run.step < options.steps) {
    last = await run.next();
    follow();
  }
  const training = { ...options, params, lastLoss: last.loss, lastAccuracy: last.accuracy };
  return { run, trajectory, about: { task: task.name, backend, training } };
}

export async function landscapeOf(
  { run, trajectory, about }: Awaited<ReturnType<typeof train>>,
  view: LandscapeOptions,
  onRow?: (row: number) => void,
) {
  const { loss, accuracy, ...landscape } = await measureLandscape(run, trajectory, view, {
    progress: ({ row }) => onRow?.(row),
  });
  const rows = (values: Float32Array) =>
    landscape.b.map((_, row) => [...values.subarray(row * view.resolution, (row + 1) * view.resolution)]);
  return { ...about, ...view, ...landscape, loss: rows(loss), accuracy: rows(accuracy) };
}

function describe({ a, b, loss }: Awaited<ReturnType<typeof landscapeOf>>): string {
  const short = (x: number) => x.toPrecision(3);
  return table(
    ['b \\ a', ...a.map(short)],
    b.map((y, row) => [short(y), ...loss[row].map(short)]),
  );
}

function read(args: string[]) {
  const { values, positionals } = readArguments('landscape', args, {
    ...trainingArguments,
    plane: text(defaults.plane),
    resolution: text(defaults.resolution),
    extent: text(defaults.extent),
    pictures: text(defaults.pictures),
    'direction-seed': text(defaults.seed),
    statistics: text(defaults.statistics),
  });
  if (positionals.length > 0)
    throw new AtlasError('unknownOption', { option: positionals[0], command: 'landscape' });
  const view: LandscapeOptions = {
    plane: readChoice('--plane', values.plane, ['random', 'trajectory']),
    resolution: readWhole('--resolution', values.resolution, { least: 2, most: 201 }),
    extent: readNumber('--extent', values.extent, { least: 0.001, most: 100 }),
    pictures: readWhole('--pictures', values.pictures, { least: 2, most: 4096 }),
    seed: readWhole('--direction-seed', values['direction-seed'], seedRange),
    statistics: readChoice('--statistics', values.statistics, ['batch', 'moving']),
  };
  return { ...readTraining(values), view };
}

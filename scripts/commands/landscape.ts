import { startBackend } from '../../src/lib/model/engine/backends.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import {
  defaultLandscape as defaults,
  type Landscape,
  type LandscapeOptions,
} from '../../src/lib/model/protocol/landscape.ts';
import { measureLandscape } from '../../src/lib/model/training/landscape.ts';
import { TrainingRun } from '../../src/lib/model/training/trainer.ts';
import { snapshotLimit, Trajectory } from '../../src/lib/model/training/trajectory.ts';
import { openTask } from '../tasks.ts';
import { readArguments } from './arguments.ts';
import { readChoice, readNumber, readWhole, withoutNonFinite } from './numbers.ts';
import { table } from './table.ts';
import { readTraining, seedRange, text, trainingArguments, trainingUsage } from './trainingOptions.ts';

export const usage = `landscape [--plane random|trajectory] [--resolution 13] [--extent 1] [--pictures 128] [--direction-seed 0] [--statistics batch|moving] ${trainingUsage} [--json]`;

/** Trains as `train` does, then tells loss and accuracy on a plane through the weights: rows of b, columns of a. */
export async function run(args: string[]) {
  const { taskName, settings, options, view } = read(args);
  const task = await openTask(taskName, settings);
  const { backend } = await startBackend('wasm');
  const run = new TrainingRun(task, options);
  const { params } = run.facts;
  const trajectory = new Trajectory(snapshotLimit(params, 1));
  const follow = () => trajectory.follow(run.step, () => run.network.weights());
  try {
    follow();
    let trained = { loss: NaN, accuracy: NaN };
    while (run.step < options.steps) {
      trained = await run.next();
      follow();
    }
    const landscape = await measureLandscape(run, trajectory, view);
    const { loss, accuracy } = trained;
    const training = { ...options, params, lastLoss: loss, lastAccuracy: accuracy };
    const result = { task: task.name, training, backend, ...view, ...landscape, ...rowsOf(landscape) };
    return { result: withoutNonFinite(result), text: () => describe(landscape) };
  } finally {
    run.dispose();
  }
}

function rowsOf({ a, b, loss, accuracy }: Landscape) {
  const rows = (values: Float32Array) =>
    b.map((_, row) => [...values.subarray(row * a.length, (row + 1) * a.length)]);
  return { loss: rows(loss), accuracy: rows(accuracy) };
}

function describe({ a, b, loss }: Landscape): string {
  const short = (x: number) => x.toPrecision(3);
  return table(
    ['b \\ a', ...a.map(short)],
    b.map((y, row) => [short(y), ...Array.from(loss.subarray(row * a.length, (row + 1) * a.length), short)]),
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

import { defaultLandscape, type LandscapeOptions } from '../../model/protocol/landscape.ts';
import { defaultTraining, type TaskChoice, type TrainingOptions } from '../../model/protocol/training.ts';

const named = {
  depth: '--depth',
  net: '--net',
  shortcut: '--shortcut',
  norm: '--norm',
  init: '--init',
  width: '--width',
  batch: '--batch',
  optimizer: '--optimizer',
  rate: '--rate',
  momentum: '--momentum',
  decay: '--decay',
  schedule: '--schedule',
  warmup: '--warmup',
  clip: '--clip',
  steps: '--steps',
  seed: '--seed',
} as const satisfies Partial<Record<keyof TrainingOptions, string>>;

/** What trains the same network on the command line and tells the loss on the same plane. */
export function landscapeCommand(
  task: TaskChoice,
  training: TrainingOptions,
  { plane, resolution, extent, pictures, seed, statistics }: LandscapeOptions,
): string {
  const option = (name: string, value: unknown, fallback: unknown) =>
    value === fallback ? [] : [name, String(value)];
  const of = defaultLandscape;
  return [
    'npm run -s atlas -- landscape',
    ...option('--plane', plane, of.plane),
    ...option('--resolution', resolution, of.resolution),
    ...(plane === 'random' ? option('--extent', extent, of.extent) : []),
    ...option('--pictures', pictures, of.pictures),
    ...(plane === 'random' ? option('--direction-seed', seed, of.seed) : []),
    ...option('--statistics', statistics, of.statistics),
    ...option('--task', task.name, 'gratings'),
    ...(task.name === 'shapes' ? ['--difficulty', String(task.difficulty)] : []),
    ...(task.name === 'cifar10' || task.name === 'folders' ? ['--data', 'DIR'] : []),
    // These two are always said: they are what is compared.
    ...['--depth', String(training.depth), '--net', training.net],
    ...(Object.keys(named) as (keyof typeof named)[])
      .filter((key) => key !== 'depth' && key !== 'net')
      .flatMap((key) => option(named[key], training[key], defaultTraining[key])),
    ...(training.zeroGamma ? ['--zero-gamma'] : []),
    '--json',
  ].join(' ');
}

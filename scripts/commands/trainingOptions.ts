/** What is trained, on what and how: options that several commands have. */
import { initialisations } from '../../src/lib/model/training/initialWeights.ts';
import { schedules } from '../../src/lib/model/training/schedule.ts';
import { taskNames, type TaskName } from '../../src/lib/model/training/tasks/task.ts';
import { defaultTraining as defaults, type TrainingOptions } from '../../src/lib/model/protocol/training.ts';
import type { TaskSettings } from '../tasks.ts';
import { fromCaller } from './arguments.ts';
import { readChoice, readDepth, readNumber, readWhole, zeroGammaNeedsNorm } from './numbers.ts';

export const trainingUsage =
  '[--task gratings|shapes|emoji|cifar10|folders] [--data DIR] [--difficulty 0.25] [--depth 20] [--net plain|residual] [--shortcut A|B] [--norm batch|none] [--zero-gamma] [--init he|glorot|pytorch] [--width 8] [--batch 32] [--optimizer sgd|adam] [--rate 0.05] [--momentum 0.9] [--decay 1e-4] [--schedule constant|step|cosine] [--warmup 0] [--clip 0] [--steps 200] [--seed 0]';

/** An option with a value when it is not given. */
export const text = (value: number | string) => ({ type: 'string' as const, default: String(value) });

/** For `readArguments`, and the values it has read for `readTraining`. */
export const trainingArguments = {
  task: text('gratings'),
  data: { type: 'string' },
  difficulty: text(0.25),
  depth: text(defaults.depth),
  net: text(defaults.net),
  shortcut: text(defaults.shortcut),
  norm: text(defaults.norm),
  'zero-gamma': { type: 'boolean', default: defaults.zeroGamma },
  init: text(defaults.init),
  width: text(defaults.width),
  batch: text(defaults.batch),
  optimizer: text(defaults.optimizer),
  rate: text(defaults.rate),
  momentum: text(defaults.momentum),
  decay: text(defaults.decay),
  schedule: text(defaults.schedule),
  warmup: text(defaults.warmup),
  clip: text(defaults.clip),
  steps: text(defaults.steps),
  seed: text(defaults.seed),
} as const;

type Values = {
  readonly [K in Exclude<keyof typeof trainingArguments, 'data' | 'zero-gamma'>]: string;
} & { readonly data?: string; readonly 'zero-gamma': boolean };

export const stepsRange = { least: 0, most: 1_000_000 };
export const seedRange = { least: 0, most: 2 ** 32 - 1 };

/** @throws AtlasError invalidValue */
export function readTraining(values: Values): {
  readonly taskName: TaskName;
  readonly settings: TaskSettings;
  readonly options: TrainingOptions;
} {
  const norm = readChoice('--norm', values.norm, ['batch', 'none']);
  if (values['zero-gamma'] && norm === 'none') throw zeroGammaNeedsNorm();
  return {
    taskName: readChoice('--task', values.task, taskNames),
    settings: {
      folder: values.data === undefined ? undefined : fromCaller(values.data),
      difficulty: readNumber('--difficulty', values.difficulty, { least: 0, most: 1 }),
    },
    options: {
      depth: readDepth('--depth', values.depth),
      net: readChoice('--net', values.net, ['plain', 'residual']),
      shortcut: readChoice('--shortcut', values.shortcut, ['A', 'B']),
      norm,
      zeroGamma: values['zero-gamma'],
      init: readChoice('--init', values.init, initialisations),
      width: readWhole('--width', values.width, { least: 1, most: 256 }),
      batch: readWhole('--batch', values.batch, { least: 1, most: 1024 }),
      optimizer: readChoice('--optimizer', values.optimizer, ['sgd', 'adam']),
      rate: readNumber('--rate', values.rate, { least: 0, most: 1000 }),
      momentum: readNumber('--momentum', values.momentum, { least: 0, most: 0.9999 }),
      decay: readNumber('--decay', values.decay, { least: 0, most: 10 }),
      schedule: readChoice('--schedule', values.schedule, schedules),
      warmup: readWhole('--warmup', values.warmup, stepsRange),
      clip: readNumber('--clip', values.clip, { least: 0, most: 1e6 }),
      steps: readWhole('--steps', values.steps, { ...stepsRange, least: 1 }),
      seed: readWhole('--seed', values.seed, seedRange),
    },
  };
}

import { startBackend } from '../../src/lib/model/engine/backends.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import { initialisations } from '../../src/lib/model/training/initialWeights.ts';
import { schedules } from '../../src/lib/model/training/schedule.ts';
import { taskNames } from '../../src/lib/model/training/tasks/task.ts';
import {
  defaultTraining as defaults,
  type RunFacts,
  type TrainedStep,
  type TrainingOptions,
} from '../../src/lib/model/protocol/training.ts';
import { TrainingRun } from '../../src/lib/model/training/trainer.ts';
import { openTask } from '../tasks.ts';
import { fromCaller, readArguments } from './arguments.ts';
import {
  readChoice,
  readDepth,
  readNumber,
  readWhole,
  withoutNonFinite,
  zeroGammaNeedsNorm,
} from './numbers.ts';
import { print } from './print.ts';

export const usage =
  'train [--task gratings|shapes|emoji|cifar10|folders] [--data DIR] [--difficulty 0.25] [--depth 20] [--net plain|residual] [--shortcut A|B] [--norm batch|none] [--zero-gamma] [--init he|glorot|pytorch] [--width 8] [--batch 32] [--optimizer sgd|adam] [--rate 0.05] [--momentum 0.9] [--decay 1e-4] [--schedule constant|step|cosine] [--warmup 0] [--clip 0] [--steps 200] [--seed 0] [--measure-every 10] [--figures] [--test-every 0] [--json]';

/** Prints a line for each step, with `--json` as JSON; the answer is the summary. */
export async function run(args: string[]) {
  const { taskName, settings, options, measureEvery, testEvery, figures, json } = read(args);
  const task = await openTask(taskName, settings);
  const { backend } = await startBackend('wasm');
  const run = new TrainingRun(task, options);
  const start = performance.now();
  const steps: TrainedStep[] = [];
  try {
    while (run.step < options.steps && isFinite(steps.at(-1)?.loss ?? 0)) {
      const isDue = (every: number) => every > 0 && run.step % every === 0;
      const found = await run.next({ measure: isDue(measureEvery), test: isDue(testEvery) });
      steps.push(found);
      if (json) await print(JSON.stringify(withoutNonFinite(lineOf(found, run.facts, figures))));
      else if (found.step % 10 === 0 || found.step === options.steps - 1) await print(describe(found));
    }
  } finally {
    run.dispose();
  }
  const summary = {
    task: task.name,
    ...options,
    backend,
    ...figuresOf(steps),
    stepsPerSecond: (1000 * steps.length) / (performance.now() - start),
  };
  const text = () =>
    `${steps.length} steps, ${summary.stepsPerSecond.toPrecision(3)} a second; over the last ${lastSteps}: ` +
    `loss ${summary.lastLoss.toPrecision(4)}, accuracy ${summary.lastAccuracy.toFixed(3)}` +
    (summary.diverged ? '. Stopped: the loss is not finite' : '');
  return { result: withoutNonFinite({ summary }), text };
}

/** Over this many steps at the end the summary takes the mean. */
const lastSteps = 20;

function figuresOf(steps: readonly TrainedStep[]) {
  const last = steps.slice(-lastSteps);
  const mean = (of: (step: TrainedStep) => number) =>
    last.reduce((sum, step) => sum + of(step), 0) / last.length;
  return {
    stepsDone: steps.length,
    lastLoss: mean(({ loss }) => loss),
    lastAccuracy: mean(({ accuracy }) => accuracy),
    diverged: !isFinite(steps.at(-1)?.loss ?? 0),
  };
}

/** `gradients`: ‖∂L/∂kernel‖ by layer; `figures`: everything that was measured, by layer or block. */
function lineOf(
  { step, loss, accuracy, figures, heldOut }: TrainedStep,
  { layers, blocks }: RunFacts,
  withFigures: boolean,
) {
  const byName = (names: readonly string[], values: readonly number[]) =>
    Object.fromEntries(names.map((name, i) => [name, values[i]]));
  return {
    step,
    loss,
    accuracy,
    ...(figures && { gradients: byName(layers, figures.gradient) }),
    ...(figures &&
      withFigures && {
        figures: Object.fromEntries(
          Object.entries(figures).map(([figure, values]) => [
            figure,
            byName(figure === 'branch' ? blocks : layers, values),
          ]),
        ),
      }),
    ...(heldOut && { heldOut }),
  };
}

const describe = ({ step, loss, accuracy, rate }: TrainedStep) =>
  `step ${String(step).padStart(5)}  loss ${loss.toPrecision(4)}  accuracy ${accuracy.toFixed(3)}  rate ${rate.toPrecision(3)}`;

function read(args: string[]) {
  const text = (value: number | string) => ({ type: 'string' as const, default: String(value) });
  const { values, positionals } = readArguments('train', args, {
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
    'measure-every': text(10),
    figures: { type: 'boolean', default: false },
    'test-every': text(0),
  });
  if (positionals.length > 0)
    throw new AtlasError('unknownOption', { option: positionals[0], command: 'train' });
  const steps = { least: 0, most: 1_000_000 };
  const norm = readChoice('--norm', values.norm, ['batch', 'none']);
  if (values['zero-gamma'] && norm === 'none') throw zeroGammaNeedsNorm();
  const options: TrainingOptions = {
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
    warmup: readWhole('--warmup', values.warmup, steps),
    clip: readNumber('--clip', values.clip, { least: 0, most: 1e6 }),
    steps: readWhole('--steps', values.steps, { ...steps, least: 1 }),
    seed: readWhole('--seed', values.seed, { least: 0, most: 2 ** 32 - 1 }),
  };
  return {
    taskName: readChoice('--task', values.task, taskNames),
    settings: {
      folder: values.data === undefined ? undefined : fromCaller(values.data),
      difficulty: readNumber('--difficulty', values.difficulty, { least: 0, most: 1 }),
    },
    options,
    measureEvery: readWhole('--measure-every', values['measure-every'], steps),
    figures: values.figures,
    testEvery: readWhole('--test-every', values['test-every'], steps),
    json: args.includes('--json'),
  };
}

import { startBackend } from '../../src/lib/model/engine/backends.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import { lastSteps, type RunFacts, type TrainedStep } from '../../src/lib/model/protocol/training.ts';
import { meanOf } from '../../src/lib/model/statistics.ts';
import { TrainingRun } from '../../src/lib/model/training/trainer.ts';
import { openTask } from '../tasks.ts';
import { readArguments } from './arguments.ts';
import { readWhole, withoutNonFinite } from './numbers.ts';
import { print } from './print.ts';
import { readTraining, stepsRange, text, trainingArguments, trainingUsage } from './trainingOptions.ts';

export const usage = `train ${trainingUsage} [--measure-every 10] [--figures] [--test-every 0] [--json]`;

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

function figuresOf(steps: readonly TrainedStep[]) {
  const last = steps.slice(-lastSteps);
  return {
    stepsDone: steps.length,
    lastLoss: meanOf(last.map(({ loss }) => loss)),
    lastAccuracy: meanOf(last.map(({ accuracy }) => accuracy)),
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
  const { values, positionals } = readArguments('train', args, {
    ...trainingArguments,
    'measure-every': text(10),
    figures: { type: 'boolean', default: false },
    'test-every': text(0),
  });
  if (positionals.length > 0)
    throw new AtlasError('unknownOption', { option: positionals[0], command: 'train' });
  return {
    ...readTraining(values),
    measureEvery: readWhole('--measure-every', values['measure-every'], stepsRange),
    figures: values.figures,
    testEvery: readWhole('--test-every', values['test-every'], stepsRange),
    json: args.includes('--json'),
  };
}

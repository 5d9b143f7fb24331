import { startBackend } from '../../src/lib/model/engine/backends.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import { blockLesions, insidePictures } from '../../src/lib/model/training/inside.ts';
import { TrainingRun } from '../../src/lib/model/training/trainer.ts';
import { openTask } from '../tasks.ts';
import { readArguments } from './arguments.ts';
import { readChoice, withoutNonFinite } from './numbers.ts';
import { table } from './table.ts';
import { readTraining, text, trainingArguments, trainingUsage } from './trainingOptions.ts';

export const usage = `inside [--lesion removeBlock|cutShortcut] ${trainingUsage} [--json]`;

/** Trains as `train` does, then tells what the network gets right with the lesion in each of its blocks in turn. */
export async function run(args: string[]) {
  const { taskName, settings, options, lesion } = read(args);
  const task = await openTask(taskName, settings);
  const { backend } = await startBackend('wasm');
  const run = new TrainingRun(task, options);
  try {
    while (run.step < options.steps) await run.next();
    const { whole, blocks, pictures } = await blockLesions(run, insidePictures(task), { lesion });
    const result = { task: task.name, training: options, backend, lesion, pictures, whole, blocks };
    const rows = Object.entries({ none: whole ?? NaN, ...blocks });
    const columns = [lesion, `right of ${pictures}`];
    return {
      result: withoutNonFinite(result),
      text: () =>
        table(
          columns,
          rows.map(([block, share]) => [block, share.toFixed(3)]),
        ),
    };
  } finally {
    run.dispose();
  }
}

function read(args: string[]) {
  const { values, positionals } = readArguments('inside', args, {
    ...trainingArguments,
    lesion: text('removeBlock'),
  });
  if (positionals.length > 0)
    throw new AtlasError('unknownOption', { option: positionals[0], command: 'inside' });
  const training = readTraining(values);
  const lesion = readChoice('--lesion', values.lesion, ['removeBlock', 'cutShortcut']);
  if (lesion === 'cutShortcut' && training.options.net === 'plain')
    throw new AtlasError('invalidValue', { option: '--lesion', value: lesion, expected: 'removeBlock' });
  return { ...training, lesion };
}

import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { safetensors } from '../../src/lib/export/safetensors.ts';
import { trainingScript } from '../../src/lib/i18n/messages/trainingScript.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import { exportTraining, type ExportedTask } from '../../src/lib/model/export/training/script.ts';
import type { TaskName } from '../../src/lib/model/training/tasks/task.ts';
import { trainingStart } from '../../src/lib/model/training/start.ts';
import { formatLane } from '../../src/lib/state/compare/laneConfiguration.ts';
import { openTask } from '../tasks.ts';
import { fromCaller, readArguments } from './arguments.ts';
import { readWhole } from './numbers.ts';
import { readTraining, text, trainingArguments, trainingUsage } from './trainingOptions.ts';

export const usage = `export-training ${trainingUsage} [--torchrun] [--initial FILE] [--batches 5] [--json]`;

/**
 * The experiment that `train` makes, as a program for PyTorch: without `--net` the plain and the residual network
 * beside each other. `--initial`: what is random in it goes into this file, for the program's option of that name.
 */
export async function run(args: string[]) {
  const { values, positionals } = readArguments('export-training', args, {
    ...trainingArguments,
    net: { type: 'string' },
    torchrun: { type: 'boolean', default: false },
    initial: { type: 'string' },
    batches: text(5),
  });
  if (positionals.length > 0)
    throw new AtlasError('unknownOption', { option: positionals[0], command: 'export-training' });
  const nets = values.net === undefined ? ['plain', 'residual'] : [values.net];
  const read = nets.map((net) => readTraining({ ...values, net }));
  const lanes = read.map(({ options }) => ({ name: formatLane(options), options }));
  const [{ taskName, settings }] = read;
  const batches = readWhole('--batches', values.batches, { least: 0, most: 1000 });
  if (values.initial !== undefined) {
    const tensors = trainingStart(await openTask(taskName, settings), lanes, batches);
    await writeFile(fromCaller(values.initial), safetensors(tensors));
  }
  const code = exportTraining({
    task: exported(taskName, settings.difficulty),
    lanes,
    words: trainingScript.en,
    distributed: values.torchrun,
  });
  const initial = values.initial === undefined ? {} : { initial: basename(values.initial), batches };
  return { result: { lanes: lanes.map(({ name }) => name), ...initial, code }, text: () => code.trimEnd() };
}

function exported(name: TaskName, difficulty = 0.25): ExportedTask {
  if (name === 'shapes') return { name, difficulty };
  return name === 'emoji' ? { name, folder: 'static/emoji' } : { name };
}

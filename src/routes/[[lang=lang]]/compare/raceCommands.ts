import type { TaskChoice, TrainingOptions } from '$lib/model/protocol/training.ts';
import { runsOf, type RaceSettings } from '$lib/state/compare/raceSettings.ts';

/** Task and options of a run, as the commands that train take them. */
export function trainingArguments(task: TaskChoice, options: TrainingOptions): readonly string[] {
  const { net, shortcut, norm, zeroGamma, init, optimizer, momentum, schedule, warmup, clip } = options;
  return [
    ...['--task', task.name],
    ...(task.name === 'shapes' ? ['--difficulty', String(task.difficulty)] : []),
    ...(task.name === 'cifar10' || task.name === 'folders' ? ['--data', 'DIR'] : []),
    ...['--depth', options.depth, '--net', net],
    ...(net === 'residual' ? ['--shortcut', shortcut] : []),
    ...['--norm', norm],
    ...(zeroGamma ? ['--zero-gamma'] : []),
    ...['--init', init, '--width', options.width, '--batch', options.batch, '--optimizer', optimizer],
    ...['--rate', options.rate],
    ...(optimizer === 'sgd' ? ['--momentum', momentum] : []),
    ...['--decay', options.decay, '--schedule', schedule],
    ...(warmup > 0 ? ['--warmup', warmup] : []),
    ...(clip > 0 ? ['--clip', clip] : []),
    ...['--steps', options.steps, '--seed', options.seed],
  ].map(String);
}

/** What repeats a race on the command line: a line for each run. */
export function raceCommands(settings: RaceSettings): readonly string[] {
  const { task, measureEvery } = settings;
  return runsOf(settings).map(({ options }) => {
    const args = trainingArguments(task, options).join(' ');
    return `npm run -s atlas -- train ${args} --measure-every ${measureEvery} --json`;
  });
}

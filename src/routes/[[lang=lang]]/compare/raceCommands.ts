import { runsOf, type RaceSettings } from '$lib/state/compare/raceSettings.ts';

/** What repeats a race on the command line: a line for each run. */
export function raceCommands(settings: RaceSettings): readonly string[] {
  const { task, measureEvery } = settings;
  const ofTask = [
    ...['--task', task.name],
    ...(task.name === 'shapes' ? ['--difficulty', String(task.difficulty)] : []),
    ...(task.name === 'cifar10' || task.name === 'folders' ? ['--data', 'DIR'] : []),
  ];
  return runsOf(settings).map(({ options }) => {
    const { net, shortcut, norm, zeroGamma, init, optimizer, momentum, schedule, warmup, clip } = options;
    const args = [
      ...ofTask,
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
      ...['--steps', options.steps, '--seed', options.seed, '--measure-every', measureEvery],
    ];
    return `npm run -s atlas -- train ${args.join(' ')} --json`;
  });
}

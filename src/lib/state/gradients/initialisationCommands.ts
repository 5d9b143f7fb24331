/** What repeats a measurement on the command line. */
import type { StepNet, StepSettings } from './stepSettings.ts';
import { alphaOf, depthOf, type NetworkConfiguration } from './networkConfiguration.ts';

/** Arguments of `atlas init` for a network; several seeds are the geometric mean of seed, seed + 1, … */
export function initArguments(configuration: NetworkConfiguration, seed: number, seeds: number): string[] {
  const { size, net, norm, init, zeroGamma, alpha } = configuration;
  return [
    ...(size === 'resnet50' ? ['--model', 'resnet50'] : ['--depth', String(depthOf(configuration))]),
    ...['--net', net, '--norm', norm, '--init', init],
    ...(zeroGamma ? ['--zero-gamma'] : []),
    ...(alpha === 1 ? [] : ['--alpha', String(alphaOf(configuration))]),
    ...['--seed', String(seed)],
    ...(seeds === 1 ? [] : ['--seeds', String(seeds)]),
  ];
}

/** Arguments of `atlas first-steps` for one of the two networks. */
export function stepArguments(net: StepNet, { depth, rate, steps, seed }: StepSettings): string[] {
  return [
    ...['--depth', String(depth), '--net', net, '--rate', String(rate)],
    ...['--steps', String(steps), '--seed', String(seed)],
  ];
}

/** The command as it is typed. */
export const commandLine = (command: 'init' | 'first-steps', options: readonly string[]): string =>
  ['npm run -s atlas --', command, ...options, '--json'].join(' ');

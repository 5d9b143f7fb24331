/** From the recording of the page on identity shortcuts. */
import {
  networkNames,
  networks,
  resultOf,
  type Result,
} from '../../content/experiments/identity-matters/networks.ts';
import {
  identityArguments,
  identityId,
  type IdentityFigures,
} from '../../src/lib/state/gradients/identityNetworks.ts';
import { identityRecording } from '../../src/lib/state/gradients/identityRecording.ts';

export function record() {
  const { seed, recorded, backend } = identityRecording;
  const figures = (name: (typeof networkNames)[number]) =>
    identityRecording.networks[identityId(networks[name])]!;
  const result: Result = resultOf(
    Object.fromEntries(networkNames.map((name) => [name, figures(name)])) as Record<
      (typeof networkNames)[number],
      IdentityFigures
    >,
  );
  const command = networkNames
    .map((name) => identityArguments(networks[name], { seed, seeds: figures(name).seeds }))
    .map((options) => ['npm run -s atlas -- init', ...options, '--json'].join(' '))
    .join('\n');
  return { result, command, recorded, backend };
}

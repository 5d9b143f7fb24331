import type { race } from '$lib/i18n/messages/race.en.ts';
import type { LaneConfiguration } from '$lib/state/compare/laneConfiguration.ts';

/** A network in words: 'residual 56, option B, no norm, Glorot'. What is usual goes without saying. */
export function laneName(configuration: LaneConfiguration, t: (typeof race)['name']): string {
  const { depth, net, shortcut, norm, zeroGamma, init, width } = configuration;
  return t.details(t.layers(t.nets[net], depth), [
    ...(net === 'residual' && shortcut === 'B' ? [t.optionB] : []),
    ...(norm === 'none' ? [t.noNorm] : []),
    ...(init === 'he' ? [] : [t.inits[init]]),
    ...(zeroGamma ? [t.zeroGamma] : []),
    ...(width === 8 ? [] : [t.width(width)]),
  ]);
}

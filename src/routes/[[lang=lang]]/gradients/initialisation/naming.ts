import { formatNumber } from '$lib/i18n/format.ts';
import type { Language } from '$lib/i18n/languages.ts';
import type { initialisation } from '$lib/i18n/messages/initialisation.en.ts';
import { alphaOf, type NetworkConfiguration } from '$lib/state/gradients/networkConfiguration.ts';

type Words = (typeof initialisation)['networks'];

/** A network in words: 'residual 56, no norm, Glorot, α = 0.19'. He's initial weights go without saying. */
export function networkName(configuration: NetworkConfiguration, t: Words, language: Language): string {
  const { size, net, norm, init, zeroGamma, alpha } = configuration;
  const factor = () => formatNumber(alphaOf(configuration), language, { maximumSignificantDigits: 2 });
  const whole = net === 'plain' ? t.plain50 : t.resnet50;
  return t.name(size === 'resnet50' ? whole : t.layers(t.nets[net], size), [
    t.norms[norm],
    ...(init === 'he' ? [] : [t.inits[init]]),
    ...(zeroGamma ? [t.zeroGammaName] : []),
    ...(alpha === 1 ? [] : [t.alphaName(factor())]),
  ]);
}

/** A share of the way: '33.3 %', '50 %'. */
export const share = (value: number, language: Language): string =>
  `${formatNumber(value * 100, language, { maximumFractionDigits: 1 })}\u202f%`;

/** The networks of the page on initialisation, measured one after the other. */
import type { InitialisationOptions } from '../../model/protocol/initialisation.ts';
import type { Ask } from '../addition.svelte.ts';
import { Measurements, type Seeds } from './measurements.svelte.ts';
import { alphaOf, depthOf, formatConfiguration, type NetworkConfiguration } from './networkConfiguration.ts';
import { figuresOf, type NetworkFigures } from './networkFigures.ts';

/** What the worker is asked for a configuration. */
export function optionsOf(
  configuration: NetworkConfiguration,
  { seed, seeds }: Seeds,
): InitialisationOptions {
  const { size, net, norm, init, zeroGamma } = configuration;
  return {
    family: size === 'resnet50' ? 'resnet50' : 'cifar',
    depth: depthOf(configuration),
    net,
    norm,
    init,
    zeroGamma,
    alpha: alphaOf(configuration),
    seed,
    seeds,
  };
}

export class Initialisations extends Measurements<NetworkConfiguration, NetworkFigures> {
  constructor(ask: Ask) {
    super(ask, { format: formatConfiguration, options: optionsOf, figures: figuresOf });
  }
}

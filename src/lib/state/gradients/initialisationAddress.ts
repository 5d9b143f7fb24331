/** What the page on networks at initialisation has in its URL, besides what all experiments share. */
import { oneOf, wholeNumber } from '../parameters.ts';
import { configurationsParameter } from './networkConfiguration.ts';
import { presets } from './presets.ts';

export const stepDepths = ['20', '56'] as const;
export const stepRates = ['0.05', '0.01'] as const;
export const mostSeeds = 5;
export const mostSteps = 100;

export const initialisationTable = {
  /** The networks that are measured, see `networkConfiguration.ts`. */
  networks: configurationsParameter(presets.four),
  seed: wholeNumber(0, 999_999, 0),
  /** How many seeds, from that one on. */
  seeds: wholeNumber(1, mostSeeds, 1),
  /** Over the first steps: depth, learning rate and number of updates. */
  depth: oneOf(stepDepths, '56'),
  rate: oneOf(stepRates, '0.05'),
  steps: wholeNumber(1, mostSteps, 40),
} as const;

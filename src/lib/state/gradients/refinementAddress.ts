/** What the page on iterative refinement has in its URL. */
import { oneOf } from '../parameters.ts';
import { blockIds } from '../url.ts';
import { lossChoices } from './refinement.svelte.ts';

/** At which value the loss is differentiated: what the shortcut brings to the sum, or the sum. */
export const gradientPlaces = ['shortcut', 'sum'] as const;
export type GradientPlace = (typeof gradientPlaces)[number];

export const refinementParameters = {
  loss: oneOf(lossChoices, 'first'),
  gradient: oneOf(gradientPlaces, 'shortcut'),
  /** The block whose figures are read off. */
  block: oneOf(blockIds, '5c'),
};

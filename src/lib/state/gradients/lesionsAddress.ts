/** What the experiment on lesions has in the URL, besides picture and backend. */
import { oneOf, wholeNumber, wholeNumberOrNone, type Parameter } from '../parameters.ts';
import { blockIds } from '../url.ts';
import { lesionMeasures } from './lesionFigures.ts';

/** The current picture; all samples; files of the reader's own, which are not in the URL. */
export const pictureChoices = ['picture', 'samples', 'own'] as const;
export type PictureChoice = (typeof pictureChoices)[number];

const blockOrNone: Parameter<string | null> = {
  fallback: null,
  parse: (text) => (text === '' ? null : blockIds.find((id) => id === text)),
  format: (block) => block ?? '',
};

export const lesionsTable = {
  /** The block that the reader believes to matter most. */
  guess: blockOrNone,
  over: oneOf(pictureChoices, 'samples'),
  /** The class that is followed; none: each picture's top class. */
  class: wholeNumberOrNone(0, 999),
  measure: oneOf(lesionMeasures, 'probability'),
  /** Of random removals: blocks at most, draws, and their seed. */
  most: wholeNumber(1, blockIds.length, 8),
  draws: wholeNumber(1, 20, 5),
  seed: wholeNumber(0, 999_999, 0),
  /** Of the small networks. */
  steps: wholeNumber(1, 1000, 250),
  trainingSeed: wholeNumber(0, 999_999, 0),
};

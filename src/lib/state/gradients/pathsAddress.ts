import { oneOf, wholeNumber, wholeNumberOrNone } from '../parameters.ts';

export const countScales = ['linear', 'log'] as const;

/** What is chosen on the page of paths. */
export const pathsTable = {
  /** Of which class the loss is; none: the most probable one. */
  class: wholeNumberOrNone(0, 999),
  /** Paths drawn of each length, and the seed of the draw. */
  samples: wholeNumber(1, 64, 8),
  seed: wholeNumber(0, 999_999, 0),
  /** The axis of the numbers of paths. */
  counts: oneOf(countScales, 'linear'),
  /** Which of the eight paths through the last blocks is drawn. */
  path: wholeNumber(0, 7, 0),
};

/** Lesions as tables: a row for every picture and lesion. */
import type { Table } from './table.ts';

interface Outcome {
  readonly probability: number;
  readonly logProbability: number;
  readonly top1: number;
}
interface OfPicture {
  readonly picture: string;
  readonly target: number;
  readonly base: Outcome;
  readonly outcomes: readonly Outcome[];
}

/** @param lesions what was done, by lesion: '2b', '2b+4d', '4b<->4c'; the unmodified network's rows are 'none' */
export function lesionsTable(pictures: readonly OfPicture[], lesions: readonly string[]): Table {
  return {
    columns: ['picture', 'target_class', 'lesion', 'probability', 'log_probability', 'top_class'],
    rows: pictures.flatMap(({ picture, target, base, outcomes }) =>
      [base, ...outcomes].map(({ probability, logProbability, top1 }, i) => [
        picture,
        target,
        i === 0 ? 'none' : lesions[i - 1],
        probability,
        logProbability,
        top1,
      ]),
    ),
  };
}

/** Accuracies of trained networks, whole and without each block. */
export function smallLesionsTable(
  networks: Readonly<
    Record<string, { readonly base: number; readonly blocks: Readonly<Record<string, number>> }>
  >,
): Table {
  return {
    columns: ['network', 'lesion', 'accuracy'],
    rows: Object.entries(networks).flatMap(([network, { base, blocks }]) => [
      [network, 'none', base],
      ...Object.entries(blocks).map(([block, accuracy]) => [network, block, accuracy]),
    ]),
  };
}

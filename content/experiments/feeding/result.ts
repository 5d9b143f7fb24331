import type { LevelsName } from '../../../src/lib/model/feeding.ts';
import type { Prediction } from '../../../src/lib/model/protocol.ts';
import { levelsNames, warpNames, type WarpName } from './feeds.ts';

/** What is answered to a picture that is given in one way. */
export interface Way {
  readonly label: string;
  readonly probability: number;
  /** It is the answer to the picture as it is given in training. */
  readonly same: boolean;
}

export interface Result {
  /** A sample's id, or the name of the reader's file. */
  readonly picture: string;
  readonly levels: Readonly<Record<LevelsName, Way>>;
  readonly warps: Readonly<Record<WarpName, Way>>;
  /** Other pictures, divided by 255. */
  readonly others: readonly {
    readonly picture: string;
    readonly label: string;
    readonly probability: number;
  }[];
}

interface Answered {
  readonly top: readonly Prediction[];
}

/** Samples that are not like each other, of which three are given besides the chosen one. */
const comparisons = ['koala', 'coffee', 'castle', 'red-panda'];
export const othersThan = (picture: string): string[] =>
  comparisons.filter((id) => id !== picture).slice(0, 3);

/** @param ways in the order of `levelFeeds` and `warpFeeds` @param others by their ids */
export function resultOf(
  picture: string,
  ways: readonly Answered[],
  others: ReadonlyMap<string, Answered>,
  labels: readonly string[],
): Result {
  const right = ways[0].top[0].index;
  const way = ({ top: [{ index, probability }] }: Answered): Way => ({
    label: labels[index],
    probability,
    same: index === right,
  });
  const named = <N extends string>(names: readonly N[], of: readonly Answered[]) =>
    Object.fromEntries(names.map((name, i) => [name, way(of[i])])) as Record<N, Way>;
  return {
    picture,
    levels: named(levelsNames, ways),
    warps: named(warpNames, ways.slice(levelsNames.length)),
    others: [...others].map(([id, { top }]) => ({
      picture: id,
      label: labels[top[0].index],
      probability: top[0].probability,
    })),
  };
}

import { blocksOf } from '../../../src/lib/model/architecture/blocks.ts';
import { buildModel } from '../../../src/lib/model/architecture/families.ts';
import type { LesionsReport } from '../../../src/lib/model/protocol/lesions.ts';

export interface Removed {
  /** The block whose branch is gone: '2a' … '5c'. */
  readonly block: string;
  /** Of the class that the whole network finds most probable. */
  readonly probability: number;
  /** The class that is then the most probable one. */
  readonly label: string;
  /** It is still the same class. */
  readonly same: boolean;
}

export interface Result {
  /** A sample's id, or the name of the reader's file. */
  readonly picture: string;
  /** The whole network's answer. */
  readonly label: string;
  readonly base: number;
  readonly removed: readonly Removed[];
}

const blocks = blocksOf(buildModel('resnet50')).map(({ id }) => id);

/** @param report of each block removed in turn, in the network's order */
export function resultOf(
  picture: string,
  { target, base, outcomes }: LesionsReport,
  labels: readonly string[],
): Result {
  return {
    picture,
    label: labels[target],
    base: base.probability,
    removed: outcomes.map(({ probability, top1 }, i) => ({
      block: blocks[i],
      probability,
      label: labels[top1],
      same: top1 === base.top1,
    })),
  };
}

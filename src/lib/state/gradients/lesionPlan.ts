/** The lesions of ResNet-50 that the page asks for. */
import { randomLcg } from 'd3';
import {
  allSwaps,
  randomRemovals,
  removalOf,
  swapOf,
  type Removal,
  type Swap,
} from '../../model/architecture/lesions.ts';
import type { Rewrite } from '../../model/architecture/rewrite.ts';
import { resnet50 } from '../resnet50.ts';
import { blockIds } from '../url.ts';

export interface Plan {
  /** Differs where the lesions do. */
  readonly key: string;
  readonly lesions: readonly (readonly Rewrite[])[];
  /** The class that is followed; when absent, each picture's top class. */
  readonly target?: number;
}

/** Each block in turn. */
export const singlePlan: Plan = { key: 'blocks', lesions: blockIds.map((id) => removalOf([id])) };

export const swaps: readonly Swap[] = allSwaps(resnet50.graph);

/** Two blocks of a stage change places, all pairs. */
export const swapPlan: Plan = { key: 'swaps', lesions: swaps.map(swapOf) };

export interface RemovalSettings {
  readonly most: number;
  readonly draws: number;
  readonly seed: number;
}

/** Random blocks removed together, as `atlas lesion --random` does with the same seed. */
export function removalPlan({ most, draws, seed }: RemovalSettings): Plan & { removals: readonly Removal[] } {
  const removals = randomRemovals(resnet50.graph, { most, draws, random: randomLcg(seed) });
  return {
    key: `removals ${most} ${draws} ${seed}`,
    lesions: removals.map(({ blocks }) => removalOf(blocks)),
    removals,
  };
}

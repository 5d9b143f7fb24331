/** Which lesions an experiment makes: plans, as lists of rewrites. Randomness is the caller's. */
import { blocksOf } from './blocks.ts';
import type { BlockId, Graph } from './graph.ts';
import type { Rewrite } from './rewrite.ts';

/** Blocks removed together in one draw. */
export interface Removal {
  /** In the network's order. */
  readonly blocks: readonly BlockId[];
  /** Which of the draws it belongs to, from 0. */
  readonly draw: number;
}

export interface Swap {
  readonly first: BlockId;
  readonly second: BlockId;
}

export const removalOf = (blocks: readonly BlockId[]): Rewrite[] =>
  blocks.map((block) => ({ kind: 'removeBlock', block }));

export const swapOf = ({ first, second }: Swap): Rewrite[] => [{ kind: 'swapBlocks', first, second }];

/**
 * In each draw the blocks are put in a random order, each order equally likely, and the first 1, 2, … `most` of them
 * are removed: each set of k blocks is equally likely, and within a draw one more block goes at a time.
 *
 * @param random uniform in [0, 1)
 * @returns draw by draw, `most` (or as many as there are blocks) removals each
 */
export function randomRemovals(
  graph: Graph,
  { most, draws, random }: { readonly most: number; readonly draws: number; readonly random: () => number },
): Removal[] {
  const ids = blocksOf(graph).map(({ id }) => id);
  return Array.from({ length: draws }, (_, draw) => {
    const order = shuffled(ids, random);
    return Array.from({ length: Math.min(most, ids.length) }, (_, k) => {
      const removed = new Set(order.slice(0, k + 1));
      return { blocks: ids.filter((id) => removed.has(id)), draw };
    });
  }).flat();
}

/** Fisher and Yates. */
function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/** All pairs of blocks that can change places: of one stage, none of them the first, which changes the shape. */
export function allSwaps(graph: Graph): Swap[] {
  const blocks = blocksOf(graph);
  return blocks.flatMap(({ id: first, stage }, i) => {
    const opens = blocks.findIndex((block) => block.stage === stage) === i;
    if (opens) return [];
    return blocks
      .slice(i + 1)
      .filter((block) => block.stage === stage)
      .map(({ id: second }) => ({ first, second }));
  });
}

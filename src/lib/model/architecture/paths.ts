/**
 * A residual network as a collection of paths (Veit et al. 2016, section 3): at every block a path takes either the
 * shortcut, the projection where there is one, or the residual branch. Its length is the number of branches it takes.
 */
import { blocksOf } from './blocks.ts';
import type { Graph } from './graph.ts';

/**
 * How many paths there are of each length: the coefficients of ∏ (shortcut + branch · z) over the blocks, each of the
 * two 1 where it is there and 0 where it is cut or removed. Of n whole blocks: the binomial coefficients, 2^n in all.
 * Exact up to 2^53.
 */
export function pathCounts(graph: Graph): number[] {
  return blocksOf(graph).reduce(
    (counts, { shortcutEnd, branchEnd }) => {
      const next = new Array<number>(counts.length + 1).fill(0);
      for (const [length, count] of counts.entries()) {
        if (shortcutEnd !== null) next[length] += count;
        if (branchEnd !== null) next[length + 1] += count;
      }
      return next;
    },
    [1],
  );
}

/** Share of all paths whose length lies between two lengths, both included. */
export function shareOfPaths(counts: readonly number[], shortest: number, longest: number): number {
  const sum = (some: readonly number[]) => some.reduce((total, count) => total + count, 0);
  return sum(counts.slice(Math.max(0, shortest), Math.max(0, longest + 1))) / sum(counts);
}

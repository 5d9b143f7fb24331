import { randomLcg } from 'd3';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';
import { buildModel } from './families.ts';
import { allSwaps, randomRemovals, removalOf, swapOf } from './lesions.ts';
import { applyRewrites } from './rewrites.ts';

const graph = buildModel('resnet50');
const ids = blocksOf(graph).map(({ id }) => id);

describe('random removals', () => {
  const ask = (seed: number, most = 8, draws = 5) =>
    randomRemovals(graph, { most, draws, random: randomLcg(seed) });

  it('take one block more at a time within a draw, and are the same for the same seed', () => {
    const removals = ask(3);
    expect(removals.map(({ blocks }) => blocks.length)).toEqual(
      Array.from({ length: 5 }, () => [1, 2, 3, 4, 5, 6, 7, 8]).flat(),
    );
    removals.forEach(({ blocks, draw }, i) => {
      expect(blocks).toEqual(ids.filter((id) => blocks.includes(id)));
      const before = removals[i - 1];
      if (before?.draw === draw) expect(blocks).toEqual(expect.arrayContaining([...before.blocks]));
    });
    expect(ask(3)).toEqual(removals);
    expect(ask(4)).not.toEqual(removals);
  });

  it('take each block equally often', () => {
    const draws = 4000;
    const counts = new Map(ids.map((id) => [id, 0]));
    for (const { blocks } of ask(0, 4, draws)) {
      if (blocks.length === 4) for (const id of blocks) counts.set(id, counts.get(id)! + 1);
    }
    // Binomial(4000, 1/4): mean 1000, standard deviation 27.4; five of them are allowed.
    for (const [id, count] of counts) expect(Math.abs(count - 1000), id).toBeLessThan(137);
  });

  it('never take more blocks than there are', () => {
    const removals = ask(0, 40, 1);
    expect(removals.at(-1)!.blocks).toEqual(ids);
    expect(blocksOf(applyRewrites(graph, removalOf(ids))).every(({ branchEnd }) => branchEnd === null)).toBe(
      true,
    );
  });
});

it('swaps are all pairs within a stage without its first block, and all of them can be made', () => {
  const swaps = allSwaps(graph);
  // 3, 4, 6 and 3 blocks: 1 + 3 + 10 + 1 pairs of the 2, 3, 5 and 2 that do not open their stage.
  expect(swaps).toHaveLength(15);
  for (const swap of swaps) expect(() => applyRewrites(graph, swapOf(swap))).not.toThrow();
});

import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';
import { buildModel, cifarNetwork } from './families.ts';
import { pathCounts, shareOfPaths } from './paths.ts';
import { applyRewrites } from './rewrites.ts';

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe('paths of a residual network', () => {
  it('counts those of ResNet-50 by length: binomial coefficients of its 16 blocks', () => {
    const counts = pathCounts(buildModel('resnet50'));
    // Row 16 of Pascal's triangle.
    const half = [1, 16, 120, 560, 1820, 4368, 8008, 11440];
    expect(counts).toEqual([...half, 12870, ...half.toReversed()]);
    expect(sum(counts)).toBe(65_536);
    // All but 2 (1 + 16 + 120 + 560 + 1820) of them.
    expect(shareOfPaths(counts, 5, 11)).toBe((65_536 - 5_034) / 65_536);
  });

  it('gives the shares that hold for the 54 blocks of ResNet-110', () => {
    const graph = cifarNetwork({ depth: 110 });
    expect(blocksOf(graph)).toHaveLength(54);
    const counts = pathCounts(graph);
    expect(sum(counts)).toBe(2 ** 54);
    // Binomial(54, 1/2), worked out beside the paper (facts, B4): 0.4537 %, 98.0 %, 96.0 %.
    expect(shareOfPaths(counts, 5, 17)).toBeCloseTo(0.004537, 6);
    expect(shareOfPaths(counts, 19, 35)).toBeCloseTo(0.98, 3);
    expect(shareOfPaths(counts, 20, 34)).toBeCloseTo(0.96, 3);
  });

  it('halves with every path that a block loses, and moves with a cut shortcut', () => {
    const graph = cifarNetwork({ depth: 20 });
    const whole = pathCounts(graph);
    const rewritten = (kind: 'cutShortcut' | 'removeBlock') =>
      pathCounts(applyRewrites(graph, [{ kind, block: 'stage2_block2' }]));
    expect(whole).toEqual([1, 9, 36, 84, 126, 126, 84, 36, 9, 1]);
    expect(rewritten('removeBlock')).toEqual([1, 8, 28, 56, 70, 56, 28, 8, 1, 0]);
    expect(rewritten('cutShortcut')).toEqual([0, 1, 8, 28, 56, 70, 56, 28, 8, 1]);
  });

  it('knows that a plain network is one path, through all its branches', () => {
    expect(pathCounts(buildModel('cifar-plain-20'))).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

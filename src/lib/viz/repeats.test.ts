import { describe, expect, test } from 'vitest';
import { buildModel } from '../model/architecture/families.ts';
import type { Rewrite } from '../model/architecture/rewrite.ts';
import { applyRewrites } from '../model/architecture/rewrites.ts';
import { inferShapes } from '../model/architecture/shapes.ts';
import { outline } from './outline.ts';
import { repeats } from './repeats.ts';

function found(name: string, rewrites: readonly Rewrite[] = []): Record<string, number> {
  const graph = applyRewrites(buildModel(name), rewrites);
  return Object.fromEntries(
    repeats(outline(graph), inferShapes(graph)).map(({ id, units }) => [id, units.length]),
  );
}

describe('blocks that are built alike', () => {
  // He et al. 2015, table 1: stages of 3, 4, 6, 3 blocks (ResNet-50), the first of each with another shape.
  test('ResNet-50: all but the first of each stage', () => {
    expect(found('resnet50')).toEqual({ '2b–2c': 2, '3b–3d': 3, '4b–4f': 5, '5b–5c': 2 });
  });

  test('ResNet-152: 3, 8, 36 and 3 blocks', () => {
    expect(Object.values(found('resnet152'))).toEqual([2, 7, 35, 2]);
  });

  test('ResNet-18: the first stage neither halves the picture nor widens it, so both its blocks are alike', () => {
    expect(found('resnet18')).toEqual({ '2a–2b': 2 });
  });

  test('without skips the first block of a stage still differs in shape', () => {
    expect(found('resnet50-plain')).toEqual(found('resnet50'));
  });

  test('CIFAR-20: three per stage, the first stage all alike', () => {
    expect(found('cifar-resnet-20')).toEqual({
      'stage1_block1–stage1_block3': 3,
      'stage2_block2–stage2_block3': 2,
      'stage3_block2–stage3_block3': 2,
    });
  });

  test('an intervention in one block makes it another', () => {
    const rewritten = found('resnet50', [{ kind: 'cutShortcut', block: '4d' }]);
    expect(rewritten).toEqual({ '2b–2c': 2, '3b–3d': 3, '4b–4c': 2, '4e–4f': 2, '5b–5c': 2 });
  });

  test('two blocks that change places are still alike: only their weights differ', () => {
    expect(found('resnet50', [{ kind: 'swapBlocks', first: '4b', second: '4c' }])['4c–4f']).toBe(5);
  });
});

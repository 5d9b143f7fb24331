import { describe, expect, it } from 'vitest';
import { blocksOf } from '../model/architecture/blocks.ts';
import { buildModel } from '../model/architecture/families.ts';
import { unravelled } from './unravelled.ts';

const blocks = blocksOf(buildModel('resnet50'));

describe('blocks drawn with their paths', () => {
  it('has a projection where the network has one', () => {
    const { blocks: drawn } = unravelled(blocks.slice(-3));
    expect(drawn.map(({ id, projects }) => [id, projects])).toEqual([
      ['5a', true],
      ['5b', false],
      ['5c', false],
    ]);
    expect(drawn.map(({ projection }) => projection !== null)).toEqual([true, false, false]);
  });

  it('stays inside its frame, each block beside the one before', () => {
    const { width, height, blocks: drawn, common } = unravelled(blocks.slice(0, 4));
    let right = 0;
    for (const { box, projection, plus } of drawn) {
      for (const { x, y, width: wide, height: high } of projection ? [box, projection] : [box]) {
        expect(x).toBeGreaterThan(right);
        expect(x + wide).toBeLessThan(plus.x);
        expect(Math.min(y, height - y - high)).toBeGreaterThanOrEqual(0);
      }
      right = plus.x;
    }
    expect(right).toBeLessThan(width);
    // Into the first block, between the four, and out of the last.
    expect(common).toHaveLength(5);
  });
});

/** `atlas inside` as a user calls it. */
import { describe, expect, it } from 'vitest';
import { atlas, atlasJson } from './testing/atlas.ts';

const small = ['--depth', '8', '--width', '2', '--batch', '4', '--steps', '2'];

describe('inside', () => {
  it.each([
    ['plain', 'removeBlock'],
    ['residual', 'cutShortcut'],
  ])('tells what a %s network gets right of all pictures, with each lesion (%s)', async (net, lesion) => {
    const found = await atlasJson('inside', ...small, '--net', net, '--lesion', lesion);
    expect(found).toMatchObject({ task: 'gratings', lesion, pictures: 256, training: { net, depth: 8 } });
    expect(Object.keys(found.blocks)).toEqual(['stage1_block1', 'stage2_block1', 'stage3_block1']);
    for (const share of [found.whole, ...Object.values<number>(found.blocks)])
      expect(Number.isInteger(share * 256)).toBe(true);
  });

  it('says that a plain network has no shortcuts to cut', async () => {
    const { code, stderr } = await atlas('inside', ...small, '--net', 'plain', '--lesion', 'cutShortcut');
    expect(code).not.toBe(0);
    expect(stderr).toContain('removeBlock');
  });
});

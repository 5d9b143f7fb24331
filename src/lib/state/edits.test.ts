import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildModel } from '../model/architecture/families.ts';
import type { Rewrite } from '../model/architecture/rewrite.ts';
import { randomRewrites } from '../model/architecture/testing/randomRewrites.ts';
import {
  editsByBlock,
  formatEdits,
  mostEdits,
  parseEdits,
  swapPartners,
  whyNot,
  withEdit,
  withoutEdit,
  type Edits,
} from './edits.ts';

const graph = buildModel('resnet50');
const written = 'cut.4d,remove.3b,branch.2c.0.5,shortcut.4b.2,swap.4b.4c,mute.res4d_branch2b.17';
const all: Edits = [
  { kind: 'cutShortcut', block: '4d' },
  { kind: 'removeBlock', block: '3b' },
  { kind: 'scaleBranch', block: '2c', factor: 0.5 },
  { kind: 'scaleShortcut', block: '4b', factor: 2 },
  { kind: 'swapBlocks', first: '4b', second: '4c' },
  { kind: 'muteChannel', node: 'res4d_branch2b', channel: 17 },
];

describe('the form in a URL', () => {
  test('is the one that links have', () => {
    expect(parseEdits(graph, written)).toEqual({ edits: all, refused: [] });
    expect(formatEdits(all)).toBe(written);
    expect(parseEdits(graph, '')).toEqual({ edits: [], refused: [] });
  });

  test('whatever can be made comes back as it was', () => {
    fc.assert(
      fc.property(randomRewrites(graph), (rewrites) => {
        const { edits } = parseEdits(graph, formatEdits(rewrites));
        expect(parseEdits(graph, formatEdits(edits))).toEqual({ edits, refused: [] });
        expect(whyNot(graph, edits)).toBeNull();
      }),
    );
  });

  test('no text breaks the parser, and every part is either made or told', () => {
    const part = fc.oneof(
      fc.string(),
      fc
        .tuple(
          fc.constantFrom('cut', 'remove', 'branch', 'swap', 'mute', 'CUT'),
          fc.constantFrom('4d', '4a', '9z', ''),
          fc.string(),
        )
        .map((parts) => parts.join('.')),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const text = parts.join(',').slice(0, 4000);
        const { edits, refused } = parseEdits(graph, text);
        expect(edits.length + refused.length).toBe(text === '' ? 0 : text.split(',').length);
        expect(whyNot(graph, edits)).toBeNull();
      }),
    );
  });

  test.each([
    ['cut', null],
    ['cut.9z', 'unknownBlock'],
    ['cut.__proto__', 'unknownBlock'],
    ['cut.4d.1', null],
    ['CUT.4d', null],
    ['branch.4d.1', null],
    ['branch.4d.9', null],
    ['branch.4d.-1', null],
    ['branch.4d.1e3', null],
    ['branch.4d.NaN', null],
    ['swap.4b.3b', 'blocksNotInterchangeable'],
    ['swap.4a.4b', 'blocksNotInterchangeable'],
    ['swap.4b.4b', null],
    ['mute.res4d_branch2b.256', 'channelOutOfRange'],
    ['mute.nowhere.1', 'unknownNode'],
    ['mute.prob.1', 'unknownNode'],
    [' cut.4d', null],
  ])('%s is left out, and the rest stays', (bad, code) => {
    const { edits, refused } = parseEdits(graph, `cut.2b,${bad},remove.3b`);
    expect(formatEdits(edits)).toBe('cut.2b,remove.3b');
    expect(refused.map(({ text, error }) => [text, error?.code ?? null])).toEqual([[bad, code]]);
  });

  test.each([
    ['cut.4d,remove.4d', 'cut.4d', 'nothingLeftOfBlock'],
    ['remove.4d,cut.4d', 'remove.4d', 'nothingLeftOfBlock'],
    ['cut.4d,cut.4d', 'cut.4d', undefined],
    ['swap.4b.4c,swap.4c.4b', 'swap.4b.4c', undefined],
    ['shortcut.4d.2,cut.4d', 'shortcut.4d.2', undefined],
    ['remove.4d,branch.4d.2', 'remove.4d', undefined],
  ])('%s: what cannot be added to what is there is left out', (text, kept, code) => {
    const { edits, refused } = parseEdits(graph, text);
    expect(formatEdits(edits)).toBe(kept);
    expect(refused.map(({ error }) => error?.code)).toEqual([code]);
  });

  test('a text without end is read so far and no further', () => {
    const parts = Array.from({ length: 300 }, (_, channel) => `mute.conv1.${channel % 64}`);
    expect(parseEdits(graph, parts.join(',')).edits).toHaveLength(mostEdits);
  });
});

describe('adding to the list', () => {
  const cut: Rewrite = { kind: 'cutShortcut', block: '4d' };
  const half: Rewrite = { kind: 'scaleShortcut', block: '4d', factor: 0.5 };
  const double: Rewrite = { kind: 'scaleShortcut', block: '4d', factor: 2 };

  test('another factor takes the place of the one before', () => {
    expect(withEdit([half, all[1]], double)).toEqual([double, all[1]]);
  });

  test('a shortcut that is cut is no longer scaled; one that is scaled is not cut', () => {
    expect(withEdit([half], cut)).toEqual([cut]);
    expect(withEdit([cut], half)).toEqual([half]);
  });

  test('taking away finds what is about the same, whatever its factor', () => {
    expect(withoutEdit([half, all[1]], double)).toEqual([all[1]]);
  });
});

test('what is done in each block', () => {
  const found = editsByBlock(graph, all);
  expect([...found.keys()]).toEqual(['4d', '3b', '2c', '4b', '4c']);
  expect(found.get('4d')).toEqual({
    cut: true,
    removed: false,
    branch: 1,
    shortcut: 1,
    swappedWith: [],
    muted: 1,
  });
  expect(found.get('4b')).toMatchObject({ shortcut: 2, swappedWith: ['4c'] });
  expect(found.get('2c')).toMatchObject({ branch: 0.5 });
});

test('a block changes places with those of its stage, and never with the first', () => {
  expect(swapPartners(graph, '4c')).toEqual(['4b', '4d', '4e', '4f']);
  expect(swapPartners(graph, '4a')).toEqual([]);
  expect(swapPartners(graph, '5b')).toEqual(['5c']);
});

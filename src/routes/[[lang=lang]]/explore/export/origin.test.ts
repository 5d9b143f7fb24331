import { expect, test } from 'vitest';
import type { ExplorePage } from '$lib/state/explorePage.svelte.ts';
import { captionOf, nameParts } from './origin.ts';

const cut = { turn: 90, left: 1, top: 2, side: 300 };

function page(changes: Partial<ExplorePage['explorer']> = {}): ExplorePage {
  const explorer = {
    picture: { source: { name: 'koala.jpg', sample: 'koala', cut }, report: { cut } },
    backend: { backend: 'wasm' },
    report: { precision: 'float16' },
    rewrites: [{ kind: 'cutShortcut', block: '4d' }],
    running: false,
    run: 3,
    finishedRun: 3,
    ...changes,
  };
  return { explorer, network: { facts: { model: 'resnet50' } } } as unknown as ExplorePage;
}

const address = 'https://example.org/explore/?picture=koala';
const caption = (view: ExplorePage, language: 'en' | 'zh' = 'en') =>
  captionOf(view, language, address, '2026-11-26T12:00:00Z');

test('a caption names network, interventions, picture and square, what computed it, the day and the address', () => {
  expect(caption(page())).toEqual([
    'ResNet-50, interventions: 4d: skip cut · picture: Koala · square of 300 px at 1, 2, turned by 90°',
    'live · WebAssembly · float16 weights · 26 November 2026',
    address,
  ]);
  expect(caption(page(), 'zh')[0]).toContain('干预：4d：');
});

test('what is not computed, or only in part of this pass, is not called live results of it', () => {
  expect(caption(page({ report: null }))[1]).toBe('nothing computed · 26 November 2026');
  expect(caption(page({ running: true, run: 4 }))[1]).toContain('a pass is under way');
});

test('a file name has the sample, or the reader’s own name for the picture, and the interventions', () => {
  expect(nameParts(page())).toEqual(['resnet50', 'koala', 'cut.4d']);
  const own = { source: { name: 'my cat.final.png', sample: null }, report: { cut: null } };
  const view = page({ picture: own, rewrites: [] } as unknown as Partial<ExplorePage['explorer']>);
  expect(nameParts(view)).toEqual(['resnet50', 'my cat.final', null]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { additionMeasures } from '../viz/addition.ts';
import { channelOrders } from '../viz/channelOrder.ts';
import { differenceOrders } from '../viz/comparison.ts';
import { encodings } from '../viz/encoding.ts';
import { mapLevels } from '../viz/levels.ts';
import { wholePlace } from '../viz/mapPlace.ts';
import { scales } from '../viz/mapView.ts';
import { randomRewrites } from '../model/architecture/testing/randomRewrites.ts';
import { overlayModes } from '../viz/overlay.ts';
import { attributionMethods, occlusionSides } from './attribution.svelte.ts';
import { exportTargets } from '../model/export/export.ts';
import { formatEdits, parseEdits } from './edits.ts';
import { parseState, serialiseState } from './parameters.ts';
import { resnet50 } from './resnet50.ts';
import { samples } from './samples.ts';
import {
  backendChoices,
  blockIds,
  inspectorTabs,
  pairScales,
  scaleChoices,
  urlTable,
  viewChoices,
  type ExploreState,
} from './url.ts';

const anyEdits = randomRewrites(resnet50.graph).map(
  (rewrites) => parseEdits(resnet50.graph, formatEdits(rewrites)).edits,
);

const nodeIds = resnet50.graph.nodes.map(({ id }) => id);
const anyPlace = fc.constantFrom(...mapLevels).chain((level) => {
  const { least, most } = scales[level];
  const anyScale = fc.integer({ min: least * 100, max: most * 100 }).map((scale) => scale / 100);
  const anyCentre = fc.constantFrom('conv4', '4d', 'res4d_branch2b', 'stage1_block2');
  return fc.oneof(
    fc.constant(wholePlace(level)),
    fc.record({ level: fc.constant(level), centre: anyCentre, scale: anyScale }),
  );
});

const anyModel = fc.constantFrom(
  null,
  { name: 'resnet18', node: 'res3a_branch1' },
  { name: 'resnet152-plain', node: null },
  { name: 'cifar-resnet-20', node: 'stage2_block1_conv1' },
);

const anyState: fc.Arbitrary<ExploreState> = fc.record({
  picture: fc.constantFrom(...samples.map(({ id }) => id)),
  crop: fc.option(
    fc
      .record({
        left: fc.nat(9999),
        top: fc.nat(9999),
        side: fc.integer({ min: 16, max: 9999 }),
        tenths: fc.nat(3599),
      })
      .map(({ tenths, ...square }) => ({ ...square, turn: tenths / 10 })),
  ),
  node: fc.constantFrom(...nodeIds),
  channel: fc.option(fc.integer({ min: 0, max: 2047 })),
  tab: fc.constantFrom(...inspectorTabs),
  library: fc.constantFrom(...exportTargets),
  view: fc.constantFrom(...viewChoices),
  cell: fc.option(fc.record({ row: fc.nat(999), column: fc.nat(999) })),
  blend: fc.nat(100),
  sort: fc.constantFrom(...channelOrders),
  scale: fc.constantFrom(...scaleChoices),
  figure: fc.constantFrom(...additionMeasures),
  method: fc.constantFrom(...attributionMethods),
  class: fc.option(fc.integer({ min: 0, max: 999 })),
  versus: fc.option(fc.integer({ min: 0, max: 999 })),
  camBlock: fc.constantFrom(...blockIds),
  samples: fc.integer({ min: 1, max: 64 }),
  seed: fc.integer({ min: 0, max: 999_999 }),
  square: fc.constantFrom(...occlusionSides),
  overlay: fc.constantFrom(...overlayModes),
  opacity: fc.integer({ min: 0, max: 100 }),
  pair: fc.constantFrom(...pairScales),
  compare: fc.oneof(
    fc.constantFrom(null, { kind: 'unmodified' } as const),
    fc.record({
      kind: fc.constant('picture' as const),
      sample: fc.constantFrom(...samples.map(({ id }) => id)),
    }),
    fc.record({ kind: fc.constant('node' as const), node: fc.constantFrom(...nodeIds) }),
  ),
  compareSort: fc.constantFrom(...differenceOrders),
  backend: fc.constantFrom(...backendChoices),
  edits: anyEdits,
  map: anyPlace,
  encoding: fc.constantFrom(...encodings),
  model: anyModel,
});

test('every state of the explorer comes back from its URL as it was', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const query = serialiseState(urlTable.explore, state);
      expect(parseState(urlTable.explore, query)).toEqual({ state, rejected: [] });
    }),
  );
});

test('the names of the keys are those that links have', () => {
  const query =
    '?picture=koala&crop=10,20,300,15.5&node=res4d_add&channel=12&tab=weights&library=keras&view=attribution&cell=3.11&blend=35&sort=zeros&scale=channel&figure=cosine&method=smoothGrad&class=387&versus=358&camBlock=4d&samples=8&seed=7&square=32&overlay=smooth&opacity=80&pair=own&compare=node:res4c&compareSort=cosine&backend=wasm&edits=cut.4d,branch.2c.0.5&map=operations,res4d_branch2b,1.5&encoding=macs&model=resnet101-v1.5,res4b12';
  const { state, rejected } = parseState(urlTable.explore, query);
  expect(rejected).toEqual([]);
  expect(state).toEqual({
    picture: 'koala',
    crop: { left: 10, top: 20, side: 300, turn: 15.5 },
    node: 'res4d_add',
    channel: 12,
    tab: 'weights',
    library: 'keras',
    view: 'attribution',
    cell: { row: 3, column: 11 },
    blend: 35,
    sort: 'zeros',
    scale: 'channel',
    figure: 'cosine',
    method: 'smoothGrad',
    class: 387,
    versus: 358,
    camBlock: '4d',
    samples: 8,
    seed: 7,
    square: '32',
    overlay: 'smooth',
    opacity: 80,
    pair: 'own',
    compare: { kind: 'node', node: 'res4c' },
    compareSort: 'cosine',
    backend: 'wasm',
    edits: [
      { kind: 'cutShortcut', block: '4d' },
      { kind: 'scaleBranch', block: '2c', factor: 0.5 },
    ],
    map: { level: 'operations', centre: 'res4d_branch2b', scale: 1.5 },
    encoding: 'macs',
    model: { name: 'resnet101-v1.5', node: 'res4b12' },
  });
  expect(serialiseState(urlTable.explore, state)).toBe(query);
});

test.each([
  'streets',
  'blocks,4d,0.2',
  'blocks,4d,9',
  'blocks,4 d',
  'network,conv4,1.5,1',
  'operations,4d,1.555',
  '',
])('a place on the map that is none falls back and is told: %s', (map) => {
  const { state, rejected } = parseState(urlTable.explore, `?map=${map}`);
  expect(state.map).toEqual(wholePlace('blocks'));
  expect(rejected).toEqual([{ name: 'map', text: map, fallback: 'blocks' }]);
});

test('another network: an unknown name falls back, an unknown node of a known one is left out; both are told', () => {
  const read = (query: string) => parseState(urlTable.explore, query);
  expect(read('?model=vgg16').state.model).toBeNull();
  expect(read('?model=vgg16').rejected).toEqual([{ name: 'model', text: 'vgg16', fallback: '' }]);
  expect(read('?model=resnet50')).toEqual({ state: read('').state, rejected: [] });
  const { state, rejected } = read('?model=resnet18,res5c');
  expect(state.model).toEqual({ name: 'resnet18', node: null });
  expect(rejected).toEqual([{ name: 'model', text: 'res5c', fallback: 'resnet18' }]);
});

test('interventions that cannot be made are left out of a link and told; the others stay', () => {
  const { state, rejected } = parseState(urlTable.explore, '?edits=cut.4d,remove.4d,nonsense,cut.2b');
  expect(formatEdits(state.edits)).toBe('cut.4d,cut.2b');
  expect(rejected).toEqual([{ name: 'edits', text: 'remove.4d,nonsense', fallback: 'cut.4d,cut.2b' }]);
});

test('a comparison with what is not there is told, and none is made', () => {
  for (const compare of ['picture:nobody', 'node:res9z', 'unmodifie', 'picture:', 'picture']) {
    const { state, rejected } = parseState(urlTable.explore, `?compare=${compare}`);
    expect(state.compare).toBeNull();
    expect(rejected).toEqual([{ name: 'compare', text: compare, fallback: '' }]);
  }
});
test.each(['1,2', '1,2,15', '-1,2,30', '1.5,2,30', '1,2,30,360', '1,2,30,1.25', 'middle'])(
  '“%s” is no square to cut from a picture',
  (text) => {
    const { state, rejected } = parseState(urlTable.explore, `?crop=${text}`);
    expect([state.crop, rejected]).toEqual([null, [{ name: 'crop', text, fallback: '' }]]);
  },
);

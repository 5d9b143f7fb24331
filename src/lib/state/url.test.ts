import fc from 'fast-check';
import { expect, test } from 'vitest';
import { additionMeasures } from '../viz/addition.ts';
import { channelOrders } from '../viz/channelOrder.ts';
import { parseState, serialiseState } from './parameters.ts';
import { resnet50 } from './resnet50.ts';
import { samples } from './samples.ts';
import { backendChoices, scaleChoices, urlTable, type ExploreState } from './url.ts';

const anyState: fc.Arbitrary<ExploreState> = fc.record({
  picture: fc.constantFrom(...samples.map(({ id }) => id)),
  node: fc.constantFrom(...resnet50.graph.nodes.map(({ id }) => id)),
  channel: fc.option(fc.integer({ min: 0, max: 2047 })),
  sort: fc.constantFrom(...channelOrders),
  scale: fc.constantFrom(...scaleChoices),
  figure: fc.constantFrom(...additionMeasures),
  backend: fc.constantFrom(...backendChoices),
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
  const query = '?picture=koala&node=res4d_add&channel=12&sort=zeros&scale=channel&figure=cosine&backend=wasm';
  const { state, rejected } = parseState(urlTable.explore, query);
  expect(rejected).toEqual([]);
  expect(state).toEqual({
    picture: 'koala',
    node: 'res4d_add',
    channel: 12,
    sort: 'zeros',
    scale: 'channel',
    figure: 'cosine',
    backend: 'wasm',
  });
  expect(serialiseState(urlTable.explore, state)).toBe(query);
});

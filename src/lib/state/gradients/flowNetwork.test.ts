import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyRewrites, plain } from '../../model/architecture/rewrites.ts';
import { resnet50 } from '../resnet50.ts';
import {
  flowBlocks,
  flowOptions,
  formatNetwork,
  networksParameter,
  parseNetwork,
  presetCuts,
  presetOf,
  presets,
  projections,
  rewritesOf,
  trained,
  withCut,
} from './flowNetwork.ts';

const factor = fc.integer({ min: 0, max: 40 }).map((twentieths) => twentieths / 20);
const networks = fc
  .record({
    cut: fc.subarray([...flowBlocks]),
    branch: factor,
    shortcut: factor,
    at: fc.constantFrom(null, ...flowBlocks),
  })
  // A place without a factor says nothing.
  .map((network) => (network.branch === 1 && network.shortcut === 1 ? { ...network, at: null } : network));

it('is the same network after it was written and read, and can be made', () => {
  fc.assert(
    fc.property(networks, (network) => {
      expect(parseNetwork(formatNetwork(network))).toEqual(network);
      const graph = applyRewrites(resnet50.graph, rewritesOf(network));
      expect(graph.nodes.length).toBeGreaterThan(100);
    }),
    { numRuns: 50 },
  );
});

it('has four projections and twelve identities, and names for the sets of cuts', () => {
  expect(projections).toEqual(['2a', '3a', '4a', '5a']);
  for (const preset of presets) expect(presetOf({ ...trained, cut: presetCuts(preset) })).toBe(preset);
  expect(presetCuts('4')).toHaveLength(6);
  expect(presetCuts('projections')).toHaveLength(12);
  expect(presetOf({ ...trained, cut: ['3b'] })).toBeNull();
});

it('cuts and mends one block at a time, in network order', () => {
  const both = withCut(withCut(trained, '4d', true), '2b', true);
  expect(both.cut).toEqual(['2b', '4d']);
  expect(withCut(both, '2b', false).cut).toEqual(['4d']);
});

it('with all shortcuts cut is the plain network, whatever they are multiplied by', () => {
  const all = { ...trained, cut: flowBlocks, shortcut: 0.5 };
  expect(applyRewrites(resnet50.graph, rewritesOf(all))).toEqual(plain(resnet50.graph));
  expect(rewritesOf(trained)).toEqual([]);
});

it('reads nothing out of hostile texts', () => {
  for (const text of ['', 'x', '9z', 'branch.3', 'branch.-1', 'at.9z', '2a,,2b', 'branch.0.12345', '<b>']) {
    expect(parseNetwork(text), text).toBeUndefined();
  }
  const { parse, format } = networksParameter;
  expect(parse('all:2b')).toHaveLength(2);
  expect(format(parse('all:2b')!)).toBe('all:2b');
  for (const text of ['all:all', 'all:x', '2a:2b:2c:3a:3b']) expect(parse(text), text).toBeUndefined();
});

it('is told to the command line in its options', () => {
  expect(flowOptions(trained)).toBe('');
  expect(flowOptions({ ...trained, cut: flowBlocks, branch: 0.5 })).toBe('--cut all --branch 0.5');
  expect(flowOptions({ cut: ['2b', '4d'], branch: 1, shortcut: 0, at: '3a' })).toBe(
    '--cut 2b,4d --shortcut 3a:0',
  );
});

import { describe, expect, test } from 'vitest';
import { AtlasError, type ErrorCode } from '../errors.ts';
import { blocksOf } from './blocks.ts';
import { buildModel } from './families.ts';
import type { Graph } from './graph.ts';
import {
  applyRewrites,
  cutShortcut,
  muteChannel,
  plain,
  removeBlock,
  scaleBranch,
  scaleShortcut,
  swapBlocks,
} from './rewrites.ts';
import { inferShapes, weightShapes } from './shapes.ts';

const resnet50 = buildModel('resnet50');

const ids = (graph: Graph) => graph.nodes.map(({ id }) => id);
const inputsOf = (graph: Graph, id: string) => graph.nodes.find((node) => node.id === id)?.inputs;
describe('what a rewrite makes of ResNet-50', () => {
  test('a cut leaves the sum with the branch alone, and takes a projection with it', () => {
    expect(inputsOf(cutShortcut(resnet50, '4d'), 'res4d_add')).toEqual(['bn4d_branch2c']);
    expect(ids(cutShortcut(resnet50, '4d'))).toEqual(ids(resnet50));
    const cut = cutShortcut(resnet50, '4a');
    expect(inputsOf(cut, 'res4a_add')).toEqual(['bn4a_branch2c']);
    expect(ids(resnet50).filter((id) => !ids(cut).includes(id))).toEqual(['res4a_branch1', 'bn4a_branch1']);
  });

  test('a removal leaves the sum with the shortcut alone', () => {
    const identity = removeBlock(resnet50, '3b');
    expect(inputsOf(identity, 'res3b_add')).toEqual(['res3a']);
    expect(ids(identity).filter((id) => id.includes('3b'))).toEqual(['res3b_add', 'res3b']);
    const opening = removeBlock(resnet50, '3a');
    expect(inputsOf(opening, 'res3a_add')).toEqual(['bn3a_branch1']);
    expect(ids(opening).filter((id) => id.includes('3a'))).toEqual([
      'res3a_branch1',
      'bn3a_branch1',
      'res3a_add',
      'res3a',
    ]);
    expect(removeBlock(identity, '3b')).toBe(identity);
  });

  test('scales and mutes are nodes of their own, in their place', () => {
    const graph = applyRewrites(resnet50, [
      { kind: 'scaleShortcut', block: '4a', factor: 2 },
      { kind: 'scaleBranch', block: '4a', factor: 0.5 },
      { kind: 'muteChannel', node: 'bn4a_branch2c', channel: 7 },
      { kind: 'muteChannel', node: 'bn4a_branch2c', channel: 3 },
    ]);
    const from = ids(graph).indexOf('res4a_branch2c');
    expect(graph.nodes.slice(from + 1, from + 9)).toEqual([
      resnet50.nodes.find(({ id }) => id === 'bn4a_branch2c'),
      {
        id: 'bn4a_branch2c_mute',
        kind: 'scale',
        inputs: ['bn4a_branch2c'],
        attributes: { factor: 0, channels: [3, 7] },
        stage: 'conv4',
        block: '4a',
        branch: 'residual',
      },
      {
        id: 'res4a_branch_scale',
        kind: 'scale',
        inputs: ['bn4a_branch2c_mute'],
        attributes: { factor: 0.5 },
        stage: 'conv4',
        block: '4a',
        branch: 'residual',
      },
      resnet50.nodes.find(({ id }) => id === 'res4a_branch1'),
      resnet50.nodes.find(({ id }) => id === 'bn4a_branch1'),
      {
        id: 'res4a_shortcut_scale',
        kind: 'scale',
        inputs: ['bn4a_branch1'],
        attributes: { factor: 2 },
        stage: 'conv4',
        block: '4a',
        branch: 'shortcut',
      },
      expect.objectContaining({ id: 'res4a_add', inputs: ['res4a_branch_scale', 'res4a_shortcut_scale'] }),
      resnet50.nodes.find(({ id }) => id === 'res4a'),
    ]);
  });

  test("an identity's scale stands right before the sum", () => {
    const order = ids(scaleShortcut(resnet50, '4d', 0.5));
    expect(order.slice(order.indexOf('bn4d_branch2c'), order.indexOf('res4d') + 1)).toEqual([
      'bn4d_branch2c',
      'res4d_shortcut_scale',
      'res4d_add',
      'res4d',
    ]);
  });

  test('scaling twice multiplies; scaling by 1 and muting again change nothing', () => {
    const twice = scaleBranch(scaleBranch(resnet50, '4d', 0.5), '4d', 4);
    expect(twice).toEqual(scaleBranch(resnet50, '4d', 2));
    expect(scaleShortcut(resnet50, '4d', 1)).toBe(resnet50);
    const muted = muteChannel(resnet50, 'res4d', 5);
    expect(muteChannel(muted, 'res4d', 5)).toEqual(muted);
  });

  test('the last value of the network, and its first, can be muted', () => {
    const last = muteChannel(resnet50, 'prob', 340);
    expect(last.nodes.at(-1)).toMatchObject({ id: 'prob_mute', inputs: ['prob'] });
    const first = muteChannel(resnet50, 'input', 0);
    expect(inputsOf(first, 'conv1_pad')).toEqual(['input_mute']);
    expect(inferShapes(first).get('prob')).toEqual([1000]);
  });

  test('swapped blocks keep ids, weights and attributes; only their places change', () => {
    const swapped = swapBlocks(resnet50, '4b', '4e');
    expect(blocksOf(swapped).map(({ id }) => id)).toEqual(
      '2a 2b 2c 3a 3b 3c 3d 4a 4e 4c 4d 4b 4f 5a 5b 5c'.split(' '),
    );
    expect(blocksOf(swapped).map(({ input }) => input)).toEqual([
      'pool1',
      ...'2a 2b 2c 3a 3b 3c 3d 4a 4e 4c 4d 4b 4f 5a 5b'.split(' ').map((id) => `res${id}`),
    ]);
    expect(new Map(weightShapes(swapped))).toEqual(new Map(weightShapes(resnet50)));
    expect(swapBlocks(resnet50, '4e', '4b')).toEqual(swapped);
    expect(swapBlocks(swapped, '4b', '4e')).toEqual(resnet50);
    expect(swapBlocks(resnet50, '5b', '5c').nodes.find(({ id }) => id === 'avg_pool')!.inputs).toEqual([
      'res5b',
    ]);
    expect(swapBlocks(resnet50, '4c', '4c')).toBe(resnet50);
  });

  test('the name stays: it says whose weights the nodes use', () => {
    expect(plain(resnet50).name).toBe('resnet50');
  });
});

describe('what cannot be done is said', () => {
  const known = '2a, 2b, 2c, 3a, 3b, 3c, 3d, 4a, 4b, 4c, 4d, 4e, 4f, 5a, 5b, 5c';
  test.each<[string, () => Graph, ErrorCode, object]>([
    ['an unknown block', () => cutShortcut(resnet50, '6a'), 'unknownBlock', { block: '6a', known }],
    ['an empty name', () => removeBlock(resnet50, ''), 'unknownBlock', { block: '', known }],
    ['an unknown block to scale', () => scaleBranch(resnet50, 'x', 2), 'unknownBlock', { block: 'x', known }],
    [
      'an unknown block to swap',
      () => swapBlocks(resnet50, '4b', '4x'),
      'unknownBlock',
      { block: '4x', known },
    ],
    ['cutting twice', () => cutShortcut(cutShortcut(resnet50, '4d'), '4d'), 'nothingToCut', { block: '4d' }],
    [
      'cutting in a plain network',
      () => cutShortcut(buildModel('resnet50-plain'), '2a'),
      'nothingToCut',
      { block: '2a' },
    ],
    [
      'removing what is cut',
      () => removeBlock(cutShortcut(resnet50, '4d'), '4d'),
      'nothingLeftOfBlock',
      { block: '4d' },
    ],
    [
      'cutting what is removed',
      () => cutShortcut(removeBlock(resnet50, '3a'), '3a'),
      'nothingLeftOfBlock',
      { block: '3a' },
    ],
    ['all cut, one removed', () => plain(removeBlock(resnet50, '3b')), 'nothingLeftOfBlock', { block: '3b' }],
    [
      'removing from a plain network',
      () => removeBlock(buildModel('cifar-plain-20'), 'stage1_block1'),
      'nothingLeftOfBlock',
      { block: 'stage1_block1' },
    ],
    [
      'swapping across stages',
      () => swapBlocks(resnet50, '3b', '4b'),
      'blocksNotInterchangeable',
      { first: '3b', second: '4b' },
    ],
    [
      'swapping the first of a stage',
      () => swapBlocks(resnet50, '4a', '4b'),
      'blocksNotInterchangeable',
      { first: '4a', second: '4b' },
    ],
    [
      'swapping with the first of a stage',
      () => swapBlocks(resnet50, '4b', '4a'),
      'blocksNotInterchangeable',
      { first: '4b', second: '4a' },
    ],
    ['an unknown node', () => muteChannel(resnet50, 'res9z', 0), 'unknownNode', { node: 'res9z' }],
    [
      'a node that is gone',
      () => muteChannel(removeBlock(resnet50, '3b'), 'res3b_branch2a', 0),
      'unknownNode',
      { node: 'res3b_branch2a' },
    ],
    ...[64, -1, 0.5, NaN].map((channel): [string, () => Graph, ErrorCode, object] => [
      `channel ${channel}`,
      () => muteChannel(resnet50, 'conv1', channel),
      'channelOutOfRange',
      { node: 'conv1', channel, channels: 64 },
    ]),
  ])('%s', (_, attempt, code, details) => {
    let thrown: unknown;
    try {
      attempt();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AtlasError);
    expect(thrown).toMatchObject({ code, details });
  });

  test.each([NaN, Infinity])('a factor of %d', (factor) => {
    expect(() => scaleBranch(resnet50, '4d', factor)).toThrow(RangeError);
  });
});

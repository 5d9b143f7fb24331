import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AtlasError } from '../errors.ts';
import { blocksOf } from './blocks.ts';
import { buildModel, cifarNetwork } from './families.ts';
import { applyRewrites, muteChannel, plain, removeBlock, scaleBranch, scaleShortcut } from './rewrites.ts';
import { consumers, subgraph } from './subgraph.ts';
import { randomGraph } from './testing/randomGraphs.ts';
import { evaluate } from './testing/reference.ts';

const resnet50 = buildModel('resnet50');
const blockOf = (graph: typeof resnet50, id: string) => blocksOf(graph).find((block) => block.id === id);

describe('blocks', () => {
  test('stand in execution order', () => {
    expect(blocksOf(resnet50).map(({ id }) => id)).toEqual(
      '2a 2b 2c 3a 3b 3c 3d 4a 4b 4c 4d 4e 4f 5a 5b 5c'.split(' '),
    );
    expect(blocksOf(buildModel('cifar-resnet-1202'))).toHaveLength(600);
  });

  test('with a projection', () => {
    expect(blockOf(resnet50, '3a')).toEqual({
      id: '3a',
      stage: 'conv3',
      input: 'res2c',
      branchNodes: [
        ...['res3a_branch2a', 'bn3a_branch2a', 'res3a_branch2a_relu'],
        ...['res3a_branch2b', 'bn3a_branch2b', 'res3a_branch2b_relu'],
        ...['res3a_branch2c', 'bn3a_branch2c'],
      ],
      shortcutNodes: ['res3a_branch1', 'bn3a_branch1'],
      branchEnd: 'bn3a_branch2c',
      shortcutEnd: 'bn3a_branch1',
      sum: 'res3a_add',
      output: 'res3a',
    });
  });

  test('with the identity, and with option A', () => {
    expect(blockOf(resnet50, '2b')).toMatchObject({
      input: 'res2a',
      shortcutNodes: [],
      shortcutEnd: 'res2a',
    });
    expect(blockOf(buildModel('cifar-resnet-20'), 'stage2_block1')).toMatchObject({
      input: 'stage1_block3',
      shortcutNodes: ['stage2_block1_subsample', 'stage2_block1_padChannels'],
      shortcutEnd: 'stage2_block1_padChannels',
    });
    // The map keeps its size where the first bottleneck widens it.
    expect(blockOf(buildModel('resnet50-optionA'), '2a')).toMatchObject({
      shortcutNodes: ['res2a_padChannels'],
    });
  });

  test('of rewritten graphs: a path that is gone is null, a scale or a mute is an end', () => {
    expect(blocksOf(plain(resnet50)).every(({ shortcutEnd }) => shortcutEnd === null)).toBe(true);
    expect(blockOf(removeBlock(resnet50, '4a'), '4a')).toMatchObject({
      input: 'res3d',
      branchNodes: [],
      branchEnd: null,
      shortcutEnd: 'bn4a_branch1',
    });
    expect(blockOf(removeBlock(resnet50, '4b'), '4b')).toMatchObject({
      branchEnd: null,
      shortcutEnd: 'res4a',
    });
    const scaled = scaleShortcut(scaleBranch(resnet50, '4d', 0.5), '4d', 2);
    expect(blockOf(scaled, '4d')).toMatchObject({
      input: 'res4c',
      branchEnd: 'res4d_branch_scale',
      shortcutEnd: 'res4d_shortcut_scale',
      shortcutNodes: ['res4d_shortcut_scale'],
      output: 'res4d',
    });
    const muted = muteChannel(muteChannel(resnet50, 'res4d', 0), 'res4d_add', 1);
    expect(blockOf(muted, '4d')).toMatchObject({ sum: 'res4d_add', output: 'res4d' });
    expect(blockOf(muted, '4e')).toMatchObject({ input: 'res4d_mute', shortcutEnd: 'res4d_mute' });
  });
});

describe('subgraphs', () => {
  const ids = (...args: Parameters<typeof subgraph>) => subgraph(...args).nodes.map(({ id }) => id);

  test('hold what is needed, in order, and no more', () => {
    expect(ids(resnet50, ['conv1'])).toEqual(['input', 'conv1_pad', 'conv1']);
    expect(ids(resnet50, ['prob'])).toEqual(resnet50.nodes.map(({ id }) => id));
    expect(ids(resnet50, ['bn2a_branch1'], new Set(['pool1']))).toEqual(['res2a_branch1', 'bn2a_branch1']);
    expect(ids(resnet50, ['res4d'], new Set(['bn4d_branch2c', 'res4c']))).toEqual(['res4d_add', 'res4d']);
    expect(ids(resnet50, ['res4d', 'pool1'], new Set(['res4d', 'pool1', 'prob']))).toEqual([]);
    expect(ids(resnet50, [])).toEqual([]);
  });

  test('an unknown node is refused', () => {
    expect(() => subgraph(resnet50, ['conv1', 'conv0'])).toThrow(
      new AtlasError('unknownNode', { node: 'conv0' }),
    );
  });

  test('are closed and minimal', () => {
    const wantedAndKnown = randomGraph().chain((graph) => {
      const some = fc.subarray(graph.nodes.map(({ id }) => id));
      return fc.tuple(fc.constant(graph), some, some);
    });
    fc.assert(
      fc.property(wantedAndKnown, ([graph, wanted, givenIds]) => {
        const known = new Set(givenIds);
        const { nodes } = subgraph(graph, wanted, known);
        const inside = new Set(nodes.map(({ id }) => id));
        const reads = new Set(nodes.flatMap(({ inputs }) => inputs));
        for (const id of wanted) expect(inside.has(id) || known.has(id)).toBe(true);
        for (const id of reads) expect(inside.has(id) || known.has(id)).toBe(true);
        for (const id of inside) {
          expect(known.has(id)).toBe(false);
          expect(reads.has(id) || wanted.includes(id)).toBe(true);
        }
        expect(nodes).toEqual(graph.nodes.filter(({ id }) => inside.has(id)));
      }),
    );
  });

  test('are enough to compute what is wanted from what is given', () => {
    const graph = cifarNetwork({ depth: 8, width: 2, inputShape: [6, 6, 1] });
    const given = new Map(
      [...evaluate(graph)]
        .filter(([id]) => ['stage1_block1', 'stage2_block1_norm2'].includes(id))
        .map(([id, values]) => [id, values.map((value) => value + 1)]),
    );
    const run = new Set(ids(graph, ['prob'], new Set(given.keys())));
    const nothing = graph.nodes.filter(({ id }) => !run.has(id)).map(({ id }) => [id, [NaN]] as const);
    const values = evaluate(graph, new Map<string, readonly number[]>([...nothing, ...given]));
    expect(values.get('prob')).toEqual(evaluate(graph, given).get('prob'));
    expect(values.get('prob')).not.toContain(NaN);
  });
});

test('consumers are the reverse of inputs', () => {
  const readers = consumers(resnet50);
  expect(readers.get('res2a')).toEqual(['res2b_branch2a', 'res2b_add']);
  expect(readers.get('pool1')).toEqual(['res2a_branch2a', 'res2a_branch1']);
  expect(readers.get('prob')).toEqual([]);
  const input = resnet50.nodes[0]!;
  const doubled = { id: 'doubled', kind: 'add', inputs: ['input', 'input'], attributes: {} } as const;
  expect(consumers({ nodes: [input, doubled] }).get('input')).toEqual(['doubled']);
  fc.assert(
    fc.property(randomGraph(), (graph) => {
      const forward = graph.nodes.flatMap(({ id, inputs }) =>
        [...new Set(inputs)].map((read) => `${read}>${id}`),
      );
      const reverse = [...consumers(graph)].flatMap(([id, ids]) => ids.map((reader) => `${id}>${reader}`));
      expect(reverse.sort()).toEqual(forward.sort());
    }),
  );
});

test('no rewrites: the same graph', () => {
  expect(applyRewrites(resnet50, [])).toBe(resnet50);
});

/** Activation orders against figure 4 of He et al. 2016, and what their shortcuts compute. */
import { describe, expect, test } from 'vitest';
import { activationOrders, leavesSumAlone, type ActivationOrder } from './activationOrder.ts';
import { blocksOf } from './blocks.ts';
import { costs } from './costs.ts';
import { buildModel, cifarNetwork } from './families.ts';
import type { Graph } from './graph.ts';
import { removeBlock } from './rewrites.ts';
import { weightShapes } from './shapes.ts';
import { nodesById } from './subgraph.ts';
import { evaluate } from './testing/reference.ts';

const small = (order: ActivationOrder, norm: 'batch' | 'none' = 'batch') =>
  cifarNetwork({ depth: 14, width: 2, classes: 3, inputShape: [8, 8, 1], order, norm });

/** Kinds of the nodes on the branch, and of those from the sum on. */
function figure(graph: Graph, id: string) {
  const byId = nodesById(graph);
  const { branchNodes } = blocksOf(graph).find((block) => block.id === id)!;
  const after = graph.nodes.filter(({ block, branch }) => block === id && branch === undefined);
  const short = { conv: 'conv', batchNorm: 'BN', relu: 'ReLU', add: '+' } as Record<string, string>;
  return {
    branch: branchNodes.map((node) => short[byId.get(node)!.kind]).join(' '),
    after: after.map(({ kind }) => short[kind]).join(' '),
  };
}

describe('each order stands as in the figure', () => {
  test.each([
    ['original', 'conv BN ReLU conv BN', '+ ReLU', 'conv BN ReLU'],
    ['normAfterAdd', 'conv BN ReLU conv', '+ BN ReLU', 'conv BN ReLU'],
    ['reluBeforeAdd', 'conv BN ReLU conv BN ReLU', '+', 'conv BN ReLU'],
    ['reluOnlyPreActivation', 'ReLU conv BN ReLU conv BN', '+', 'conv BN'],
    ['preActivation', 'BN ReLU conv BN ReLU conv', '+', 'conv'],
  ] as const)('%s', (order, branch, after, stem) => {
    const graph = small(order);
    for (const id of ['stage1_block1', 'stage2_block1', 'stage3_block2'])
      expect(figure(graph, id)).toEqual({ branch, after });
    expect(graph.nodes.filter(({ stage }) => stage === 'conv1')).toHaveLength(stem.split(' ').length);
    expect(figure(small(order, 'none'), 'stage1_block2')).toEqual({
      branch: branch.replaceAll(/ ?BN\b/g, '').trim(),
      after: after.replace(' BN', ''),
    });
  });

  test.each(activationOrders)('%s: blocks follow one another, and the head reads the last', (order) => {
    const graph = small(order);
    const blocks = blocksOf(graph);
    expect(blocks.map(({ id }) => id)).toEqual(blocksOf(small('original')).map(({ id }) => id));
    blocks.slice(1).forEach(({ input }, i) => expect(input).toBe(blocks[i]!.output));
    const last = blocks.at(-1)!.output;
    const behind = graph.nodes.slice(graph.nodes.findIndex(({ id }) => id === last) + 1);
    expect(behind[0]!.inputs).toEqual([last]);
    expect(behind.map(({ kind }) => kind).filter((kind) => kind === 'relu' || kind === 'batchNorm')).toEqual(
      order === 'preActivation' ? ['batchNorm', 'relu'] : order === 'reluOnlyPreActivation' ? ['relu'] : [],
    );
  });
});

test('an order moves weights and adds none', () => {
  for (const depth of [20, 56, 110]) {
    const totals = activationOrders.map((order) => costs(cifarNetwork({ depth, order })).totals);
    for (const { params, trainable, macs } of totals)
      expect({ params, trainable, macs }).toEqual({
        params: totals[0]!.params,
        trainable: totals[0]!.trainable,
        macs: totals[0]!.macs,
      });
  }
  const kernels = (order: ActivationOrder) =>
    [...weightShapes(small(order))].filter(([name]) => name.endsWith('/kernel'));
  for (const order of activationOrders) expect(kernels(order)).toEqual(kernels('original'));
});

describe('what the shortcuts carry when every branch is removed', () => {
  const bare = (order: ActivationOrder) =>
    ['stage1_block1', 'stage1_block2'].reduce(removeBlock, small(order));

  test.each(activationOrders.filter(leavesSumAlone))('%s: the stem’s value, unchanged', (order) => {
    const graph = bare(order);
    const values = evaluate(graph);
    const [first, second] = blocksOf(graph);
    const stem = values.get(first!.input)!;
    expect(values.get(second!.output)).toEqual(stem);
    if (order !== 'reluBeforeAdd') expect(Math.min(...stem)).toBeLessThan(0);
  });

  test('original: unchanged too, as nothing on the shortcut is below zero', () => {
    const graph = bare('original');
    expect(evaluate(graph).get('stage1_block2')).toEqual(evaluate(graph).get('stem'));
  });

  test('norm after the sum: not the identity', () => {
    const graph = bare('normAfterAdd');
    expect(evaluate(graph).get('stage1_block2')).not.toEqual(evaluate(graph).get('stem'));
  });
});

test('a ReLU before the sum lets a signal only grow', () => {
  const graph = small('reluBeforeAdd');
  const values = evaluate(graph);
  for (const { branchEnd } of blocksOf(graph))
    expect(Math.min(...values.get(branchEnd!)!)).toBeGreaterThanOrEqual(0);
});

describe('names', () => {
  test.each(activationOrders.slice(1))('cifar-resnet-20-%s', (order) => {
    const { nodes } = buildModel(`cifar-resnet-20-${order}`);
    expect(nodes).toEqual(cifarNetwork({ depth: 20, order }).nodes);
    expect(cifarNetwork({ depth: 20, order }).name).toBe(`cifar-resnet-20-${order}`);
  });

  test.each(['-original', '-preactivation', '-optionA-preActivation', '-constructor'])(
    'there is no cifar-resnet-20%s',
    (ending) => expect(() => buildModel(`cifar-resnet-20${ending}`)).toThrow('unknownModel'),
  );

  test('projections go with the original order alone', () => {
    expect(() => cifarNetwork({ depth: 8, order: 'preActivation', shortcut: 'B' })).toThrow(RangeError);
  });
});

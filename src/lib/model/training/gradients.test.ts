/** All gradients against those that tfjs derives from the same function, for every option, on small networks. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { activationOrders } from '../architecture/activationOrder.ts';
import { blocksOf } from '../architecture/blocks.ts';
import { cifarNetwork } from '../architecture/cifar.ts';
import type { Graph } from '../architecture/graph.ts';
import { GraphBuilder } from '../architecture/graphBuilder.ts';
import { isTrainable } from '../architecture/kinds.ts';
import { removeBlock, scaleBranch, scaleShortcut } from '../architecture/rewrites.ts';
import { inferShapes, weightShapes } from '../architecture/shapes.ts';
import { nodesById } from '../architecture/subgraph.ts';
import { startBackend } from '../engine/backends.ts';
import { logitsOf } from '../engine/segments.ts';
import { relativeDistance } from '../engine/statistics.ts';
import { gaussianBatch } from './batch.ts';
import { initialWeights, type InitialOptions } from './initialWeights.ts';
import { TrainableNetwork } from './network.ts';
import { RandomStream } from './random.ts';
import { referenceLoss, referenceValues } from './testing/referenceLoss.ts';

const small = { depth: 8, width: 3, classes: 4, inputShape: [8, 8, 2] } as const;
const everyBlock = (graph: Graph, rewrite: (graph: Graph, block: string) => Graph) =>
  blocksOf(graph).reduce((before, { id }) => rewrite(before, id), graph);

/** What ImageNet networks have beyond the others: padding nodes, a pool, bottlenecks, 7 × 7 with stride 2, odd sides. */
function imageNetLike(norm: boolean): Graph {
  const builder = new GraphBuilder();
  const conv = { padding: 0, groups: 1, bias: !norm };
  const add = (id: string, input: string, kernel: number, stride: number, filters: number, padding = 0) => {
    builder.add(id, 'conv', [input], { ...conv, kernel, stride, filters, padding });
    return norm ? builder.add(`${id}_norm`, 'batchNorm', [id], { epsilon: 1e-3 }) : id;
  };
  const relu = (id: string, input: string) => builder.add(id, 'relu', [input], {});
  builder.add('input', 'input', [], { shape: [22, 19, 2] });
  builder.add('pad', 'pad', ['input'], { size: 3 });
  relu('stem', add('conv', 'pad', 7, 2, 4));
  builder.add('poolPad', 'pad', ['stem'], { size: 1 });
  builder.add('pool', 'maxPool', ['poolPad'], { kernel: 3, stride: 2, padding: 0 });
  const first = relu('first', add('one', 'pool', 1, 2, 3));
  const second = relu('second', add('three', first, 3, 1, 3, 1));
  builder.add('sum', 'add', [add('expand', second, 1, 1, 6), add('projection', 'pool', 1, 2, 6)], {});
  builder.add('mean', 'globalAvgPool', [relu('out', 'sum')], {});
  builder.add('logits', 'dense', ['mean'], { units: 4, bias: true });
  builder.add('prob', 'softmax', ['logits'], {});
  return builder.build('like ImageNet networks');
}

const graphs: Record<string, Graph> = {
  'without shortcuts': cifarNetwork({ ...small, shortcut: 'none' }),
  'without shortcuts and norms': cifarNetwork({ ...small, shortcut: 'none', norm: 'none' }),
  'projections without norms': cifarNetwork({ ...small, shortcut: 'B', norm: 'none' }),
  'scaled branches and shortcuts': everyBlock(cifarNetwork({ ...small }), (graph, block) =>
    scaleShortcut(scaleBranch(graph, block, 0.3), block, 0.7),
  ),
  projections: cifarNetwork({ ...small, shortcut: 'B' }),
  'a block removed': removeBlock(cifarNetwork({ ...small, shortcut: 'B' }), 'stage2_block1'),
  'like ImageNet networks': imageNetLike(true),
  'like ImageNet networks, without norms': imageNetLike(false),
  ...Object.fromEntries(activationOrders.map((order) => [order, cifarNetwork({ ...small, order })])),
};

/** Networks whose weights stay as they are drawn. */
const drawn: Record<string, { readonly graph: Graph; readonly init: Partial<InitialOptions> }> = {
  'zero γ': { graph: cifarNetwork({ ...small }), init: { zeroGamma: true } },
  'zero γ with projections': { graph: cifarNetwork({ ...small, shortcut: 'B' }), init: { zeroGamma: true } },
  'by Glorot': { graph: cifarNetwork({ ...small }), init: { init: 'glorot' } },
  'by PyTorch, without norms': { graph: cifarNetwork({ ...small, norm: 'none' }), init: { init: 'pytorch' } },
};

/** Initial weights with γ, β and biases that are not 1 and 0, so that a mistake with them shows. */
function disturbedWeights(graph: Graph) {
  const random = new RandomStream(1);
  const weights = initialWeights(graph, { init: 'he', seed: 0 });
  for (const [name, values] of weights)
    if (/\/(gamma|beta|bias)$/.test(name))
      weights.set(
        name,
        values.map((value) => value + 0.3 * random.normal()),
      );
  return weights;
}

const batchOf = (graph: Graph) => {
  const shapes = inferShapes(graph);
  return gaussianBatch({
    seed: 0,
    size: 3,
    shape: shapes.get('input')!,
    classes: shapes.get(logitsOf(graph))![0],
  });
};

const all = {
  ...Object.fromEntries(
    Object.entries(graphs).map(([name, graph]) => [name, { graph, weights: disturbedWeights(graph) }]),
  ),
  ...Object.fromEntries(
    Object.entries(drawn).map(([name, { graph, init }]) => [
      name,
      { graph, weights: initialWeights(graph, { init: 'he', seed: 0, ...init }) },
    ]),
  ),
};

describe.each(Object.keys(all))('%s', (name) => {
  const { graph, weights } = all[name];
  const nodes = nodesById(graph);
  const isTrained = (weight: string) => {
    const [id, role] = weight.split('/');
    return isTrainable(nodes.get(id)!.kind, role);
  };
  beforeAll(() => startBackend('cpu'));

  it('has the gradients of tfjs at every weight', async () => {
    const batch = batchOf(graph);
    const shapes = weightShapes(graph);
    const names = [...shapes.keys()].filter(isTrained);
    const loss = (...tensors: tf.Tensor[]) =>
      referenceLoss(graph, batch, (weight) => tensors[names.indexOf(weight)]);
    const expected = tf.tidy(() =>
      tf.valueAndGrads(loss)(
        names.map((weight) => tf.tensor(weights.get(weight)!, [...shapes.get(weight)!])),
      ),
    );

    const network = new TrainableNetwork(graph, weights);
    const found = await network.gradients(batch);
    network.dispose();
    expect(found.loss).toBeCloseTo((await expected.value.data())[0], 4);
    expect([...found.weights.keys()].sort()).toEqual([...names].sort());
    for (const [i, weight] of names.entries()) {
      const distance = relativeDistance(found.weights.get(weight)!, await expected.grads[i].data());
      expect([weight, distance]).toEqual([weight, expect.toSatisfy((value) => value < 1e-3)]);
    }
    tf.dispose(expected.grads);
    expected.value.dispose();
  });

  it('has the values of tfjs at every node', async () => {
    const batch = batchOf(graph);
    const shapes = weightShapes(graph);
    const expected = new Map<string, ArrayLike<number>>();
    tf.tidy(() => {
      const of = (weight: string) => tf.tensor(weights.get(weight)!, [...shapes.get(weight)!]);
      for (const [id, value] of referenceValues(graph, batch, of)) expected.set(id, value.dataSync());
    });
    const network = new TrainableNetwork(graph, weights);
    const ids = [...expected.keys()].filter((id) => id !== 'input');
    const found = await network.values(batch, ids, 'training');
    network.dispose();
    for (const id of ids)
      expect([id, relativeDistance(found.get(id)!, expected.get(id)!)]).toEqual([
        id,
        expect.toSatisfy((value) => value < 1e-4),
      ]);
  });
});

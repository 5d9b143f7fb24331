/** Every layer of ResNet-50 against Keras' own graph (fixtures/keras-resnet50.json). */
import { describe, expect, test } from 'vitest';
import keras from './fixtures/keras-resnet50.json' with { type: 'json' };
import { buildModel } from './families.ts';
import { facts } from './facts.ts';
import { receptiveFields } from './receptiveField.ts';
import { weightShapes } from './shapes.ts';
import { idOf } from './testing/kerasNames.ts';

const kinds: Record<string, string> = {
  InputLayer: 'input',
  ZeroPadding2D: 'pad',
  Conv2D: 'conv',
  BatchNormalization: 'batchNorm',
  Activation: 'relu',
  MaxPooling2D: 'maxPool',
  Add: 'add',
  GlobalAveragePooling2D: 'globalAvgPool',
  Dense: 'dense',
};

const graph = buildModel('resnet50');
const { totals, nodes } = facts(graph);
const factsById = new Map(nodes.map((node) => [node.id, node]));
const nodeById = new Map(graph.nodes.map((node) => [node.id, node]));
const fields = receptiveFields(graph);
const weights = weightShapes(graph);
const roles: Record<string, string> = { moving_mean: 'movingMean', moving_variance: 'movingVariance' };

describe('resnet50 against Keras', () => {
  test('has its totals', () => {
    const { params, trainable, macs } = keras.totals;
    expect(totals).toEqual({ params, trainable, macs });
  });

  test('has its layers, and the softmax as a node of its own', () => {
    expect(nodes.map(({ id }) => id).sort()).toEqual(
      [...keras.layers.map(({ name }) => idOf(name)), 'prob'].sort(),
    );
  });

  test.each(keras.layers.map((layer) => [layer.name, layer] as const))('%s', (name, layer) => {
    const id = idOf(name);
    const node = nodeById.get(id)!;
    const spatial = typeof layer.rf === 'number';
    expect(factsById.get(id)).toEqual({
      id,
      kind: kinds[layer.class_name],
      stage: /^conv\d$/.test(layer.stage) ? layer.stage : null,
      block: layer.block === null ? null : layer.stage.slice(4) + 'abcdef'[layer.block - 1],
      shape: layer.out_shape,
      params: layer.params,
      macs: layer.macs,
      receptiveField: spatial ? layer.rf : null,
      jump: layer.jump,
    });
    expect(fields.get(id)?.centre ?? null).toBe(layer.first_centre_px);
    expect([...node.inputs].sort()).toEqual(layer.inbound.map(idOf).sort());
    expect(node.branch).toBe(['residual', 'shortcut'].includes(layer.branch) ? layer.branch : undefined);
    const expected = Object.entries(layer.weight_shapes).map(([role, shape]) => [roles[role] ?? role, shape]);
    const own = [...weights].filter(([key]) => key.startsWith(`${id}/`));
    expect(Object.fromEntries(own.map(([key, shape]) => [key.slice(id.length + 1), shape]))).toEqual(
      Object.fromEntries(expected),
    );
  });

  test('windows have the kernel, stride and padding of Keras', () => {
    const window = (id: string) => {
      const node = nodeById.get(id)!;
      if (node.kind === 'pad') return [null, null, node.attributes.size];
      if (node.kind !== 'conv' && node.kind !== 'maxPool') return [null, null, null];
      return [node.attributes.kernel, node.attributes.stride, node.attributes.padding];
    };
    expect(keras.layers.map(({ name }) => window(idOf(name)))).toEqual(
      keras.layers.map(({ kernel, stride, pad }) => [kernel, stride, pad]),
    );
  });

  test('the softmax costs nothing and has no receptive field', () => {
    expect(factsById.get('prob')).toEqual({
      id: 'prob',
      kind: 'softmax',
      stage: null,
      block: null,
      shape: [1000],
      params: 0,
      macs: 0,
      receptiveField: null,
      jump: null,
    });
  });

  test("batch norm runs with the weight file's epsilon, and stride 2 sits on the first 1×1", () => {
    const epsilons = graph.nodes.flatMap((node) =>
      node.kind === 'batchNorm' ? [node.attributes.epsilon] : [],
    );
    expect(new Set(epsilons)).toEqual(new Set([1e-3]));
    const strided = graph.nodes.filter((node) => node.kind === 'conv' && node.attributes.stride === 2);
    expect(strided.map(({ id }) => id)).toEqual(
      ['conv1'].concat(
        ['3a', '4a', '5a'].flatMap((block) => [`res${block}_branch2a`, `res${block}_branch1`]),
      ),
    );
  });
});

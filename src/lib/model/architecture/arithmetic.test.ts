/** The sums written out, worked out by JavaScript itself and compared with Keras' own graph. */
import { describe, expect, test } from 'vitest';
import { fieldGrowth, nodeArithmetic, type Sum } from './arithmetic.ts';
import { buildModel, modelNames } from './families.ts';
import keras from './fixtures/keras-resnet50.json' with { type: 'json' };
import { costs } from './costs.ts';
import { receptiveFields } from './receptiveField.ts';
import { inferShapes } from './shapes.ts';
import { idOf } from './testing/kerasNames.ts';

/** What a written sum comes to. */
function workOut({ expression }: Sum): number {
  expect(expression).toMatch(/^[\d.+−·/()⌊⌋ ]+$/);
  const script = expression
    .replaceAll('−', '-')
    .replaceAll('·', '*')
    .replaceAll('⌊', 'Math.floor(')
    .replaceAll('⌋', ')');
  return Number(new Function(`return ${script}`)());
}

const resnet50 = buildModel('resnet50');

describe('every layer of ResNet-50 against Keras', () => {
  test.each(keras.layers.map((layer) => [idOf(layer.name), layer] as const))('%s', (id, layer) => {
    const { side, channels, params, macs, field } = nodeArithmetic(resnet50, id);
    const [height] = layer.out_shape;
    if (side) expect([side.value, workOut(side)]).toEqual([height, height]);
    if (channels) expect(workOut(channels)).toBe(layer.out_shape.at(-1));
    expect(params?.value ?? 0).toBe(layer.params);
    if (params) expect(workOut(params)).toBe(layer.params);
    expect(macs?.value ?? 0).toBe(layer.macs);
    if (macs) expect(workOut(macs)).toBe(layer.macs);
    if (!field) {
      expect(layer.class_name === 'InputLayer' || typeof layer.rf !== 'number').toBe(true);
      return;
    }
    expect([field.after.size, field.after.jump, field.after.centre]).toEqual([
      layer.rf,
      layer.jump,
      layer.first_centre_px,
    ]);
    if (field.sums) {
      const { size, jump, centre } = field.sums;
      expect([size, jump, centre].map(workOut)).toEqual([layer.rf, layer.jump, layer.first_centre_px]);
    }
  });

  test('what changes the side, the channels or the field says how', () => {
    const kinds = (key: 'side' | 'channels' | 'params' | 'macs') => [
      ...new Set(
        resnet50.nodes.filter(({ id }) => nodeArithmetic(resnet50, id)[key]).map(({ kind }) => kind),
      ),
    ];
    expect(kinds('side')).toEqual(['pad', 'conv', 'maxPool']);
    expect(kinds('channels')).toEqual(['conv', 'dense']);
    expect(kinds('params')).toEqual(['conv', 'batchNorm', 'dense']);
    expect(kinds('macs')).toEqual(['conv', 'dense']);
  });
});

test('the sums are written as in a textbook, with a floor only where one is needed', () => {
  const of = (id: string) => nodeArithmetic(resnet50, id);
  expect(of('res2a_branch2b').side?.expression).toBe('(56 + 2·1 − 3)/1 + 1');
  expect(of('res2a_branch2b').params).toEqual({ expression: '3·3·64·64 + 64', value: 36_928 });
  expect(of('conv1').side?.expression).toBe('⌊(230 + 2·0 − 7)/2⌋ + 1');
  expect(of('res3a_branch2a').side?.expression).toBe('⌊(56 + 2·0 − 1)/2⌋ + 1');
  expect(of('fc1000').params).toEqual({ expression: '2048·1000 + 1000', value: 2_049_000 });
});

test.each(modelNames.filter((name) => !name.includes('1202')))('%s: every sum is right', (name) => {
  const graph = buildModel(name);
  const shapes = inferShapes(graph);
  const { nodes } = costs(graph);
  const fields = receptiveFields(graph);
  // Deep networks repeat their blocks: the first forty nodes and the last ten have every kind in them.
  const some =
    graph.nodes.length > 60 ? [...graph.nodes.slice(0, 40), ...graph.nodes.slice(-10)] : graph.nodes;
  for (const { id } of some) {
    const { side, channels, params, macs, field } = nodeArithmetic(graph, id);
    const shape = shapes.get(id)!;
    if (side) expect(workOut(side), id).toBe(shape[0]);
    if (channels) expect(workOut(channels), id).toBe(shape.at(-1));
    if (params) expect(workOut(params), id).toBe(nodes.get(id)!.params);
    if (macs) expect(workOut(macs), id).toBe(nodes.get(id)!.macs);
    if (field?.sums) expect(workOut(field.sums.size), id).toBe(fields.get(id)!.size);
  }
});

test('the field has grown by the windows on the way, each by (kernel − 1) · jump', () => {
  const steps = fieldGrowth(resnet50, 'res2a');
  expect(steps.map(({ node }) => node)).toEqual(['conv1', 'pool1', 'res2a_branch2b']);
  for (const { name, rf } of keras.layers) {
    if (typeof rf !== 'number') continue;
    let [size, jump] = [1, 1];
    for (const { kernel, stride, after } of fieldGrowth(resnet50, idOf(name))) {
      size += (kernel - 1) * jump;
      jump *= stride;
      expect([after.size, after.jump]).toEqual([size, jump]);
    }
    expect(size, name).toBe(rf);
  }
  expect(fieldGrowth(resnet50, 'fc1000')).toEqual([]);
});

test('a node that is not there is an error', () => {
  expect(() => nodeArithmetic(resnet50, 'conv9')).toThrow(RangeError);
});

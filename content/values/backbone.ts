import { costs } from '../../src/lib/model/architecture/costs.ts';
import type { Graph, NodeOf } from '../../src/lib/model/architecture/graph.ts';
import { imageNetNetwork, weightFileStyle } from '../../src/lib/model/architecture/imageNet.ts';
import { inferShapes } from '../../src/lib/model/architecture/shapes.ts';
import seen from '../../src/lib/state/recordings/seen.json' with { type: 'json' };
import { meanOf } from '../../src/lib/model/statistics.ts';
import { computed, published, recorded, type Value, type Values } from '../../src/lib/lesson/values/value.ts';

/** The outputs of conv2_x … conv5_x, which detectors call C2 … C5. */
const levels = seen.levels;

/** The network without its classifier, for pictures of another size. */
function body(height: number, width: number): Graph {
  const graph = imageNetNetwork('resnet50', {
    depth: 50,
    style: weightFileStyle,
    inputShape: [height, width, 3],
  });
  return {
    ...graph,
    nodes: graph.nodes.filter(({ kind }) => !['globalAvgPool', 'dense', 'softmax'].includes(kind)),
  };
}

/** A feature pyramid's convolutions on top: 1×1 to 256 channels at each level, and 3×3 behind the sum. */
function withPyramid(graph: Graph): Graph {
  const conv = (id: string, input: string, kernel: number): NodeOf<'conv'> => ({
    id,
    kind: 'conv',
    inputs: [input],
    attributes: { kernel, stride: 1, padding: (kernel - 1) / 2, filters: 256, groups: 1, bias: true },
  });
  const added = levels.flatMap((node, i) => [
    conv(`lateral${i + 2}`, node, 1),
    conv(`output${i + 2}`, `lateral${i + 2}`, 3),
  ]);
  return { ...graph, nodes: [...graph.nodes, ...added] };
}

const small = body(224, 224);
const pyramid = costs(withPyramid(small));
const plain = costs(small).totals;
const extra = pyramid.totals.macs - plain.macs;
const how = { en: 'multiply-adds by the graph code of this site', zh: '由本站的计算图代码数出的乘加' };
const shapesOf = { en: 'shapes by the graph code of this site', zh: '由本站的计算图代码推出的形状' };

/** conv5_x with its stride taken out: four times as many places, each as costly as before. */
const shapes = inferShapes(small);
const conv5 = small.nodes.filter(({ stage }) => stage === 'conv5');
const conv5Macs = conv5.reduce((sum, { id }) => sum + costs(small).nodes.get(id)!.macs, 0);

const sizes: Record<string, readonly [number, number]> = {
  s224: [224, 224],
  s512: [512, 512],
  s800: [800, 1333],
};
const sized = Object.fromEntries(
  Object.entries(sizes).flatMap(([name, [height, width]]) => {
    const graph = body(height, width);
    const all = inferShapes(graph);
    const { macs } = costs(graph).totals;
    return [
      ...(name === 's512' ? [] : [[`${name}.macs`, computed(macs, how, { scientific: true })] as const]),
      ...levels.flatMap((node, i): [string, Value][] => [
        [`${name}.h${i + 2}`, computed(all.get(node)![0], shapesOf)],
        [`${name}.w${i + 2}`, computed(all.get(node)![1], shapesOf)],
      ]),
    ];
  }),
);

const figure = (level: number, name: 'rms' | 'zeros' | 'silent') =>
  meanOf(seen.images.map((image) => image.levels[level - 2][name]));

export const values: Values = {
  ...sized,
  zeros2: recorded(figure(2, 'zeros'), seen.command, { percent: true, digits: 0 }),
  zeros4: recorded(figure(4, 'zeros'), seen.command, { percent: true, digits: 0 }),
  zeros5: recorded(figure(5, 'zeros'), seen.command, { percent: true, digits: 0 }),
  rms2: recorded(figure(2, 'rms'), seen.command, { digits: 2 }),
  rms5: recorded(figure(5, 'rms'), seen.command, { digits: 2 }),
  silent5: recorded(figure(5, 'silent'), seen.command, { digits: 0 }),
  values2: computed(
    shapes.get('res2c')!.reduce((product, side) => product * side, 1),
    '56 · 56 · 256',
  ),
  values5: computed(
    shapes.get('res5c')!.reduce((product, side) => product * side, 1),
    '7 · 7 · 2048',
  ),
  bodyMacs: computed(plain.macs, how, { scientific: true }),
  pyramidMacs: computed(extra, how, { scientific: true }),
  pyramidShare: computed(extra / plain.macs, how, { percent: true, digits: 0 }),
  pyramidParams: computed(pyramid.totals.params - plain.params, {
    en: 'parameters by the graph code of this site',
    zh: '由本站的计算图代码数出的参数',
  }),
  finest: computed(pyramid.nodes.get('output2')!.macs / extra, how, { percent: true, digits: 0 }),
  lateral: computed(
    levels.reduce((sum, _, i) => sum + pyramid.nodes.get(`lateral${i + 2}`)!.macs, 0) / extra,
    how,
    { percent: true, digits: 0 },
  ),
  conv5: computed(conv5Macs, how, { scientific: true }),
  dilated: computed(4 * conv5Macs, how, { scientific: true }),
  cocoBefore: published(21.2, 'he2015', 'Table 8, VGG-16, mAP@[.5, .95]', { digits: 1, unit: '%' }),
  cocoAfter: published(27.2, 'he2015', 'Table 8, ResNet-101, mAP@[.5, .95]', { digits: 1, unit: '%' }),
};

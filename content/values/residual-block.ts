/** Numbers of lesson 2: the worked example, what blocks cost, how large F is in a trained network. */
import { blocksOf } from '../../src/lib/model/architecture/blocks.ts';
import { costs } from '../../src/lib/model/architecture/costs.ts';
import { buildModel } from '../../src/lib/model/architecture/families.ts';
import { weightShapes } from '../../src/lib/model/architecture/shapes.ts';
import { computed, published, recorded, type Values } from '../../src/lib/lesson/values/value.ts';
import recording from '../../src/lib/state/recordings/refinement.json' with { type: 'json' };
import { distances, start } from '../experiments/residual-block/block.ts';

/** Weights of a block's kernels, and its multiply-adds. */
function block(model: string, id: string): { kernels: number; macs: number } {
  const graph = buildModel(model);
  const own = new Set(graph.nodes.filter((node) => node.block === id).map((node) => node.id));
  const { nodes } = costs(graph);
  let kernels = 0;
  for (const [name, shape] of weightShapes(graph)) {
    const [node, role] = name.split('/');
    if (own.has(node) && role === 'kernel') kernels += shape.reduce((product, side) => product * side, 1);
  }
  return { kernels, macs: [...own].reduce((sum, node) => sum + nodes.get(node)!.macs, 0) };
}

const basic = block('resnet34', '2b');
const bottleneck = block('resnet50-nobias', '2b');
const facts = (model: string) => `npm run -s atlas -- facts --model ${model} --json`;

const [full, half, none] = [0, 1, 2];
const { residual, plain } = distances(start.x, start.weights, [1, 0.5, 0]);
const example = { en: 'the worked example', zh: '文中的例子' };
const percent = { percent: true, digits: 1 } as const;

/** ‖F‖ / ‖x‖ of every block, the mean over the sample pictures. */
const pictures = Object.values(recording.runs['1']);
export const ratios = blocksOf(buildModel('resnet50')).map(({ id }) => {
  const sum = pictures.reduce(
    (so, { blocks }) => so + (blocks as unknown as Record<string, number[]>)[id].at(-1)!,
    0,
  );
  return { id, ratio: sum / pictures.length };
});
const sizes = ratios.map(({ ratio }) => ratio);
const [refine] = recording.commands;

const ofTable3 = (error: number, network: string) =>
  published(error, 'he2016', `Table 3, test error, CIFAR-10, ${network}`, { unit: '%', digits: 2 });

export const values: Values = {
  residualFull: computed(residual[full], example, percent),
  residualHalf: computed(residual[half], example, percent),
  residualNone: computed(residual[none], example, { percent: true, digits: 0 }),
  plainFull: computed(plain[full], example, percent),
  plainHalf: computed(plain[half], example, percent),
  plainNone: computed(plain[none], example, { percent: true, digits: 0 }),
  basicKernels: computed(basic.kernels, facts('resnet34')),
  bottleneckKernels: computed(bottleneck.kernels, facts('resnet50-nobias')),
  basicMacs: computed(basic.macs, facts('resnet34')),
  bottleneckMacs: computed(bottleneck.macs, facts('resnet50')),
  pictures: recorded(pictures.length, refine),
  smallest: recorded(Math.min(...sizes), refine, { digits: 2 }),
  largest: recorded(Math.max(...sizes), refine, { digits: 2 }),
  oneLayer: ofTable3(9.9, 'ResNet-110 (1layer)'),
  oneLayerPre: ofTable3(8.91, 'ResNet-110 (1layer), pre-activation'),
  twoLayers: ofTable3(6.61, 'ResNet-110'),
  twoLayersPre: ofTable3(6.37, 'ResNet-110, pre-activation'),
};

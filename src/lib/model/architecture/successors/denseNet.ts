/** DenseNet-121 (Huang et al. 2017, Table 1): each layer reads all maps before it, joined rather than added. */
import type { Graph, StageId } from '../graph.ts';
import { GraphBuilder } from '../graphBuilder.ts';
import { addPooledClassifier, addUsualStem, batchNorm, convolution, relu } from './parts.ts';

const layers = [6, 12, 24, 16];
const growth = 32;

export function denseNet121(name: string): Graph {
  const builder = new GraphBuilder();
  let value = addUsualStem(builder);
  let channels = 64;
  layers.forEach((count, index) => {
    const stage = `conv${index + 2}` as StageId;
    for (let i = 1; i <= count; i++) value = addLayer(builder, value, `${index + 2}_${i}`, stage);
    channels += count * growth;
    if (index === layers.length - 1) return;
    channels /= 2;
    value = addTransition(builder, value, index + 2, channels, stage);
  });
  value = batchNorm(builder, 'bn_last', value);
  addPooledClassifier(builder, relu(builder, 'last_relu', value));
  return builder.build(name);
}

function addLayer(builder: GraphBuilder, input: string, id: string, stage: StageId): string {
  const place = { stage, block: id };
  const part = (name: string) => `dense${id}_${name}`;
  let value = batchNorm(builder, part('bn1'), input, place);
  value = relu(builder, part('relu1'), value, place);
  value = convolution(builder, part('conv1'), value, { kernel: 1, filters: 4 * growth }, place);
  value = batchNorm(builder, part('bn2'), value, place);
  value = relu(builder, part('relu2'), value, place);
  value = convolution(builder, part('conv2'), value, { kernel: 3, filters: growth }, place);
  return builder.add(`dense${id}`, 'concat', [input, value], {}, place);
}

function addTransition(
  builder: GraphBuilder,
  input: string,
  index: number,
  filters: number,
  stage: StageId,
): string {
  const place = { stage };
  const part = (name: string) => `transition${index}_${name}`;
  let value = batchNorm(builder, part('bn'), input, place);
  value = relu(builder, part('relu'), value, place);
  value = convolution(builder, part('conv'), value, { kernel: 1, filters }, place);
  return builder.add(part('pool'), 'averagePool', [value], { kernel: 2, stride: 2, padding: 0 }, place);
}

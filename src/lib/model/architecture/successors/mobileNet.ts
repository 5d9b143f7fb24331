/**
 * MobileNetV2 (Sandler et al. 2018, Table 2): the bottleneck turned inside out, narrow where the shortcuts are and
 * wide between them, with one 3×3 kernel per channel.
 */
import type { Graph, StageId } from '../graph.ts';
import { GraphBuilder } from '../graphBuilder.ts';
import {
  addPooledClassifier,
  addPicture,
  batchNorm,
  convolution,
  letter,
  type ConvolutionPlan,
} from './parts.ts';

/** Times wider inside, channels, blocks, stride of the first; and the stage by its map's size. */
const plan = [
  { times: 1, filters: 16, count: 1, stride: 1, stage: 'conv1' },
  { times: 6, filters: 24, count: 2, stride: 2, stage: 'conv2' },
  { times: 6, filters: 32, count: 3, stride: 2, stage: 'conv3' },
  { times: 6, filters: 64, count: 4, stride: 2, stage: 'conv4' },
  { times: 6, filters: 96, count: 3, stride: 1, stage: 'conv4' },
  { times: 6, filters: 160, count: 3, stride: 2, stage: 'conv5' },
  { times: 6, filters: 320, count: 1, stride: 1, stage: 'conv5' },
] as const satisfies readonly { stage: StageId; [name: string]: unknown }[];

export function mobileNetV2(name: string): Graph {
  const builder = new GraphBuilder();
  const unit = (
    id: string,
    input: string,
    convolutionPlan: ConvolutionPlan,
    place: { stage?: StageId; block?: string; branch?: 'residual' },
    isActivated = true,
  ) => {
    let value = convolution(builder, id, input, convolutionPlan, place);
    value = batchNorm(builder, `bn_${id}`, value, place);
    return isActivated ? builder.add(`${id}_relu`, 'relu6', [value], {}, place) : value;
  };

  let value = unit('conv1', addPicture(builder), { kernel: 3, stride: 2, filters: 32 }, { stage: 'conv1' });
  let channels = 32;
  const counts: Partial<Record<StageId, number>> = {};
  for (const { times, filters, count, stride, stage } of plan) {
    for (let i = 0; i < count; i++) {
      const index = counts[stage] ?? 0;
      counts[stage] = index + 1;
      const block = `${stage.slice(-1)}${letter(index)}`;
      const isAdded = channels === filters && (i > 0 || stride === 1);
      const place = { stage, block, ...(isAdded && { branch: 'residual' as const }) };
      const inner = channels * times;
      let branch = value;
      if (times > 1) branch = unit(`block${block}_expand`, branch, { kernel: 1, filters: inner }, place);
      const depthwise = { kernel: 3, stride: i === 0 ? stride : 1, filters: inner, groups: inner };
      branch = unit(`block${block}_depthwise`, branch, depthwise, place);
      branch = unit(`block${block}_project`, branch, { kernel: 1, filters }, place, false);
      value = isAdded
        ? builder.add(`block${block}_add`, 'add', [branch, value], {}, { stage, block })
        : branch;
      channels = filters;
    }
  }
  addPooledClassifier(builder, unit('conv_last', value, { kernel: 1, filters: 1280 }, { stage: 'conv5' }));
  return builder.build(name);
}

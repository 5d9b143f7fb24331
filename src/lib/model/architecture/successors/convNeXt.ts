/** ConvNeXt-T (Liu et al. 2022, Table 9): a residual network built with the choices of a vision transformer. */
import type { Graph, StageId } from '../graph.ts';
import { GraphBuilder } from '../graphBuilder.ts';
import { addClassifier } from '../imageNet.ts';
import { addPicture, convolution, letter } from './parts.ts';

const depths = [3, 3, 9, 3];
const widths = [96, 192, 384, 768];
const attributes = { epsilon: 1e-6 };

export function convNeXtTiny(name: string): Graph {
  const builder = new GraphBuilder();
  const stem = { stage: 'conv1' } as const;
  const patches = { kernel: 4, stride: 4, padding: 0, filters: widths[0]!, bias: true };
  let value = convolution(builder, 'conv1', addPicture(builder), patches, stem);
  value = builder.add('ln_conv1', 'layerNorm', [value], attributes, stem);
  depths.forEach((count, index) => {
    const stage = `conv${index + 2}` as StageId;
    const filters = widths[index]!;
    if (index > 0) {
      value = builder.add(`ln_downsample${index + 2}`, 'layerNorm', [value], attributes, { stage });
      const halving = { kernel: 2, stride: 2, padding: 0, filters, bias: true };
      value = convolution(builder, `downsample${index + 2}`, value, halving, { stage });
    }
    for (let i = 0; i < count; i++)
      value = addBlock(builder, value, `${index + 2}${letter(i)}`, stage, filters);
  });
  value = builder.add('avg_pool', 'globalAvgPool', [value], {});
  addClassifier(builder, builder.add('ln_last', 'layerNorm', [value], attributes));
  return builder.build(name);
}

function addBlock(
  builder: GraphBuilder,
  input: string,
  block: string,
  stage: StageId,
  filters: number,
): string {
  const place = { stage, block, branch: 'residual' } as const;
  const part = (name: string) => `block${block}_${name}`;
  const depthwise = { kernel: 7, filters, groups: filters, bias: true };
  let value = convolution(builder, part('depthwise'), input, depthwise, place);
  value = builder.add(part('ln'), 'layerNorm', [value], attributes, place);
  value = convolution(builder, part('expand'), value, { kernel: 1, filters: 4 * filters, bias: true }, place);
  value = builder.add(part('gelu'), 'gelu', [value], {}, place);
  value = convolution(builder, part('project'), value, { kernel: 1, filters, bias: true }, place);
  value = builder.add(part('layerScale'), 'channelScale', [value], {}, place);
  return builder.add(part('add'), 'add', [value, input], {}, { stage, block });
}

/**
 * ResNet-50 with one thing changed: wider 3×3 convolutions, groups, squeeze and excitation, a gentler way to halve the
 * map. Stride 2 is on the 3×3 (v1.5), as in the programs whose parameter counts these graphs are checked against.
 */
import type { Graph, StageId } from '../graph.ts';
import { GraphBuilder } from '../graphBuilder.ts';
import { addClassifier, addPicture, addStem, batchNorm, convolution, letter, relu } from './parts.ts';

interface Variant {
  /** Channels of the 3×3 convolution in conv2_x; ResNet-50 has 64. */
  readonly width?: number;
  readonly groups?: number;
  /** The squeezed vector has so many times fewer channels (Hu et al. 2018: 16). */
  readonly squeeze?: number;
  /** Three 3×3 convolutions in the stem, and a 2×2 mean before a projection that halves (He et al. 2018, ResNet-D). */
  readonly gentle?: boolean;
}

const blocks = [3, 4, 6, 3];

export function bottleneckNetwork(name: string, variant: Variant): Graph {
  const builder = new GraphBuilder();
  let value = variant.gentle ? addDeepStem(builder) : addStem(builder);
  let channels = 64;
  blocks.forEach((count, index) => {
    for (let i = 0; i < count; i++) {
      const stride = index > 0 && i === 0 ? 2 : 1;
      const filters = 256 * 2 ** index;
      const id = `${index + 2}${letter(i)}`;
      value = addBlock(
        builder,
        { id, stage: `conv${index + 2}` as StageId, value, channels, filters, stride },
        variant,
      );
      channels = filters;
    }
  });
  addClassifier(builder, value);
  return builder.build(name);
}

function addDeepStem(builder: GraphBuilder): string {
  const place = { stage: 'conv1' } as const;
  let value = addPicture(builder);
  [32, 32, 64].forEach((filters, index) => {
    const id = `conv1_${index + 1}`;
    value = convolution(builder, id, value, { kernel: 3, stride: index === 0 ? 2 : 1, filters }, place);
    value = batchNorm(builder, `bn_${id}`, value, place);
    value = relu(builder, `${id}_relu`, value, place);
  });
  return builder.add('pool1', 'maxPool', [value], { kernel: 3, stride: 2, padding: 1 });
}

interface BlockPlan {
  readonly id: string;
  readonly stage: StageId;
  readonly value: string;
  readonly channels: number;
  readonly filters: number;
  readonly stride: number;
}

function addBlock(builder: GraphBuilder, plan: BlockPlan, variant: Variant): string {
  const { id, stage, value: input, filters, stride } = plan;
  const { width = 64, groups = 1, squeeze } = variant;
  const place = { stage, block: id };
  const onBranch = { ...place, branch: 'residual' } as const;
  const inner = (width * filters) / 256;
  const plans = [
    { kernel: 1, filters: inner },
    { kernel: 3, filters: inner, stride, groups },
    { kernel: 1, filters },
  ];
  let branch = input;
  plans.forEach((one, index) => {
    const part = `${id}_branch2${letter(index)}`;
    branch = convolution(builder, `res${part}`, branch, one, onBranch);
    branch = batchNorm(builder, `bn${part}`, branch, onBranch);
    if (index < 2) branch = relu(builder, `res${part}_relu`, branch, onBranch);
  });
  if (squeeze) branch = addSqueeze(builder, id, branch, filters, squeeze, onBranch);
  const shortcut = addShortcut(builder, plan, variant);
  const sum = builder.add(`res${id}_add`, 'add', [branch, shortcut], {}, place);
  return relu(builder, `res${id}`, sum, place);
}

function addSqueeze(
  builder: GraphBuilder,
  id: string,
  map: string,
  filters: number,
  times: number,
  place: Parameters<GraphBuilder['add']>[4],
): string {
  const part = (name: string) => `res${id}_${name}`;
  let value = builder.add(part('squeeze'), 'globalAvgPool', [map], {}, place);
  value = builder.add(part('reduce'), 'dense', [value], { units: filters / times, bias: true }, place);
  value = relu(builder, part('reduce_relu'), value, place);
  value = builder.add(part('expand'), 'dense', [value], { units: filters, bias: true }, place);
  value = builder.add(part('gate'), 'sigmoid', [value], {}, place);
  return builder.add(part('excite'), 'multiply', [map, value], {}, place);
}

function addShortcut(builder: GraphBuilder, plan: BlockPlan, { gentle = false }: Variant): string {
  const { id, stage, value: input, channels, filters, stride } = plan;
  if (stride === 1 && channels === filters) return input;
  const place = { stage, block: id, branch: 'shortcut' } as const;
  const isPooled = gentle && stride > 1;
  const value = isPooled
    ? builder.add(`res${id}_pool`, 'averagePool', [input], { kernel: stride, stride, padding: 0 }, place)
    : input;
  const projection = { kernel: 1, filters, stride: isPooled ? 1 : stride };
  const projected = convolution(builder, `res${id}_branch1`, value, projection, place);
  return batchNorm(builder, `bn${id}_branch1`, projected, place);
}

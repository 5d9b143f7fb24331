/** ResNet-18 to ResNet-152 for 224 × 224 pictures and 1000 classes (He et al. 2015, Table 1). */
import type { Graph, Shape, StageId } from './graph.ts';
import { GraphBuilder } from './graphBuilder.ts';
import {
  addResidualBlock,
  shortcutOf,
  type BlockNames,
  type BlockPlan,
  type ConvolutionStyle,
  type ShortcutOption,
} from './residualBlock.ts';

/** Blocks in conv2_x … conv5_x, and of which form: two 3×3 convolutions, or 1×1, 3×3, 1×1. */
const plans = {
  18: { blocks: [2, 2, 2, 2], bottleneck: false },
  34: { blocks: [3, 4, 6, 3], bottleneck: false },
  50: { blocks: [3, 4, 6, 3], bottleneck: true },
  101: { blocks: [3, 4, 23, 3], bottleneck: true },
  152: { blocks: [3, 8, 36, 3], bottleneck: true },
} as const;

/** Means of ImageNet's training pictures as blue, green, red: Caffe's order, which He's release was trained in. */
export const meansBGR = [103.939, 116.779, 123.68] as const;

export type ImageNetDepth = keyof typeof plans;

export const imageNetDepths = Object.keys(plans).map(Number) as ImageNetDepth[];

export interface ImageNetOptions {
  readonly depth: ImageNetDepth;
  /**
   * Where a bottleneck that halves the map has its stride of 2: on the first 1×1 convolution (v1: the paper and
   * its released weights) or on the 3×3 (v1.5: torchvision). The two-layer block has it on its first 3×3 in both.
   */
  readonly version?: 'v1' | 'v1.5';
  readonly shortcut?: ShortcutOption;
  readonly style?: ConvolutionStyle;
  readonly classes?: number;
  /** [height, width, channels]; default [224, 224, 3]. */
  readonly inputShape?: Shape;
  /** In place of the usual one. Answers with its last node's id. */
  readonly stem?: typeof addStem;
  /** A block otherwise than its plan. */
  readonly vary?: (plan: BlockPlan) => BlockPlan;
}

/** What torchvision builds: no bias where a batch norm follows. */
export const withoutBias: ConvolutionStyle = { bias: false, epsilon: 1e-5 };

/** What the weight file has: Keras' port kept the biases, and its batch norm runs with this epsilon. */
export const weightFileStyle: ConvolutionStyle = { bias: true, epsilon: 1e-3 };

/** Builds the graph; node ids as in He's release, where it has any. */
export function imageNetNetwork(name: string, options: ImageNetOptions): Graph {
  const { depth, version = 'v1', shortcut = 'B', style = withoutBias, classes = 1000 } = options;
  const { inputShape = [224, 224, 3], stem = addStem, vary = (plan) => plan } = options;
  const { blocks, bottleneck } = plans[depth];
  const builder = new GraphBuilder();

  let value = stem(builder, inputShape, style);
  let inputChannels = 64;
  blocks.forEach((count, stageIndex) => {
    const stage = `conv${stageIndex + 2}` as StageId;
    const width = 64 * 2 ** stageIndex;
    for (let index = 0; index < count; index++) {
      const stride = stageIndex > 0 && index === 0 ? 2 : 1;
      const convolutions = bottleneck ? bottleneckOf(width, stride, version) : twoLayers(width, stride);
      const outputChannels = convolutions.at(-1)!.filters;
      const id = `${stageIndex + 2}${blockLetter(depth, count, index)}`;
      const plan = {
        id,
        stage,
        names: releaseNames(id),
        style,
        input: value,
        inputChannels,
        convolutions,
        shortcut: shortcutOf(shortcut, stride > 1 || inputChannels !== outputChannels),
      };
      value = addResidualBlock(builder, vary(plan));
      inputChannels = outputChannels;
    }
  });

  addClassifier(builder, builder.add('avg_pool', 'globalAvgPool', [value], {}), classes);
  return builder.build(name);
}

/** Of the pooled features. */
export function addClassifier(builder: GraphBuilder, features: string, classes = 1000): void {
  const logits = builder.add('fc1000', 'dense', [features], { units: classes, bias: true });
  builder.add('prob', 'softmax', [logits], {});
}

/**
 * Padding is a node of its own, as in the weight file. The pool belongs to no stage: the paper lists it with
 * conv2_x, most programs with the stem.
 */
export function addStem(builder: GraphBuilder, shape: Shape, { bias, epsilon }: ConvolutionStyle): string {
  const place = { stage: 'conv1' } as const;
  const conv = { kernel: 7, stride: 2, padding: 0, filters: 64, groups: 1, bias };
  let value = builder.add('input', 'input', [], { shape });
  value = builder.add('conv1_pad', 'pad', [value], { size: 3 }, place);
  value = builder.add('conv1', 'conv', [value], conv, place);
  if (epsilon !== null) value = builder.add('bn_conv1', 'batchNorm', [value], { epsilon }, place);
  value = builder.add('conv1_relu', 'relu', [value], {}, place);
  value = builder.add('pool1_pad', 'pad', [value], { size: 1 });
  return builder.add('pool1', 'maxPool', [value], { kernel: 3, stride: 2, padding: 0 });
}

const twoLayers = (width: number, stride: number) => [
  { kernel: 3, stride, filters: width },
  { kernel: 3, stride: 1, filters: width },
];

const bottleneckOf = (width: number, stride: number, version: 'v1' | 'v1.5') => [
  { kernel: 1, stride: version === 'v1' ? stride : 1, filters: width },
  { kernel: 3, stride: version === 'v1' ? 1 : stride, filters: width },
  { kernel: 1, stride: 1, filters: 4 * width },
];

/** a, b, c …; in the long stages of ResNet-101 and 152 a, b1, b2 …: He's release has 4a, 4b1 … 4b22. */
function blockLetter(depth: ImageNetDepth, count: number, index: number): string {
  if (depth > 50 && count > 3 && index > 0) return `b${index}`;
  return String.fromCharCode('a'.charCodeAt(0) + index);
}

function releaseNames(block: string): BlockNames {
  const part = (index: number) => `${block}_branch2${'abc'[index]}`;
  const output = `res${block}`;
  return {
    conv: (index) => `res${part(index)}`,
    norm: (index) => `bn${part(index)}`,
    relu: (index) => `res${part(index)}_relu`,
    projection: `res${block}_branch1`,
    projectionNorm: `bn${block}_branch1`,
    subsample: `${output}_subsample`,
    padChannels: `${output}_padChannels`,
    sum: `${output}_add`,
    output,
  };
}

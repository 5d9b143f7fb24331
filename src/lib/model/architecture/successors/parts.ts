/** What several of these networks are put together from. */
import type { GraphBuilder, Place } from '../graphBuilder.ts';

export interface ConvolutionPlan {
  readonly kernel: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly filters: number;
  readonly groups?: number;
  readonly bias?: boolean;
}

/** torchvision's. */
export const epsilon = 1e-5;

/** A convolution that keeps the size but for its stride, unless told otherwise. */
export function convolution(
  builder: GraphBuilder,
  id: string,
  input: string,
  { kernel, stride = 1, padding = (kernel - 1) / 2, filters, groups = 1, bias = false }: ConvolutionPlan,
  place?: Place,
): string {
  return builder.add(id, 'conv', [input], { kernel, stride, padding, filters, groups, bias }, place);
}

export const batchNorm = (builder: GraphBuilder, id: string, input: string, place?: Place): string =>
  builder.add(id, 'batchNorm', [input], { epsilon }, place);

export const relu = (builder: GraphBuilder, id: string, input: string, place?: Place): string =>
  builder.add(id, 'relu', [input], {}, place);

/** 'a', 'b' … */
export const letter = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index);

/** Mean over all positions, 1000 classes, softmax. */
export function addClassifier(builder: GraphBuilder, input: string): void {
  const pooled = builder.add('avg_pool', 'globalAvgPool', [input], {});
  addHead(builder, pooled);
}

export function addHead(builder: GraphBuilder, input: string): void {
  const logits = builder.add('fc1000', 'dense', [input], { units: 1000, bias: true });
  builder.add('prob', 'softmax', [logits], {});
}

export const addPicture = (builder: GraphBuilder): string =>
  builder.add('input', 'input', [], { shape: [224, 224, 3] });

/** A 7×7 convolution with stride 2, norm, ReLU, and a 3×3 pool with stride 2: ResNet's stem. */
export function addStem(builder: GraphBuilder, input = addPicture(builder)): string {
  const place = { stage: 'conv1' } as const;
  let value = convolution(builder, 'conv1', input, { kernel: 7, stride: 2, filters: 64 }, place);
  value = batchNorm(builder, 'bn_conv1', value, place);
  value = relu(builder, 'conv1_relu', value, place);
  return builder.add('pool1', 'maxPool', [value], { kernel: 3, stride: 2, padding: 1 });
}

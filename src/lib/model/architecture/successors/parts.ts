/** What several of these networks are put together from. */
import type { GraphBuilder, Place } from '../graphBuilder.ts';
import { addNorm } from '../residualBlock.ts';
import { addClassifier, addStem, withoutBias } from '../imageNet.ts';

export interface ConvolutionPlan {
  readonly kernel: number;
  readonly stride?: number;
  readonly padding?: number;
  readonly filters: number;
  readonly groups?: number;
  readonly bias?: boolean;
}

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

export const batchNorm = (builder: GraphBuilder, id: string, input: string, place: Place = {}): string =>
  addNorm(builder, id, input, withoutBias, place);

export const relu = (builder: GraphBuilder, id: string, input: string, place?: Place): string =>
  builder.add(id, 'relu', [input], {}, place);

/** 'a', 'b' … */
export const letter = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index);

export const pictureShape = [224, 224, 3] as const;

export const addPicture = (builder: GraphBuilder): string =>
  builder.add('input', 'input', [], { shape: pictureShape });

/** ResNet's, without biases. */
export const addUsualStem = (builder: GraphBuilder): string => addStem(builder, pictureShape, withoutBias);

/** Mean over all positions, 1000 classes, softmax. */
export const addPooledClassifier = (builder: GraphBuilder, map: string): void =>
  addClassifier(builder, builder.add('avg_pool', 'globalAvgPool', [map], {}));

/** Networks that came after ResNet-50, drawn and costed by the same functions of a graph. They are not run here. */
import type { Graph } from '../graph.ts';
import { gentle, squeezed, variedResNet50, widened } from './bottlenecks.ts';
import { convNeXtTiny } from './convNeXt.ts';
import { denseNet121 } from './denseNet.ts';
import './kinds.ts';
import { mobileNetV2 } from './mobileNet.ts';
import { preActivation50 } from './preActivation.ts';
import { visionTransformerB16 } from './visionTransformer.ts';

const builders = {
  'preact-resnet50': preActivation50,
  'wide-resnet50-2': (name) => variedResNet50(name, widened(2)),
  'resnext50-32x4d': (name) => variedResNet50(name, widened(2, 32)),
  densenet121: denseNet121,
  'se-resnet50': (name) => variedResNet50(name, squeezed(16)),
  'mobilenet-v2': mobileNetV2,
  'resnet50-d': (name) => variedResNet50(name, gentle),
  'vit-b16': visionTransformerB16,
  'convnext-tiny': convNeXtTiny,
} satisfies Record<string, (name: string) => Graph>;

export type SuccessorName = keyof typeof builders;

/** In the order of their years. */
export const successorNames = Object.keys(builders) as SuccessorName[];

/** Builds one, for 224 × 224 pictures and 1000 classes. */
export function buildSuccessor(name: SuccessorName): Graph {
  return builders[name](name);
}

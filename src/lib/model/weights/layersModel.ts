/** Reads tfjs' layers-model format (model.json and its shards) of Keras' ResNet-50 into tensors by our names. */
import { AtlasError } from '../errors.ts';
import type { StoredTensor } from './manifest.ts';
import { resnet50Parameters } from './parameters.ts';

interface WeightEntry {
  name: string;
  shape: number[];
  dtype: string;
}

const keras = { movingMean: 'moving_mean', movingVariance: 'moving_variance' } as Record<string, string>;

/**
 * @param model the parsed model.json
 * @param bytes all shards, concatenated in the manifest's order
 */
export function readLayersModel(
  model: { weightsManifest: { paths: string[]; weights: WeightEntry[] }[] },
  bytes: Uint8Array<ArrayBuffer>,
): { tensors: Map<string, StoredTensor>; classes: number; epsilon: number } {
  const entries = new Map<string, StoredTensor>();
  let offset = bytes.byteOffset;
  for (const { name, shape } of model.weightsManifest.flatMap((group) => group.weights)) {
    const length = shape.reduce((a, b) => a * b, 1);
    entries.set(name, { shape, type: 'float32', data: new Float32Array(bytes.buffer, offset, length) });
    offset += 4 * length;
  }
  const classes = entries.get('fc1000/bias')?.shape[0] ?? 1000;
  const tensors = new Map<string, StoredTensor>();
  for (const { name } of resnet50Parameters(classes)) {
    const [node, role] = name.split('/');
    const tensor = entries.get(`${node}/${keras[role] ?? role}`);
    if (!tensor) throw new AtlasError('weightsManifest', { file: 'model.json', reason: `no ${name}` });
    tensors.set(name, tensor);
  }
  return { tensors, classes, epsilon: 1e-3 };
}

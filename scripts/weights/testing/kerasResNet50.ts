/** Keras' ResNet-50, built and written by tfjs' own layers package: what the reader of such files is tested against. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import * as layers from '@tensorflow/tfjs-layers';

export interface KerasOptions {
  /** Layer names: as in He's release ('res2a_branch2a', 'fc1000') or Keras' later ones ('conv2_block1_1_conv', 'predictions'). */
  readonly naming: 'release' | 'later';
  readonly classes: number;
  readonly epsilon: number;
  /** The head of a fine-tuned model: a sequence of the headless network, pooling, dropout and a dense layer. */
  readonly nested?: boolean;
  readonly pictureSize?: number;
}

export interface LayersModelFile {
  readonly model: {
    format: string;
    modelTopology: Record<string, unknown>;
    weightsManifest: { paths: string[]; weights: WeightSpecification[] }[];
  };
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface WeightSpecification {
  name: string;
  shape: number[];
  dtype: string;
  quantization?: object;
}

/**
 * @param valuesOf the values of each tensor; the default fills each with one value that no other has: its place in
 *   the list, divided by 1024, plus one. Exact in float16.
 */
export async function kerasResNet50(
  options: KerasOptions,
  valuesOf: (values: Float32Array, weight: WeightSpecification, place: number) => void = (values, _, place) =>
    void values.fill(1 + place / 1024),
): Promise<LayersModelFile> {
  await tf.setBackend('cpu');
  const model = build(options);
  const file = await written(model);
  model.dispose();
  let offset = 0;
  file.model.weightsManifest[0].weights.forEach((weight, place) => {
    const length = tf.util.sizeFromShape(weight.shape);
    valuesOf(new Float32Array(file.bytes.buffer, offset, length), weight, place);
    offset += length * 4;
  });
  return file;
}

async function written(model: layers.LayersModel): Promise<LayersModelFile> {
  let file: LayersModelFile | undefined;
  await model.save({
    save: async ({ modelTopology, weightSpecs, weightData }) => {
      const weights = weightSpecs as WeightSpecification[];
      file = {
        model: {
          format: 'layers-model',
          modelTopology: modelTopology as Record<string, unknown>,
          weightsManifest: [{ paths: ['group1-shard1of1.bin'], weights }],
        },
        bytes: new Uint8Array(weightData as ArrayBuffer),
      };
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' as const } };
    },
  });
  return file!;
}

function build({ naming, classes, epsilon, nested, pictureSize = 224 }: KerasOptions): layers.LayersModel {
  const input = layers.input({ shape: [pictureSize, pictureSize, 3], name: 'input_1' });
  const release = naming === 'release';
  const conv = (
    value: layers.SymbolicTensor,
    name: string,
    filters: number,
    kernelSize: number,
    strides = 1,
  ) => {
    const padding = kernelSize === 3 ? ('same' as const) : ('valid' as const);
    const kernelInitializer = 'zeros' as const;
    return apply(
      layers.layers.conv2d({ name, filters, kernelSize, strides, padding, kernelInitializer }),
      value,
    );
  };
  const norm = (value: layers.SymbolicTensor, name: string) =>
    apply(layers.layers.batchNormalization({ name, axis: 3, epsilon }), value);
  const relu = (value: layers.SymbolicTensor) =>
    apply(layers.layers.activation({ activation: 'relu' }), value);
  const pad = (value: layers.SymbolicTensor, name: string, size: number) =>
    apply(layers.layers.zeroPadding2d({ name, padding: [[size, size], [size, size]] }), value); // prettier-ignore

  let x = pad(input, 'conv1_pad', 3);
  x = relu(norm(conv(x, release ? 'conv1' : 'conv1_conv', 64, 7, 2), release ? 'bn_conv1' : 'conv1_bn'));
  x = apply(layers.layers.maxPooling2d({ poolSize: 3, strides: 2 }), pad(x, 'pool1_pad', 1));
  [3, 4, 6, 3].forEach((count, i) => {
    const width = 64 * 2 ** i;
    for (let b = 0; b < count; b++) {
      const letter = 'abcdef'[b];
      const block = release ? `${i + 2}${letter}_branch` : `conv${i + 2}_block${b + 1}_`;
      // Later Keras numbers the projection 0 and the three convolutions 1, 2, 3.
      const names = (part: 0 | 1 | 2 | 3) => {
        if (!release) return { conv: `${block}${part}_conv`, norm: `${block}${part}_bn` };
        const suffix = part ? `2${'abc'[part - 1]}` : '1';
        return { conv: `res${block}${suffix}`, norm: `bn${block}${suffix}` };
      };
      const unit = (
        value: layers.SymbolicTensor,
        part: 0 | 1 | 2 | 3,
        filters: number,
        side: number,
        stride = 1,
      ) => norm(conv(value, names(part).conv, filters, side, stride), names(part).norm);
      const stride = i > 0 && b === 0 ? 2 : 1;
      const shortcut = b === 0 ? unit(x, 0, 4 * width, 1, stride) : x;
      const branch = unit(relu(unit(relu(unit(x, 1, width, 1, stride)), 2, width, 3)), 3, 4 * width, 1);
      x = relu(layers.layers.add().apply([shortcut, branch]) as layers.SymbolicTensor);
    }
  });
  const pool = layers.layers.globalAveragePooling2d({ name: 'avg_pool' });
  const dense = layers.layers.dense({
    name: nested ? 'dense_3' : release ? 'fc1000' : 'predictions',
    units: classes,
    activation: 'softmax',
    kernelInitializer: 'zeros',
  });
  if (!nested) return layers.model({ inputs: input, outputs: apply(dense, apply(pool, x)) });
  const sequence = layers.sequential();
  sequence.add(layers.model({ inputs: input, outputs: x, name: 'resnet50' }));
  for (const layer of [pool, layers.layers.dropout({ rate: 0.2 }), dense]) sequence.add(layer);
  return sequence;
}

function apply(layer: layers.layers.Layer, value: layers.SymbolicTensor): layers.SymbolicTensor {
  return layer.apply(value) as layers.SymbolicTensor;
}

import * as tf from '@tensorflow/tfjs-core';

export interface Pooling {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
}

/**
 * ∂L/∂input of a max pool: each output's gradient goes to the first position of its window that holds the
 * maximum.
 *
 * @param input [n, height, width, channels]
 * @param gradient ∂L/∂output, [n, rows, columns, channels]
 * @returns a new tensor of the input's shape
 */
export function maxPoolGradient(
  input: tf.Tensor,
  output: tf.Tensor,
  gradient: tf.Tensor,
  pooling: Pooling,
): tf.Tensor {
  // tfjs' kernel for wasm loses the gradient of windows that reach over the right or bottom border.
  if (tf.getBackend() === 'wasm') return byDefinition(input, gradient, pooling);
  const { kernel, stride, padding } = pooling;
  return tf
    .engine()
    .runKernel(
      tf.MaxPoolGrad,
      { dy: gradient, input, output },
      { filterSize: kernel, strides: stride, pad: padding, dimRoundingMode: 'floor' },
    ) as tf.Tensor;
}

function byDefinition(input: tf.Tensor, gradient: tf.Tensor, pooling: Pooling): tf.Tensor {
  const [images, height, width, channels] = input.shape as [number, number, number, number];
  const [, rows, columns] = gradient.shape as [number, number, number, number];
  const values = input.dataSync() as Float32Array;
  const gradients = gradient.dataSync() as Float32Array;
  const result = new Float32Array(values.length);
  for (let image = 0; image < images; image++) {
    const of = (all: Float32Array) =>
      all.subarray((all.length / images) * image, (all.length / images) * (image + 1));
    ofImage(of(values), [height, width, channels], of(gradients), [rows, columns], pooling, of(result));
  }
  return tf.tensor(result, input.shape);
}

/** Adds each gradient to `result` where the maximum of its window is. */
function ofImage(
  values: Float32Array,
  [height, width, channels]: readonly [number, number, number],
  gradients: Float32Array,
  [rows, columns]: readonly [number, number],
  { kernel, stride, padding }: Pooling,
  result: Float32Array,
): void {
  const largest = new Float32Array(channels);
  const where = new Int32Array(channels);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      largest.fill(-Infinity);
      where.fill(-1);
      for (
        let y = Math.max(0, row * stride - padding);
        y < Math.min(height, row * stride - padding + kernel);
        y++
      ) {
        for (
          let x = Math.max(0, column * stride - padding);
          x < Math.min(width, column * stride - padding + kernel);
          x++
        ) {
          const from = (y * width + x) * channels;
          for (let c = 0; c < channels; c++) {
            if (values[from + c] > largest[c]) {
              largest[c] = values[from + c];
              where[c] = from + c;
            }
          }
        }
      }
      const from = (row * columns + column) * channels;
      for (let c = 0; c < channels; c++) if (where[c] >= 0) result[where[c]] += gradients[from + c];
    }
  }
}

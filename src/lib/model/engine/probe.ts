import * as tf from '@tensorflow/tfjs-core';

const side = 6;
const channels = 3;
const filters = 4;
const kernel = 3;

/** Small integers, so that every sum is exact in any floating-point format with ten bits of fraction. */
const integers = (length: number, factor: number) =>
  Float32Array.from({ length }, (_, i) => ((i * factor) % 7) - 3);

const picture = integers(side * side * channels, 5);
const weights = integers(kernel * kernel * channels * filters, 3);

/** The convolution (padding 1, stride 1) and ReLU of the probe, by its definition. */
function expected(): Float32Array {
  const result = new Float32Array(side * side * filters);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      for (let f = 0; f < filters; f++) {
        let sum = 0;
        for (let i = 0; i < kernel; i++) {
          for (let j = 0; j < kernel; j++) {
            const [y, x] = [row + i - 1, column + j - 1];
            if (y < 0 || x < 0 || y >= side || x >= side) continue;
            for (let c = 0; c < channels; c++) {
              sum +=
                picture[(y * side + x) * channels + c] *
                weights[((i * kernel + j) * channels + c) * filters + f];
            }
          }
        }
        result[(row * side + column) * filters + f] = Math.max(0, sum);
      }
    }
  }
  return result;
}

/** Small enough to vanish in half precision (whose smallest normal number is 6e-5), as gradients do. */
const small = 1e-6;

/**
 * Whether the current backend computes what it should: a convolution with ReLU against its definition, and a
 * value of 1e-6 that must survive a multiplication.
 */
export async function probe(): Promise<{ agrees: boolean; halfPrecision: boolean }> {
  const [convolved, product] = tf.tidy(() => [
    tf.fused.conv2d({
      x: tf.tensor4d(picture, [1, side, side, channels]),
      filter: tf.tensor4d(weights, [kernel, kernel, channels, filters]),
      strides: 1,
      pad: 'same',
      activation: 'relu',
    }),
    tf.mul(tf.scalar(small), tf.tensor1d([0.5, 1, 2])),
  ]);
  try {
    const [actual, products] = [await convolved.data(), await product.data()];
    const agrees = expected().every((value, i) => Math.abs(value - actual[i]) <= 0.01);
    const halfPrecision = [0.5, 1, 2].some(
      (factor, i) => Math.abs(products[i] / (small * factor) - 1) > 0.01,
    );
    return { agrees, halfPrecision };
  } finally {
    convolved.dispose();
    product.dispose();
  }
}

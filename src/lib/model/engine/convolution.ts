/** Convolutions of batches, and the gradient at their input as a convolution too. */
import * as tf from '@tensorflow/tfjs-core';
import type { BackwardKernel } from './backwardKernel.ts';

/** Zeros before and after, in both spatial axes. */
export const explicit = (
  before: number,
  after = before,
): [[0, 0], [number, number], [number, number], [0, 0]] => [
  [0, 0],
  [before, after],
  [before, after],
  [0, 0],
];

/** @param x [n, height, width, channels] */
export function convolve(
  x: tf.Tensor,
  filter: tf.Tensor4D,
  strides: number,
  pad: ReturnType<typeof explicit>,
  bias?: tf.Tensor1D,
  relu = false,
): tf.Tensor4D {
  const activation = relu ? 'relu' : 'linear';
  return tf.fused.conv2d({ x: x as tf.Tensor4D, filter, strides, pad, bias, activation });
}

/** A kernel arranged by `backwardKernel`, as a tensor. */
export interface BackwardTensor extends Omit<BackwardKernel, 'values' | 'shape'> {
  readonly kernel: tf.Tensor4D;
}

/**
 * ∂L/∂input of a convolution.
 *
 * @param gradient ∂L/∂output, [n, rows, columns, filters]
 * @param inputShape [n, height, width, channels]
 */
export function convolutionInputGradient(
  gradient: tf.Tensor,
  { kernel, stride, phases, lead, taps, channels }: BackwardTensor,
  inputShape: readonly number[],
): tf.Tensor4D {
  const [images, height, width] = inputShape;
  const positions = Math.ceil(height / stride);
  const pad = explicit(lead, positions - gradient.shape[1]! + taps - 1 - lead);
  pad[2][1] = Math.ceil(width / stride) - gradient.shape[2]! + taps - 1 - lead;
  let result = convolve(gradient, kernel, 1, pad);
  if (stride === 1) return result;
  result = spreadPhases(result, stride, phases, channels);
  return result.shape[1] === height && result.shape[2] === width
    ? result
    : tf.slice(result, [0, 0, 0, 0], [images, height, width, channels]);
}

/**
 * Interleaves phases × phases groups of channels as the first phases of stride × stride cells; the other cells
 * are zero. By padding and reshaping, in which the images of a batch are one tall image: `depthToSpace` is many
 * times slower on wasm.
 */
export function spreadPhases(x: tf.Tensor4D, stride: number, phases: number, channels: number): tf.Tensor4D {
  const [images, height, width] = x.shape;
  const rows = images * height;
  const missing = stride - phases;
  let cells: tf.Tensor = x;
  if (phases > 1) cells = tf.transpose(tf.reshape(x, [rows, width, phases, phases * channels]), [0, 2, 1, 3]);
  if (missing > 0) {
    const rowLength = width * stride * channels;
    const columns = tf.pad2d(tf.reshape(cells, [rows * phases * width, phases * channels]), [
      [0, 0],
      [0, missing * channels],
    ]);
    cells = tf.pad2d(tf.reshape(columns, [rows, phases * rowLength]), [
      [0, 0],
      [0, missing * rowLength],
    ]);
  }
  return tf.reshape(cells, [images, height * stride, width * stride, channels]);
}

/** Every n-th row and column, beginning with the first. As a pool of one position: on wasm a strided slice takes 50 times longer. */
export function everyNth(x: tf.Tensor, n: number): tf.Tensor4D {
  return tf.avgPool(x as tf.Tensor4D, 1, n, 'valid');
}

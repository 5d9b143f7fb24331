import * as tf from '@tensorflow/tfjs-core';
import { everyNth } from '../engine/convolution.ts';

/**
 * ∂L/∂kernel of a convolution, as a convolution: ∂L/∂w[k, l, c, f] = Σ x[n, s·i + k − p, s·j + l − p, c] · g[n, i, j, f]
 * is x with its channels as pictures and its pictures as channels, under g as a kernel whose taps are s apart. tfjs has
 * a kernel of its own for it on some backends; on wasm it has none.
 *
 * @param x the convolution's input, [n, height, width, channels]
 * @param gradient ∂L/∂output, [n, rows, columns, filters]
 * @returns [kernel, kernel, channels, filters]
 */
export function filterGradient(
  x: tf.Tensor4D,
  gradient: tf.Tensor4D,
  { kernel, stride, padding }: { readonly kernel: number; readonly stride: number; readonly padding: number },
): tf.Tensor4D {
  const [, height, width, channels] = x.shape;
  const [, rows, columns, filters] = gradient.shape;
  if (kernel === 1 && padding === 0) {
    const seen = stride === 1 ? x : everyNth(x, stride);
    const byChannel = tf.transpose(tf.reshape(seen, [-1, channels]));
    return tf.reshape(tf.matMul(byChannel, tf.reshape(gradient, [-1, filters])), [1, 1, channels, filters]);
  }
  const pictures = tf.transpose(x, [3, 1, 2, 0]);
  const taps = tf.transpose(gradient, [1, 2, 0, 3]);
  // So much padding after that the dilated gradient has exactly `kernel` positions; less than none is a crop.
  const after = (side: number, positions: number) => kernel + stride * (positions - 1) - side - padding;
  const [below, right] = [after(height, rows), after(width, columns)];
  const read = [channels, height + Math.min(0, below), width + Math.min(0, right), x.shape[0]];
  const cropped = below < 0 || right < 0 ? tf.slice(pictures, [0, 0, 0, 0], read) : pictures;
  const pad: [[0, 0], [number, number], [number, number], [0, 0]] = [
    [0, 0],
    [padding, Math.max(0, below)],
    [padding, Math.max(0, right)],
    [0, 0],
  ];
  return tf.transpose(tf.conv2d(cropped, taps, 1, pad, 'NHWC', stride), [1, 2, 0, 3]);
}

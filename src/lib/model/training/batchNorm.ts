/**
 * Batch norm in training mode (Ioffe and Szegedy 2015, algorithm 1): y = γ (x − μ) / √(σ² + ε) + β with each channel's
 * mean and variance over the batch and all positions. Its gradient is one formula instead of that of every part.
 */
import * as tf from '@tensorflow/tfjs-core';

export interface Normalised {
  readonly value: tf.Tensor;
  /** x − μ, [n · height · width, channels]. */
  readonly centred: tf.Tensor2D;
  /** 1 / √(σ² + ε), [1, channels]. */
  readonly inverse: tf.Tensor2D;
  /** μ and σ² (the population's), [1, channels]. */
  readonly mean: tf.Tensor2D;
  readonly variance: tf.Tensor2D;
}

/** Sum over rows, as a product with ones: on wasm ten times faster than `tf.sum`. */
export function columnSums(x: tf.Tensor2D): tf.Tensor2D {
  return tf.matMul(tf.ones([1, x.shape[0]]) as tf.Tensor2D, x);
}

const rowsOf = (x: tf.Tensor) => tf.reshape(x, [-1, x.shape.at(-1)!]) as tf.Tensor2D;

/** @param x [n, height, width, channels]; γ and β [channels] */
export function normalise(x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor, epsilon: number): Normalised {
  const rows = rowsOf(x);
  const count = rows.shape[0];
  const mean = tf.div(columnSums(rows), count) as tf.Tensor2D;
  const centred = tf.sub(rows, mean) as tf.Tensor2D;
  const variance = tf.div(columnSums(tf.square(centred)), count) as tf.Tensor2D;
  const inverse = tf.rsqrt(tf.add(variance, epsilon)) as tf.Tensor2D;
  const value = tf.add(tf.mul(centred, tf.mul(gamma, inverse)), beta);
  return { value: tf.reshape(value, x.shape), centred, inverse, mean, variance };
}

/**
 * With x̂ = (x − μ) / √(σ² + ε) and m values per channel:
 * ∂L/∂β = Σ g, ∂L/∂γ = Σ g x̂, ∂L/∂x = γ / √(σ² + ε) · (g − ∂L/∂β / m − x̂ · ∂L/∂γ / m).
 *
 * @param gradient g = ∂L/∂y, [n, height, width, channels]
 */
export function normaliseGradient(
  gradient: tf.Tensor,
  { centred, inverse }: Pick<Normalised, 'centred' | 'inverse'>,
  gamma: tf.Tensor,
): { readonly input: tf.Tensor; readonly gamma: tf.Tensor; readonly beta: tf.Tensor } {
  const rows = rowsOf(gradient);
  const count = rows.shape[0];
  const forBeta = columnSums(rows);
  const forGamma = tf.mul(columnSums(tf.mul(rows, centred)), inverse);
  const slope = tf.mul(forGamma, tf.div(inverse, count));
  const direct = tf.sub(tf.sub(rows, tf.mul(centred, slope)), tf.div(forBeta, count));
  const input = tf.mul(direct, tf.mul(gamma, inverse));
  return {
    input: tf.reshape(input, gradient.shape),
    gamma: tf.reshape(forGamma, [-1]),
    beta: tf.reshape(forBeta, [-1]),
  };
}

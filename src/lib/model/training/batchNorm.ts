/**
 * Batch norm in training mode (Ioffe and Szegedy 2015, algorithm 1): y = γ (x − μ) / √(σ² + ε) + β with each channel's
 * mean and variance over the batch and all positions. Its gradient is one formula instead of that of every part.
 */
import * as tf from '@tensorflow/tfjs-core';
import { affine, channelMeans } from './perChannel.ts';

export interface Normalised {
  readonly value: tf.Tensor;
  /** x − μ, of x's shape. */
  readonly centred: tf.Tensor;
  /** 1 / √(σ² + ε), [channels]. */
  readonly inverse: tf.Tensor;
  /** μ and σ² (the population's), [channels]. */
  readonly mean: tf.Tensor;
  readonly variance: tf.Tensor;
}

/** @param x [n, height, width, channels]; γ and β [channels] */
export function normalise(x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor, epsilon: number): Normalised {
  const mean = channelMeans(x);
  const centred = affine(x, tf.onesLike(mean), tf.neg(mean));
  const variance = channelMeans(tf.square(centred));
  const inverse = tf.rsqrt(tf.add(variance, epsilon));
  return { value: affine(centred, tf.mul(gamma, inverse), beta), centred, inverse, mean, variance };
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
  const count = gradient.size / gamma.size;
  const meanForBeta = channelMeans(gradient);
  const meanForGamma = tf.mul(channelMeans(tf.mul(gradient, centred)), inverse);
  const scale = tf.mul(gamma, inverse);
  const direct = affine(gradient, scale, tf.neg(tf.mul(scale, meanForBeta)));
  const through = affine(centred, tf.neg(tf.mul(scale, tf.mul(meanForGamma, inverse))));
  return {
    input: tf.add(direct, through),
    gamma: tf.mul(meanForGamma, count),
    beta: tf.mul(meanForBeta, count),
  };
}

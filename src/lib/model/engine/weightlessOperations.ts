/** The kinds of step that have no weights, as tfjs computes them: forward, and backward as a vector-Jacobian product. */
import * as tf from '@tensorflow/tfjs-core';
import { everyNth, explicit, spreadPhases } from './convolution.ts';
import { maxPoolGradient } from './maxPoolGradient.ts';
import type { StepKind, StepOf } from './steps.ts';

/** What a backward step may read; only what `needs` names is there. */
export interface BackwardContext {
  readonly inputs: readonly tf.Tensor[];
  readonly output: tf.Tensor;
  /** ∂L/∂output. */
  readonly gradient: tf.Tensor;
  /** With the batch axis. */
  readonly inputShapes: readonly (readonly number[])[];
}

/**
 * Values are [n, height, width, channels] or [n, features]. Both functions are called inside `tf.tidy`, return
 * new tensors (the caller disposes them) and dispose nothing that they are given.
 */
export interface WeightlessOperation<K extends StepKind> {
  forward(step: StepOf<K>, inputs: readonly tf.Tensor[]): tf.Tensor;
  /** ∂L/∂input for each input. */
  backward(step: StepOf<K>, context: BackwardContext): tf.Tensor[];
  /** Values of the forward pass that `backward` reads. */
  needs?(step: StepOf<K>): { readonly inputs?: boolean; readonly output?: boolean };
}

const image = (tensor: tf.Tensor) => tensor as tf.Tensor4D;

/** The same values under another tensor; `tf.clone` copies them on wasm. */
export const alias = <T extends tf.Tensor>(x: T): T => tf.reshape(x, x.shape) as T;

/** ∂L/∂input of a ReLU, from its output. */
export const maskedByOutput = (gradient: tf.Tensor, output: tf.Tensor) => tf.mul(gradient, tf.step(output));

/** A 0/1-like factor per channel, or the plain factor. */
function scaleFactor({ factor, channels }: StepOf<'scale'>['attributes'], count: number): tf.Tensor | number {
  if (!channels) return factor;
  const factors = new Float32Array(count).fill(1);
  for (const channel of channels) factors[channel] = factor;
  return tf.tensor1d(factors);
}

const scaled = (x: tf.Tensor, step: StepOf<'scale'>) =>
  tf.mul(x, scaleFactor(step.attributes, x.shape.at(-1)!));

export const weightlessOperations: { readonly [K in StepKind]?: WeightlessOperation<K> } = {
  pad: {
    forward: ({ attributes: { size } }, [x]) => tf.pad(x, explicit(size)),
    backward: ({ attributes: { size } }, { gradient, inputShapes }) => [
      tf.slice(gradient, [0, size, size, 0], [...inputShapes[0]]),
    ],
  },

  relu: {
    forward: (_, [x]) => tf.relu(x),
    backward: (_, { gradient, output }) => [maskedByOutput(gradient, output)],
    needs: () => ({ output: true }),
  },

  maxPool: {
    forward: ({ attributes: { kernel, stride, padding } }, [x]) =>
      tf.maxPool(image(x), kernel, stride, padding, 'floor'),
    backward: ({ attributes }, { inputs: [input], output, gradient }) => [
      maxPoolGradient(input, output, gradient, attributes),
    ],
    needs: () => ({ inputs: true, output: true }),
  },

  add: {
    forward: (_, inputs) =>
      inputs.length === 1 ? alias(inputs[0]) : inputs.reduce((sum, x) => tf.add(sum, x)),
    backward: ({ inputs }, { gradient }) => inputs.map(() => alias(gradient)),
  },

  scale: {
    forward: (step, [x]) => scaled(x, step),
    backward: (step, { gradient }) => [scaled(gradient, step)],
  },

  subsample: {
    forward: ({ attributes: { stride } }, [x]) => everyNth(x, stride),
    backward({ attributes: { stride } }, { gradient, inputShapes: [shape] }) {
      const spread = spreadPhases(image(gradient), stride, 1, shape[3]);
      return [tf.slice(spread, [0, 0, 0, 0], [...shape])];
    },
  },

  padChannels: {
    forward: ({ attributes: { channels } }, [x]) =>
      tf.pad(x, [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, channels],
      ]),
    backward: (_, { gradient, inputShapes }) => [tf.slice(gradient, [0, 0, 0, 0], [...inputShapes[0]])],
  },

  globalAvgPool: {
    forward: (_, [x]) => tf.mean(x, [1, 2]),
    backward(_, { gradient, inputShapes: [shape] }) {
      const [images, height, width, channels] = shape;
      const share = tf.div(tf.reshape(gradient, [images, 1, 1, channels]), height * width);
      return [tf.mul(share, tf.ones([1, height, width, 1]))];
    },
  },

  softmax: {
    forward: (_, [x]) => tf.softmax(x),
    // (diag p − p pᵀ) g
    backward: (_, { gradient, output }) => [
      tf.mul(output, tf.sub(gradient, tf.sum(tf.mul(gradient, output), -1, true))),
    ],
    needs: () => ({ output: true }),
  },
};

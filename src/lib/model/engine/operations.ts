/** Every kind of step, as tfjs computes it: forward, and backward as a vector-Jacobian product. */
import * as tf from '@tensorflow/tfjs-core';
import { maxPoolGradient } from './maxPoolGradient.ts';
import type { Parameters } from './parameters.ts';
import type { FusedConvolution, Step, StepKind, StepOf } from './steps.ts';

/** What a backward step may read; only what `needs` names is there. */
export interface BackwardContext {
  readonly inputs: readonly tf.Tensor[];
  readonly output: tf.Tensor;
  /** ∂L/∂output. */
  readonly gradient: tf.Tensor;
  readonly inputShapes: readonly (readonly number[])[];
}

/**
 * Values are [1, height, width, channels] or [1, features]. Both functions are called inside `tf.tidy`, return
 * new tensors (the caller disposes them) and dispose nothing that they are given.
 */
export interface Operation<K extends StepKind> {
  forward(step: StepOf<K>, inputs: readonly tf.Tensor[], parameters: Parameters): tf.Tensor;
  /** ∂L/∂input for each input. Absent: no gradient passes through this kind. */
  backward?(step: StepOf<K>, context: BackwardContext, parameters: Parameters): tf.Tensor[];
  /** Values of the forward pass that `backward` reads. */
  needs?(step: StepOf<K>): { readonly inputs?: boolean; readonly output?: boolean };
}

const explicit = (before: number, after = before): [[0, 0], [number, number], [number, number], [0, 0]] => [
  [0, 0],
  [before, after],
  [before, after],
  [0, 0],
];

const image = (tensor: tf.Tensor) => tensor as tf.Tensor4D;

function convolve(
  x: tf.Tensor,
  filter: tf.Tensor4D,
  strides: number,
  pad: ReturnType<typeof explicit>,
  bias?: tf.Tensor1D,
  relu = false,
): tf.Tensor4D {
  const activation = relu ? 'relu' : 'linear';
  return tf.fused.conv2d({ x: image(x), filter, strides, pad, bias, activation });
}

/** ∂L/∂input of a convolution (see `backwardKernel`), inputs' height and width given. */
function convolutionBackward(
  step: FusedConvolution,
  gradient: tf.Tensor,
  inputShape: readonly number[],
  parameters: Parameters,
) {
  const { kernel, stride, phases, lead, taps, channels } = parameters.backward(step);
  const [, height, width] = inputShape;
  const positions = Math.ceil(height / stride);
  const pad = explicit(lead, positions - gradient.shape[1]! + taps - 1 - lead);
  const columns = Math.ceil(width / stride) - gradient.shape[2]! + taps - 1 - lead;
  pad[2][1] = columns;
  let result = convolve(gradient, kernel, 1, pad);
  if (stride === 1) return result;
  result = spreadPhases(result, stride, phases, channels);
  return result.shape[1] === height && result.shape[2] === width
    ? result
    : tf.slice(result, [0, 0, 0, 0], [1, height, width, channels]);
}

/**
 * Interleaves phases × phases groups of channels as the first phases of stride × stride cells; the other cells
 * are zero. By padding and reshaping: `depthToSpace` is many times slower on wasm.
 */
function spreadPhases(x: tf.Tensor4D, stride: number, phases: number, channels: number): tf.Tensor4D {
  const [, height, width] = x.shape;
  const missing = stride - phases;
  let cells: tf.Tensor = x;
  if (phases > 1)
    cells = tf.transpose(tf.reshape(x, [height, width, phases, phases * channels]), [0, 2, 1, 3]);
  if (missing > 0) {
    const rowLength = width * stride * channels;
    const columns = tf.pad2d(tf.reshape(cells, [height * phases * width, phases * channels]), [
      [0, 0],
      [0, missing * channels],
    ]);
    cells = tf.pad2d(tf.reshape(columns, [height, phases * rowLength]), [
      [0, 0],
      [0, missing * rowLength],
    ]);
  }
  return tf.reshape(cells, [1, height * stride, width * stride, channels]);
}

/** The same values under another tensor; `tf.clone` copies them on wasm. */
export const alias = <T extends tf.Tensor>(x: T): T => tf.reshape(x, x.shape) as T;

const maskedByOutput = (gradient: tf.Tensor, output: tf.Tensor) => tf.mul(gradient, tf.step(output));

/** A 0/1-like factor per channel, or the plain factor. */
function scaleFactor({ factor, channels }: StepOf<'scale'>['attributes'], count: number): tf.Tensor | number {
  if (!channels) return factor;
  const factors = new Float32Array(count).fill(1);
  for (const channel of channels) factors[channel] = factor;
  return tf.tensor1d(factors);
}

const scaled = (x: tf.Tensor, step: StepOf<'scale'>) =>
  tf.mul(x, scaleFactor(step.attributes, x.shape.at(-1)!));

export const operations: { readonly [K in StepKind]?: Operation<K> } = {
  fusedConvolution: {
    forward(step, [x], parameters) {
      const { kernel, bias } = parameters.folded(step);
      const { convolution, padding, relu } = step.attributes;
      return convolve(x, kernel, convolution.attributes.stride, explicit(padding), bias, relu);
    },
    backward(step, { gradient, output, inputShapes }, parameters) {
      const masked = step.attributes.relu ? maskedByOutput(gradient, output) : gradient;
      return [convolutionBackward(step, masked, inputShapes[0], parameters)];
    },
    needs: (step) => ({ output: step.attributes.relu }),
  },

  pad: {
    forward: ({ attributes: { size } }, [x]) => tf.pad(x, explicit(size)),
    backward: ({ attributes: { size } }, { gradient, inputShapes }) => [
      tf.slice(gradient, [0, size, size, 0], [...inputShapes[0]]),
    ],
  },

  batchNorm: {
    forward(step, [x], parameters) {
      const [gamma, beta, mean, variance] = ['gamma', 'beta', 'movingMean', 'movingVariance'].map(
        (role) => parameters.tensor(`${step.id}/${role}`) as tf.Tensor1D,
      );
      return tf.batchNorm4d(image(x), mean, variance, beta, gamma, step.attributes.epsilon);
    },
    backward(step, { gradient }, parameters) {
      const gamma = parameters.tensor(`${step.id}/gamma`);
      const variance = parameters.tensor(`${step.id}/movingVariance`);
      return [tf.mul(gradient, tf.mul(gamma, tf.rsqrt(tf.add(variance, step.attributes.epsilon))))];
    },
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
    forward({ attributes: { stride } }, [x]) {
      const [, height, width, channels] = x.shape as [number, number, number, number];
      return tf.stridedSlice(x, [0, 0, 0, 0], [1, height, width, channels], [1, stride, stride, 1]);
    },
    backward({ attributes: { stride } }, { gradient, inputShapes: [[, height, width, channels]] }) {
      const spread = spreadPhases(image(gradient), stride, 1, channels);
      return [tf.slice(spread, [0, 0, 0, 0], [1, height, width, channels])];
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
      const [, height, width, channels] = shape;
      const share = tf.div(tf.reshape(gradient, [1, 1, 1, channels]), height * width);
      return [tf.mul(share, tf.ones([1, height, width, channels]))];
    },
  },

  dense: {
    forward(step, [x], parameters) {
      const product = tf.matMul(x as tf.Tensor2D, parameters.tensor(`${step.id}/kernel`) as tf.Tensor2D);
      return step.attributes.bias ? tf.add(product, parameters.tensor(`${step.id}/bias`)) : product;
    },
    backward(step, { gradient }, parameters) {
      // W·gᵀ instead of g·Wᵀ: wasm is slow with a transposed operand.
      const kernel = parameters.tensor(`${step.id}/kernel`) as tf.Tensor2D;
      const column = tf.reshape(gradient, [kernel.shape[1], 1]) as tf.Tensor2D;
      return [tf.reshape(tf.matMul(kernel, column), [1, kernel.shape[0]])];
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

/** The operation of a step; an error for kinds that are drawn and costed but not run. */
export function operationOf<S extends Step>(step: S): Operation<StepKind> {
  const operation = operations[step.kind];
  if (!operation) throw new Error(`The engine does not run nodes of kind '${step.kind}' (${step.id}).`);
  return operation as unknown as Operation<StepKind>;
}

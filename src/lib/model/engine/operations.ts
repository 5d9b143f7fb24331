/** Every kind of step, as tfjs computes it: forward, and backward as a vector-Jacobian product. */
import * as tf from '@tensorflow/tfjs-core';
import { convolutionInputGradient, convolve, explicit } from './convolution.ts';
import type { Parameters } from './parameters.ts';
import type { Step, StepKind, StepOf } from './steps.ts';
import { maskedByOutput, weightlessOperations, type BackwardContext } from './weightlessOperations.ts';

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

const image = (tensor: tf.Tensor) => tensor as tf.Tensor4D;

export const operations: { readonly [K in StepKind]?: Operation<K> } = {
  ...weightlessOperations,

  fusedConvolution: {
    forward(step, [x], parameters) {
      const { kernel, bias } = parameters.folded(step);
      const { convolution, padding, relu } = step.attributes;
      return convolve(x, kernel, convolution.attributes.stride, explicit(padding), bias, relu);
    },
    backward(step, { gradient, output, inputShapes }, parameters) {
      const masked = step.attributes.relu ? maskedByOutput(gradient, output) : gradient;
      return [convolutionInputGradient(masked, parameters.backward(step), inputShapes[0])];
    },
    needs: (step) => ({ output: step.attributes.relu }),
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
};

/** The operation of a step; an error for kinds that are drawn and costed but not run. */
export function operationOf<S extends Step>(step: S): Operation<StepKind> {
  const operation = operations[step.kind];
  if (!operation) throw new Error(`The engine does not run nodes of kind '${step.kind}' (${step.id}).`);
  return operation as unknown as Operation<StepKind>;
}

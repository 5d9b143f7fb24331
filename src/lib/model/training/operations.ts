/** Every kind of node in training mode: forward, and backward to its inputs and its weights. */
import * as tf from '@tensorflow/tfjs-core';
import type { Kind, Node, NodeOf } from '../architecture/graph.ts';
import { backwardKernel } from '../engine/backwardKernel.ts';
import { convolutionInputGradient, convolve, explicit } from '../engine/convolution.ts';
import { weightlessOperations, type WeightlessOperation } from '../engine/weightlessOperations.ts';
import { normalise, normaliseGradient } from './batchNorm.ts';
import { filterGradient } from './filterGradient.ts';
import { affine, channelSums } from './perChannel.ts';
import type { TrainedWeights } from './trainedWeights.ts';

/** `training`: batch norm with the batch's statistics. `inference`: with the moving ones. */
export type Mode = 'training' | 'inference';

/** What a node's forward step gives. */
export interface Computed {
  readonly value: tf.Tensor;
  /** What its backward step reads beside values of nodes. */
  readonly saved?: Readonly<Record<string, tf.Tensor>>;
  /** Of a batch norm: mean and variance of this batch, [channels]. */
  readonly statistics?: { readonly mean: tf.Tensor; readonly variance: tf.Tensor };
}

export interface BackwardStep {
  readonly inputs: readonly tf.Tensor[];
  readonly output: tf.Tensor;
  readonly gradient: tf.Tensor;
  /** With the batch axis. */
  readonly inputShapes: readonly (readonly number[])[];
  readonly saved: Readonly<Record<string, tf.Tensor>>;
  /** Whether anybody wants the gradient of the inputs. */
  readonly wantsInput: boolean;
}

export interface Gradients {
  /** ∂L/∂input for each input; may be missing where it is not wanted. */
  readonly inputs: readonly tf.Tensor[];
  /** ∂L/∂weight by role. */
  readonly weights?: Readonly<Record<string, tf.Tensor>>;
}

/** Both functions are called inside `tf.tidy`; what they return is the caller's, what they are given stays its owner's. */
export interface TrainingOperation<K extends Kind> {
  forward(node: NodeOf<K>, inputs: readonly tf.Tensor[], weights: TrainedWeights, mode: Mode): Computed;
  backward(node: NodeOf<K>, step: BackwardStep, weights: TrainedWeights): Gradients;
  /** Values of nodes that `backward` reads. */
  needs?(node: NodeOf<K>): { readonly inputs?: boolean; readonly output?: boolean };
}

const withWeights: { readonly [K in Kind]?: TrainingOperation<K> } = {
  conv: {
    forward({ id, attributes: { groups, bias, stride, padding } }, [x], weights) {
      if (groups !== 1) throw new Error(`No convolution in groups is run (${id}).`);
      const added = bias ? (weights.tensor(`${id}/bias`) as tf.Tensor1D) : undefined;
      const kernel = weights.tensor(`${id}/kernel`) as tf.Tensor4D;
      return { value: convolve(x, kernel, stride, explicit(padding), added) };
    },
    backward({ id, attributes }, { inputs: [x], gradient, inputShapes, wantsInput }, weights) {
      const { stride, padding, bias } = attributes;
      const kernel = filterGradient(x as tf.Tensor4D, gradient as tf.Tensor4D, attributes);
      const inputs = [];
      if (wantsInput) {
        const { values, shape, ...rest } = backwardKernel(
          weights.values(`${id}/kernel`),
          weights.shape(`${id}/kernel`) as [number, number, number, number],
          stride,
          padding,
        );
        const arranged = { ...rest, kernel: tf.tensor4d(values, shape) };
        inputs.push(convolutionInputGradient(gradient, arranged, inputShapes[0]));
      }
      return { inputs, weights: { kernel, ...(bias && { bias: channelSums(gradient) }) } };
    },
    needs: () => ({ inputs: true }),
  },

  batchNorm: {
    forward({ id, attributes: { epsilon } }, [x], weights, mode) {
      const of = (role: string) => weights.tensor(`${id}/${role}`);
      if (mode === 'inference') {
        const scale = tf.mul(of('gamma'), tf.rsqrt(tf.add(of('movingVariance'), epsilon)));
        return { value: affine(x, scale, tf.sub(of('beta'), tf.mul(of('movingMean'), scale))) };
      }
      const { value, centred, inverse, mean, variance } = normalise(x, of('gamma'), of('beta'), epsilon);
      return { value, saved: { centred, inverse }, statistics: { mean, variance } };
    },
    backward({ id }, { gradient, saved }, weights) {
      const { input, ...own } = normaliseGradient(
        gradient,
        saved as { centred: tf.Tensor; inverse: tf.Tensor },
        weights.tensor(`${id}/gamma`),
      );
      return { inputs: [input], weights: own };
    },
  },

  dense: {
    forward({ id, attributes: { bias } }, [x], weights) {
      const product = tf.matMul(x as tf.Tensor2D, weights.tensor(`${id}/kernel`) as tf.Tensor2D);
      return { value: bias ? tf.add(product, weights.tensor(`${id}/bias`)) : product };
    },
    backward({ id, attributes: { bias } }, { inputs: [x], gradient }, weights) {
      // Transposed apart: wasm is slow with a transposed operand.
      const kernel = tf.matMul(tf.transpose(x as tf.Tensor2D), gradient as tf.Tensor2D);
      const turned = tf.transpose(weights.tensor(`${id}/kernel`) as tf.Tensor2D);
      const inputs = [tf.matMul(gradient as tf.Tensor2D, turned)];
      return { inputs, weights: { kernel, ...(bias && { bias: channelSums(gradient) }) } };
    },
    needs: () => ({ inputs: true }),
  },
};

/** A kind without weights does in training what it does otherwise. */
const weightless = <K extends Kind>(operation: WeightlessOperation<K>): TrainingOperation<K> => ({
  forward: (node, inputs) => ({ value: operation.forward(node as never, inputs) }),
  backward: (node, step) => ({ inputs: operation.backward(node as never, step) }),
  needs: (node) => operation.needs?.(node as never) ?? {},
});

/** The operation of a node; an error for kinds that are drawn and costed but not run. */
export function trainingOperation({ kind, id }: Node): TrainingOperation<Kind> {
  const own = withWeights[kind] as TrainingOperation<Kind> | undefined;
  if (own) return own;
  const shared = weightlessOperations[kind] as WeightlessOperation<Kind> | undefined;
  if (!shared) throw new Error(`The engine does not train nodes of kind '${kind}' (${id}).`);
  return weightless(shared);
}

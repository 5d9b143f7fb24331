/** What the engine is measured against: tfjs' own model, and tfjs' own gradients. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel, type LayersModel } from '@tensorflow/tfjs-layers';
import { blocksOf } from '../src/lib/model/architecture/blocks.ts';
import type { Graph } from '../src/lib/model/architecture/graph.ts';
import { inferShapes } from '../src/lib/model/architecture/shapes.ts';
import type { Parameters } from '../src/lib/model/engine/parameters.ts';
import { fuse, type Step } from '../src/lib/model/engine/steps.ts';

interface ModelFile {
  readonly modelTopology: object;
  readonly weightsManifest: readonly {
    readonly paths: string[];
    readonly weights: tf.io.WeightsManifestEntry[];
  }[];
}

/** The published model as tfjs loads it. */
export function layersModel(folder: string): Promise<LayersModel> {
  return loadLayersModel({
    async load() {
      const file: ModelFile = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
      const paths = file.weightsManifest.flatMap((group) => group.paths);
      const shards = await Promise.all(paths.map((path) => readFile(join(folder, path))));
      return {
        modelTopology: file.modelTopology,
        weightSpecs: file.weightsManifest.flatMap((group) => group.weights),
        weightData: new Uint8Array(Buffer.concat(shards)).buffer,
      };
    },
  });
}

/**
 * The same loss as a function in tfjs' operations, with the same weights: −log softmax(logits)[target] of the
 * picture and of a zero added to each block's output, so that `tf.grads` gives the gradients there. The network
 * is as it was published, or with its batch norms folded into the convolutions, as the engine runs it.
 */
export function lossFunction(
  graph: Graph,
  parameters: Parameters,
  { target, folded }: { target: number; folded: boolean },
) {
  const outputs = blocksOf(graph).map(({ output }) => output);
  const logitsNode = graph.nodes.at(-1)!.inputs[0];
  const exact = folded ? [...outputs, logitsNode] : graph.nodes.map(({ id }) => id);
  const steps = fuse(graph, new Set(exact)).filter(({ kind }) => kind !== 'input');
  const shapes = inferShapes(graph);
  const [inputNode] = graph.nodes;

  const loss = (...variables: tf.Tensor[]): tf.Scalar => {
    const values = new Map<string, tf.Tensor>([[inputNode.id, variables[0]]]);
    for (const step of steps) {
      const inputs = step.inputs.map((id) => values.get(id)!);
      let value = compute(step, inputs, parameters);
      const block = outputs.indexOf(step.id);
      if (block >= 0) value = tf.add(value, variables[block + 1]);
      values.set(step.id, value);
      if (step.id === logitsNode) break;
    }
    const logits = values.get(logitsNode)! as tf.Tensor2D;
    const oneHot = tf.oneHot([target], logits.shape[1]);
    return tf.neg(tf.sum(tf.mul(oneHot, tf.logSoftmax(logits)))) as tf.Scalar;
  };
  const zeros = () => outputs.map((id) => tf.zeros([1, ...shapes.get(id)!]));
  return { loss, zeros, outputs };
}

function compute(step: Step, [x, y]: readonly tf.Tensor[], parameters: Parameters): tf.Tensor {
  switch (step.kind) {
    case 'fusedConvolution': {
      const { kernel, bias } = parameters.folded(step);
      const { convolution, padding, relu } = step.attributes;
      const pad: [number, number] = [padding, padding];
      // Not tf.fused.conv2d: its gradient computes the filter's too, for which wasm has no kernel.
      const convolved = tf.conv2d(x as tf.Tensor4D, kernel, convolution.attributes.stride, [
        [0, 0],
        pad,
        pad,
        [0, 0],
      ]);
      const shifted = bias ? tf.add(convolved, bias) : convolved;
      return relu ? tf.relu(shifted) : shifted;
    }
    case 'batchNorm': {
      const [mean, variance, beta, gamma] = ['movingMean', 'movingVariance', 'beta', 'gamma'].map(
        (role) => parameters.tensor(`${step.id}/${role}`) as tf.Tensor1D,
      );
      return tf.batchNorm(x as tf.Tensor4D, mean, variance, beta, gamma, step.attributes.epsilon);
    }
    case 'pad': {
      const sides: [number, number] = [step.attributes.size, step.attributes.size];
      return tf.pad(x, [[0, 0], sides, sides, [0, 0]]);
    }
    case 'maxPool': {
      const { kernel, stride, padding } = step.attributes;
      return tf.maxPool(x as tf.Tensor4D, kernel, stride, padding, 'floor');
    }
    case 'add':
      return y ? tf.add(x, y) : x;
    case 'scale':
      if (step.attributes.channels) throw new Error('The baseline mutes no channels.');
      return tf.mul(x, step.attributes.factor);
    case 'relu':
      return tf.relu(x);
    case 'globalAvgPool':
      return tf.mean(x, [1, 2]);
    case 'dense':
      return tf.add(
        tf.matMul(x as tf.Tensor2D, parameters.tensor(`${step.id}/kernel`) as tf.Tensor2D),
        parameters.tensor(`${step.id}/bias`),
      );
    default:
      throw new Error(`The baseline does not run kind '${step.kind}'.`);
  }
}

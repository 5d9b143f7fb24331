/** A network's loss written in tfjs' own operations, for tfjs' own gradients: what training is tested and timed against. */
import * as tf from '@tensorflow/tfjs-core';
import type { Graph, Node } from '../../architecture/graph.ts';
import { inferShapes } from '../../architecture/shapes.ts';
import { logitsOf } from '../../engine/segments.ts';
import type { Batch } from '../batch.ts';

/** A convolution without padding. */
export type Convolve = (x: tf.Tensor4D, kernel: tf.Tensor4D, stride: number) => tf.Tensor4D;

const tfjsConvolution: Convolve = (x, kernel, stride) => tf.conv2d(x, kernel, stride, 'valid');

export type Weights = (name: string) => tf.Tensor;

/** Values of all nodes in training mode, from the batch and the weights; the logits' node is the last that is run. */
export function referenceValues(
  graph: Graph,
  batch: Batch,
  weights: Weights,
  convolve = tfjsConvolution,
): Map<string, tf.Tensor> {
  const [first] = graph.nodes;
  const shape = inferShapes(graph).get(first.id)!;
  const values = new Map([[first.id, tf.tensor(batch.inputs.slice(), [batch.labels.length, ...shape])]]);
  for (const node of graph.nodes.slice(1)) {
    if (node.kind === 'softmax') break;
    const inputs = node.inputs.map((id) => values.get(id)!);
    values.set(
      node.id,
      compute(node, inputs, (role) => weights(`${node.id}/${role}`), convolve),
    );
  }
  return values;
}

/** The mean cross entropy, from the batch and the weights. */
export function referenceLoss(graph: Graph, batch: Batch, weights: Weights, convolve?: Convolve): tf.Scalar {
  const logits = referenceValues(graph, batch, weights, convolve).get(logitsOf(graph))!;
  const wanted = tf.oneHot(tf.tensor1d(batch.labels, 'int32'), logits.shape[1]!);
  return tf.neg(tf.mean(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), 1)));
}

function compute(node: Node, [x, ...others]: tf.Tensor[], weight: Weights, convolve: Convolve): tf.Tensor {
  switch (node.kind) {
    case 'pad':
      return padded(x, node.attributes.size);
    case 'conv': {
      const { padding, stride, bias } = node.attributes;
      const value = convolve(padded(x, padding), weight('kernel') as tf.Tensor4D, stride);
      return bias ? tf.add(value, weight('bias')) : value;
    }
    case 'batchNorm': {
      const { mean, variance } = tf.moments(x, [0, 1, 2]);
      return tf.batchNorm(
        x as tf.Tensor4D,
        mean as tf.Tensor1D,
        variance as tf.Tensor1D,
        weight('beta') as tf.Tensor1D,
        weight('gamma') as tf.Tensor1D,
        node.attributes.epsilon,
      );
    }
    case 'relu':
      return tf.relu(x);
    case 'maxPool': {
      const { kernel, stride, padding } = node.attributes;
      return tf.maxPool(x as tf.Tensor4D, kernel, stride, padding, 'floor');
    }
    case 'add':
      return others.reduce((sum, other) => tf.add(sum, other), x);
    case 'scale':
      return tf.mul(x, node.attributes.factor);
    case 'subsample':
      return subsampled(x, node.attributes.stride);
    case 'padChannels':
      return tf.concat([x, tf.zeros([...x.shape.slice(0, 3), node.attributes.channels])], 3);
    case 'globalAvgPool':
      return tf.mean(x, [1, 2]);
    case 'dense': {
      const value = tf.matMul(x as tf.Tensor2D, weight('kernel') as tf.Tensor2D);
      return node.attributes.bias ? tf.add(value, weight('bias')) : value;
    }
    default:
      throw new Error(`no reference for '${node.kind}'`);
  }
}

const padded = (x: tf.Tensor, size: number) =>
  tf.pad(x, [
    [0, 0],
    [size, size],
    [size, size],
    [0, 0],
  ]) as tf.Tensor4D;

/** Every `stride`-th row and column, by cutting; tfjs has no gradient for a strided slice. Sides are multiples of it. */
function subsampled(x: tf.Tensor, stride: number): tf.Tensor {
  const [images, height, width, channels] = x.shape as [number, number, number, number];
  const rows = tf.reshape(x, [(images * height) / stride, stride * width * channels]);
  const kept = tf.reshape(tf.slice(rows, [0, 0], [-1, width * channels]), [-1, stride * channels]);
  return tf.reshape(tf.slice(kept, [0, 0], [-1, channels]), [
    images,
    height / stride,
    width / stride,
    channels,
  ]);
}

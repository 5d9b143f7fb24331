/** A step of training against the same step by tfjs' optimiser with tfjs' gradients: Node, wasm. */
import * as tf from '@tensorflow/tfjs-core';
// Brings tfjs' gradients with it, which tfjs-core alone leaves out.
import '@tensorflow/tfjs-layers';
import { cifarNetwork } from '../src/lib/model/architecture/cifar.ts';
import type { Graph } from '../src/lib/model/architecture/graph.ts';
import { weightShapes } from '../src/lib/model/architecture/shapes.ts';
import { startBackend } from '../src/lib/model/engine/backends.ts';
import { gaussianBatch, type Batch } from '../src/lib/model/training/batch.ts';
import { initialWeights } from '../src/lib/model/training/initialWeights.ts';
import { TrainableNetwork } from '../src/lib/model/training/network.ts';
import { Sgd } from '../src/lib/model/training/optimiser.ts';
import { referenceLoss, type Convolve } from '../src/lib/model/training/testing/referenceLoss.ts';
import { compare, type Comparison } from './interleave.ts';

const rate = 0.05;
const momentum = 0.9;

const cases = [
  { name: 'ResNet-20, 16 wide, 32 × 32, batch 32', depth: 20, width: 16, side: 32, batch: 32 },
  { name: 'ResNet-20, 8 wide, 16 × 16, batch 32', depth: 20, width: 8, side: 16, batch: 32 },
  { name: 'ResNet-56, 8 wide, 16 × 16, batch 32', depth: 56, width: 8, side: 16, batch: 32 },
];

/** Prints how many times a step of tfjs one of ours takes. */
export async function measureTraining(log: (line: string) => void): Promise<number> {
  const { renderer } = await startBackend('wasm');
  process.stdout.write(`wasm (${renderer}), against tf.train.momentum().minimize\n`);
  for (const { name, depth, width, side, batch: size } of cases) {
    const shape = [side, side, 3];
    const graph = cifarNetwork({ depth, width, inputShape: shape });
    const batch = gaussianBatch({ seed: 0, size, shape, classes: 10 });
    const onPair = (pair: number, pairs: number) => log(`${name}: pair ${pair} of ${pairs}`);
    const {
      ratio,
      ratioQuartiles: [low, high],
      first,
      second,
    } = await measure(graph, batch, onPair);
    process.stdout.write(
      `${name}: ${ratio.toFixed(3)} (pairs ${low.toFixed(3)} to ${high.toFixed(3)}; ` +
        `${first.lowerQuartile.toFixed(0)} ms against ${second.lowerQuartile.toFixed(0)} ms)\n`,
    );
  }
  return 0;
}

async function measure(
  graph: Graph,
  batch: Batch,
  onPair: (pair: number, pairs: number) => void,
): Promise<Comparison> {
  const weights = initialWeights(graph, { init: 'he', seed: 0 });
  const network = new TrainableNetwork(graph, weights);
  const sgd = new Sgd({ rate, momentum });
  const variables = new Map(
    [...weightShapes(graph)]
      .filter(([name]) => !name.includes('/moving'))
      .map(([name, shape]) => [name, tf.variable(tf.tensor(weights.get(name)!, [...shape]))]),
  );
  const optimiser = tf.train.momentum(rate, momentum);
  const ofTfjs = async () => {
    const loss = optimiser.minimize(
      () => referenceLoss(graph, batch, (name) => variables.get(name)!, convolve),
      true,
      [...variables.values()],
    )!;
    const [value] = await loss.data();
    loss.dispose();
    return value;
  };
  const ours = async () => (await network.step(batch, sgd)).loss;
  try {
    for (let step = 0; step < 3; step++) {
      const [a, b] = [await ours(), await ofTfjs()];
      if (Math.abs(a - b) > 1e-2 * b) throw new Error(`Both sides must have the same loss: ${a} and ${b}.`);
    }
    return await compare(ours, ofTfjs, { pairs: 7, warmUps: 0, onPair });
  } finally {
    network.dispose();
    optimiser.dispose();
    tf.dispose([...variables.values()]);
  }
}

/**
 * A convolution as users of tfjs on wasm write it, where it has no gradient for a kernel: one product per tap of the
 * kernel. The input's gradient is tfjs' own.
 */
const convolve: Convolve = (x, kernel, stride) =>
  tf.customGrad((x, kernel, save) => {
    const [image, filters] = [x as tf.Tensor4D, kernel as tf.Tensor4D];
    (save as tf.GradSaveFunc)([image, filters]);
    return {
      value: tf.conv2d(image, filters, stride, 'valid'),
      gradFunc: (dy: tf.Tensor, [image, filters]: tf.Tensor[]) => [
        tf.conv2dTranspose(dy as tf.Tensor4D, filters as tf.Tensor4D, image.shape as never, stride, 'valid'),
        kernelGradient(image, dy, filters.shape as [number, number, number, number], stride),
      ],
    };
  })(x, kernel) as tf.Tensor4D;

function kernelGradient(
  x: tf.Tensor,
  dy: tf.Tensor,
  [height, width, channels, filters]: readonly [number, number, number, number],
  stride: number,
): tf.Tensor {
  const [images, rows, columns] = dy.shape;
  const gradient = tf.reshape(dy, [-1, filters]);
  const taps = Array.from({ length: height * width }, (_, tap) => {
    const [row, column] = [Math.floor(tap / width), tap % width];
    const end = [images, row + stride * (rows! - 1) + 1, column + stride * (columns! - 1) + 1, channels];
    const seen = tf.stridedSlice(x, [0, row, column, 0], end, [1, stride, stride, 1]);
    return tf.matMul(tf.reshape(seen, [-1, channels]), gradient, true);
  });
  return tf.reshape(tf.stack(taps), [height, width, channels, filters]);
}

/** Gradients along single paths and by length, against tf.grad of the same function with some ways closed. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blocksOf } from '../architecture/blocks.ts';
import { cifarNetwork } from '../architecture/families.ts';
import { startBackend } from './backends.ts';
import { followPaths, gradientsByLength, wholeGradient } from './blockPaths.ts';
import { blockWalks } from './blockWalk.ts';
import { operationOf } from './operations.ts';
import { allPaths, type Path } from './samplePaths.ts';
import { l2Norm, relativeDistance } from './statistics.ts';
import { referenceInput, referenceParameters } from './testing/referenceWeights.ts';
import { passToWalkBack, type WalkedPass } from './walkBack.ts';

// Six blocks; the projections stand in the first ones of the second and third stage.
const graph = cifarNetwork({ depth: 14, width: 2, classes: 3, inputShape: [8, 8, 2], shortcut: 'B' });
const blocks = blocksOf(graph);
const [first, last] = [blocks[0].input, blocks.at(-1)!.output];
const parameters = referenceParameters(graph);
const go = () => Promise.resolve();

/** What the gradient is multiplied by on a block's two ways. */
type Ways = readonly { readonly shortcut: number; readonly branch: number }[];

/** x itself; ∂/∂x is multiplied by a factor. */
const scaleGradient = (x: tf.Tensor, factor: number): tf.Tensor =>
  tf.customGrad((value) => ({
    value: (value as tf.Tensor).clone(),
    gradFunc: (gradient: tf.Tensor) => tf.mul(gradient, factor),
  }))(x);

/** ∂(Σ of the last block's output)/∂(the first block's input), by tf.grad, node by node. */
function reference(ways: Ways, at: tf.Tensor): number[] {
  const output = (input: tf.Tensor) => {
    const values = new Map([[first, input]]);
    const start = graph.nodes.findIndex(({ id }) => id === first) + 1;
    for (const node of graph.nodes.slice(start)) {
      const index = blocks.findIndex(({ sum }) => sum === node.id);
      const inputs = node.inputs.map((id) => values.get(id)!);
      if (index >= 0) {
        const { branchEnd } = blocks[index];
        const factors = node.inputs.map((id) => ways[index][id === branchEnd ? 'branch' : 'shortcut']);
        values.set(node.id, tf.addN(inputs.map((x, i) => scaleGradient(x, factors[i]))));
      } else if (node.kind === 'conv') {
        const kernel = parameters.tensor(`${node.id}/kernel`) as tf.Tensor4D;
        const { stride, padding } = node.attributes;
        values.set(node.id, tf.conv2d(inputs[0] as tf.Tensor4D, kernel, stride, padding, 'NHWC', 1, 'floor'));
      } else {
        values.set(node.id, operationOf(node).forward(node, inputs, parameters));
      }
      if (node.id === last) break;
    }
    return tf.sum(values.get(last)!);
  };
  return tf.tidy(() => [...tf.grad(output)(at).dataSync()]);
}

const waysOf = (path: Path): Ways =>
  path.map((takes) => ({ shortcut: takes ? 0 : 1, branch: takes ? 1 : 0 }));

beforeAll(() => startBackend('cpu'));

describe('gradients along paths', () => {
  let pass: WalkedPass;
  let gradient: tf.Tensor;
  const walks = () => blockWalks(graph, pass);
  const input = () => pass.values.get(first)!;

  beforeEach(async () => {
    const wanted = new Set([first]);
    const { tensor } = referenceInput(graph);
    pass = await passToWalkBack({ graph, input: tensor, parameters, from: last, wanted });
    gradient = tf.onesLike(pass.values.get(last)!);
    for (const part of await gradientsByLength(walks(), gradient, go)) part.dispose();
  });
  afterEach(() => {
    for (const tensor of [...pass.values.values(), gradient]) tensor.dispose();
    parameters.releaseTensors();
  });

  const read = async (tensor: tf.Tensor) => {
    const values = (await tensor.data()) as Float32Array;
    tensor.dispose();
    return values;
  };

  it('along one path: as tf.grad finds it with all other ways closed', async () => {
    const paths = allPaths(blocks.length).filter((_, code) => [0, 1, 22, 37, 63].includes(code));
    const found = new Map<Path, Float32Array>();
    await followPaths(walks(), gradient, paths, (path, values) => found.set(path, values), go);
    for (const path of paths) {
      const expected = reference(waysOf(path), input());
      expect(l2Norm(expected)).toBeGreaterThan(0);
      expect(relativeDistance(found.get(path)!, expected)).toBeLessThan(1e-5);
    }
  });

  it('all 64 paths add up to the gradient, and those of one length to that length’s part', async () => {
    const size = input().size;
    const byLength = Array.from({ length: blocks.length + 1 }, () => new Float64Array(size));
    const whole = new Float64Array(size);
    const receive = (path: Path, values: Float32Array) => {
      const part = byLength[path.filter(Boolean).length];
      values.forEach((value, i) => {
        part[i] += value;
        whole[i] += value;
      });
    };
    await followPaths(walks(), gradient, allPaths(blocks.length), receive, go);
    const open = blocks.map(() => ({ shortcut: 1, branch: 1 }));
    expect(relativeDistance(whole, reference(open, input()))).toBeLessThan(1e-5);
    expect(relativeDistance(await read(await wholeGradient(walks(), gradient, go)), whole)).toBeLessThan(
      1e-5,
    );
    const parts = await gradientsByLength(walks(), gradient, go);
    expect(parts).toHaveLength(7);
    for (const [length, part] of parts.entries()) {
      expect(relativeDistance(await read(part), byLength[length])).toBeLessThan(1e-5);
    }
  });

  it('by length: the coefficients of the gradient as a polynomial in a factor on all branches', async () => {
    const parts = await Promise.all((await gradientsByLength(walks(), gradient, go)).map(read));
    for (const z of [-1.5, 0.3, 2]) {
      const expected = reference(
        blocks.map(() => ({ shortcut: 1, branch: z })),
        input(),
      );
      const sum = expected.map((_, i) => parts.reduce((all, part, k) => all + part[i] * z ** k, 0));
      expect(relativeDistance(sum, expected)).toBeLessThan(1e-5);
    }
  });

  it('ends when told to, and leaves no tensor behind, whether it ended or was ended', async () => {
    await read(await wholeGradient(walks(), gradient, go));
    const before = tf.memory().numTensors;
    for (const part of await gradientsByLength(walks(), gradient, go)) part.dispose();
    await followPaths(walks(), gradient, allPaths(blocks.length), () => undefined, go);
    let pauses = 0;
    const stop = () => (++pauses === 9 ? Promise.reject(new Error('stopped')) : Promise.resolve());
    await expect(gradientsByLength(walks(), gradient, stop)).rejects.toThrow('stopped');
    pauses = 0;
    const paths = allPaths(blocks.length);
    await expect(followPaths(walks(), gradient, paths, () => undefined, stop)).rejects.toThrow('stopped');
    pauses = 5;
    await expect(wholeGradient(walks(), gradient, stop)).rejects.toThrow('stopped');
    expect(tf.memory().numTensors).toBe(before);
  });
});

/** From a reader's own model to what the engine makes of it, beside tfjs' own run of the same file. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { io } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { expect, it, onTestFinished } from 'vitest';
import { startBackend } from '../../src/lib/model/engine/backends.ts';
import { Parameters } from '../../src/lib/model/engine/parameters.ts';
import { Session } from '../../src/lib/model/engine/session.ts';
import { readLayersModel } from '../../src/lib/model/weights/layersModel/read.ts';
import { networkOf } from '../../src/lib/model/weights/network.ts';
import { openOwnSession } from '../host.ts';
import { importModel } from './importModel.ts';
import { kerasResNet50, type WeightSpecification } from './testing/kerasResNet50.ts';

/** Park and Miller's: the same picture and weights in every run. */
function randomNumbers(seed: number): () => number {
  return () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
}

it('predicts what tfjs predicts', async () => {
  const random = randomNumbers(7);
  const options = { naming: 'later', classes: 5, epsilon: 1.001e-5, nested: true } as const;
  const file = await kerasResNet50(options, (values, weight) => fill(values, weight, random));
  const picture = Float32Array.from({ length: 224 * 224 * 3 }, () => 256 * random() - 128);

  await startBackend('wasm');
  const [{ paths, weights }] = file.model.weightsManifest;
  expect(paths).toHaveLength(1);
  const { modelTopology } = file.model;
  const artifacts = {
    modelTopology,
    weightSpecs: weights as io.WeightsManifestEntry[],
    weightData: file.bytes.buffer,
  };
  const keras = await loadLayersModel(io.fromMemory(artifacts));
  const expected = await (keras.predict(tf.tensor4d(picture, [1, 224, 224, 3])) as tf.Tensor).data();
  keras.dispose();

  const { tensors, classes, epsilon } = readLayersModel(file.model, file.bytes);
  const predict = async (epsilon: number) => {
    const parameters = new Parameters();
    parameters.add(tensors);
    const session = new Session(networkOf({ model: 'resnet50', classes, epsilon }), parameters, 'float32');
    session.setPicture(picture);
    const { probabilities } = await session.forward();
    session.dispose();
    return probabilities;
  };
  const farthest = (actual: Float32Array) => Math.max(...actual.map((p, i) => Math.abs(p - expected[i])));
  expect(await predict(epsilon).then(farthest)).toBeLessThan(1e-4);
  // That the agreement means something: with the other files' epsilon there is none.
  expect(await predict(1e-3).then(farthest)).toBeGreaterThan(0.01);
  expect(expected).toHaveLength(5);

  // The same file imported, as a command opens it: kernels are then rounded to float16.
  const folder = await mkdtemp(join(tmpdir(), 'atlas-own-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const labels = ['wren', 'robin', 'finch', 'jay', 'crow'];
  await writeFile(join(folder, 'model.json'), JSON.stringify(file.model));
  await writeFile(join(folder, paths[0]), file.bytes);
  await writeFile(join(folder, 'labels.json'), JSON.stringify(labels));
  await importModel(folder, 'birds', folder, () => undefined);
  const own = await openOwnSession(join(folder, 'birds'));
  own.session.setPicture(picture);
  const { probabilities } = await own.session.forward();
  own.session.dispose();
  expect(own.labels).toEqual(labels);
  expect(farthest(probabilities)).toBeLessThan(0.01);
});

/** As after training, but with variances so small that the batch norms' epsilon counts. */
function fill(values: Float32Array, { name, shape }: WeightSpecification, random: () => number): void {
  const role = name.split('/').at(-1)!;
  const fanIn = shape.slice(0, -1).reduce((product, side) => product * side, 1);
  const between = (low: number, high: number) => low + (high - low) * random();
  const range = Math.sqrt(6 / fanIn);
  for (let i = 0; i < values.length; i++) {
    if (role === 'kernel') values[i] = between(-range, range) * (name.startsWith('dense') ? 30 : 0.02);
    else if (role === 'moving_variance') values[i] = between(1e-5, 1e-3);
    else if (role === 'gamma') values[i] = between(0.001, 0.02);
    else values[i] = between(-0.01, 0.01);
  }
}

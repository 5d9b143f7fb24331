/** The benchmark without a browser: Node, wasm, float32 weights on both sides. */
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { gradientFlow } from '../src/lib/model/engine/gradientFlow.ts';
import type { Manifest } from '../src/lib/model/weights/manifest.ts';
import { openPicture, openSession } from '../scripts/host.ts';
import { packageFolder, servedFolder } from '../scripts/weights/stamp.mjs';
import { layersModel, lossFunction } from './baselines.ts';
import { compare, type Comparison } from './interleave.ts';

export interface NodeReport {
  readonly forward: Comparison & { readonly against: string };
  readonly backward: Comparison & { readonly against: string };
  readonly backwardFolded: Comparison & { readonly against: string };
  readonly backwardToForward: Comparison & { readonly against: string };
  readonly gradientFlowToForward: Comparison & { readonly against: string };
  readonly firstMap: { readonly bytes: number; readonly allBytes: number };
  readonly backend: string;
  readonly renderer: string;
  readonly machine: string;
  readonly date: string;
}

const picture = join(import.meta.dirname, '../src/lib/model/engine/fixtures/chelsea.png');

export async function measureInNode(log: (line: string) => void): Promise<NodeReport> {
  const { session, backend } = await openSession('float32');
  const schedule = (what: string) => ({
    onPair: (pair: number, pairs: number) => log(`${what}: pair ${pair} of ${pairs}`),
  });
  await openPicture(session, picture);
  const prediction = await session.forward();
  const target = prediction.top[0].index;
  const input = tf.tensor4d(await inputOf(session), [1, 224, 224, 3]);

  log('Loading the published model with tf.loadLayersModel …');
  const model = await layersModel(packageFolder);
  const predict = async () => {
    const output = model.predict(input) as tf.Tensor;
    const probabilities = await output.data();
    output.dispose();
    return probabilities;
  };
  sameValues(prediction.probabilities, (await predict()) as Float32Array, 1e-4, 'probabilities');

  const ours = await session.gradients({ target });
  const baseline = async (folded: boolean) => {
    const { loss, zeros, outputs } = lossFunction(session.graph, session.parameters, { target, folded });
    const gradients = tf.grads(loss);
    const norms = async () => {
      const results = tf.tidy(() => gradients([input, ...zeros()]).map((gradient) => tf.norm(gradient)));
      const values = await Promise.all(results.map(async (norm) => (await norm.data())[0]));
      tf.dispose(results);
      return values;
    };
    const expected = [ours.input, ...outputs.map((_, i) => Object.values(ours.blocks)[i])];
    sameValues(expected, await norms(), 0.01, 'gradient norms');
    return norms;
  };

  const forward = await compare(() => session.forward(), predict, schedule('forward'));
  const backwardToForward = await compare(
    () => session.gradients({ target }),
    () => session.forward(),
    schedule('backward to forward'),
  );
  const gradientFlowToForward = await compare(
    () => gradientFlow(session, { target }),
    () => session.forward(),
    schedule('backward with maps to forward'),
  );
  const gradients = () => session.gradients({ target });
  const backward = await compare(gradients, await baseline(false), schedule('backward'));
  session.parameters.releaseUnfolded();
  const backwardFolded = await compare(gradients, await baseline(true), schedule('backward, folded'));

  return {
    forward: { ...forward, against: 'tf.loadLayersModel().predict' },
    backward: { ...backward, against: 'tf.grads of the same network' },
    backwardFolded: { ...backwardFolded, against: 'tf.grads of the same network, batch norms folded by us' },
    backwardToForward: { ...backwardToForward, against: 'a forward pass' },
    gradientFlowToForward: { ...gradientFlowToForward, against: 'a forward pass' },
    firstMap: await bytesForFirstMap(),
    backend: backend.backend,
    renderer: backend.renderer,
    machine: `${cpus()[0].model.trim()}, ${cpus().length} logical cores, Node ${process.version}`,
    date: new Date().toISOString(),
  };
}

const inputOf = async (session: Awaited<ReturnType<typeof openSession>>['session']) =>
  (await session.values(['input'])).get('input')!;

function sameValues(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  relative: number,
  what: string,
): void {
  for (let i = 0; i < expected.length; i++) {
    if (Math.abs(actual[i] - expected[i]) > relative * Math.max(Math.abs(expected[i]), 1e-2)) {
      throw new Error(`Both sides must compute the same ${what}: ${actual[i]} and ${expected[i]} at ${i}.`);
    }
  }
}

/** What must be fetched before conv1's maps can be computed, and all there is. */
async function bytesForFirstMap() {
  const folder = servedFolder('resnet50');
  const text = await readFile(join(folder, 'manifest.json'));
  const manifest: Manifest = JSON.parse(text.toString());
  const labels = await readFile(join(folder, manifest.labels));
  const overhead = text.length + labels.length;
  return { bytes: overhead + manifest.shards[0].bytes, allBytes: overhead + manifest.bytes };
}

/** The trainer in a worker of its own, on WebGL, for training.spec.ts. */
import '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { goldenDifferences, goldenNames, type Golden } from '../src/lib/model/training/testing/golden.ts';

addEventListener('message', async ({ data }: MessageEvent<Golden>) => {
  await tf.setBackend('webgl');
  const networks = [];
  for (const name of goldenNames) {
    const before = tf.memory().numTensors;
    const differences = await goldenDifferences(data, name);
    networks.push({ name, differences, left: tf.memory().numTensors - before });
  }
  postMessage({ backend: tf.getBackend(), networks });
});

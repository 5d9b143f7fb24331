/** A picture given in several ways: each answer is that of a whole pass; picture and last pass stay. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cifarNetwork } from '../architecture/families.ts';
import { levelsByName, type Feed } from '../feeding.ts';
import type { Pixels } from '../protocol.ts';
import type { Fed } from '../protocol/feeding.ts';
import { startBackend } from './backends.ts';
import { feeding } from './feeding.ts';
import { applyLevels, squareOf } from './picture/feed.ts';
import { Session } from './session.ts';
import { referenceParameters } from './testing/referenceWeights.ts';

const graph = cifarNetwork({ depth: 8, width: 2, classes: 6, inputShape: [224, 224, 3] });
const data = Uint8Array.from({ length: 250 * 230 * 3 }, (_, i) => (Math.sin(i * 12.9898) * 43758.5) & 255);
const pixels: Pixels = { width: 250, height: 230, channels: 3, data };
const feeds: readonly Feed[] = [
  {},
  { levels: levelsByName.divided },
  { levels: levelsByName.notReversed, warp: { flip: true } },
  { fit: 'squeeze', warp: { turn: 10, zoom: 1.2 } },
];

let session: Session;
beforeAll(async () => {
  await startBackend('wasm');
  session = new Session(graph, referenceParameters(graph), 'float32');
});
afterAll(() => session.dispose());

it('is answered without a picture of the session’s own', async () => {
  const held = tf.memory().numTensors;
  const [fed] = await feeding(session, { pixels, feeds: [{}] });
  expect(fed.value).toBeNull();
  expect(fed.top).toHaveLength(5);
  const [again] = await feeding(session, { pixels, feeds: [{}] });
  expect(again).toEqual(fed);
  // Folded weights stay with the session.
  const after = tf.memory().numTensors;
  await feeding(session, { pixels, feeds: [{}] });
  expect(tf.memory().numTensors).toBe(after);
  expect(after).toBeGreaterThan(held);
});

it('gives bit for bit what passes of those inputs give, and a node’s value; the last pass stays', async () => {
  const expected: (Pick<Fed, 'probabilities' | 'top'> & { pooled: Float32Array })[] = [];
  for (const feed of feeds) {
    session.setPicture(applyLevels(squareOf(pixels, feed), feed.levels));
    const { probabilities, top } = await session.forward();
    const pooled = (await session.values(['avg_pool'])).get('avg_pool')!;
    expected.push({ probabilities, top, pooled });
  }
  const pass = session.lastPass;
  const told: number[] = [];
  const all = await feeding(session, {
    pixels,
    feeds,
    node: 'avg_pool',
    onFed: ({ index }) => told.push(index),
  });
  expect(session.lastPass).toBe(pass);
  expect(told).toEqual([0, 1, 2, 3]);
  all.forEach(({ probabilities, top, value }, i) => {
    expect(probabilities).toEqual(expected[i].probabilities);
    expect(top).toEqual(expected[i].top);
    expect(value).toEqual(expected[i].pooled);
  });
  expect(all[1].input.min).toBeGreaterThanOrEqual(0);
  expect(all[1].input.max).toBeLessThanOrEqual(1);
});

it('is refused for a node that is not there, and ends when cancelled', async () => {
  await expect(feeding(session, { pixels, feeds, node: 'nonsense' })).rejects.toMatchObject({
    code: 'unknownNode',
  });
  const controller = new AbortController();
  const onFed = () => controller.abort();
  const work = feeding(session, { pixels, feeds, signal: controller.signal, onFed });
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
});

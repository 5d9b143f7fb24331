/** What the engine holds over a long sequence of questions about one picture: all nodes, all kinds of questions. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPicture, openSession } from '../../../../scripts/host.ts';
import { numbersFrom } from '../architecture/testing/reference.ts';
import { classActivationMap, gradCam } from './attribution.ts';
import { channelGradients } from './channelGradients.ts';
import { divergence } from './divergence.ts';
import { gradientFlow } from './gradientFlow.ts';
import { additionOf, auditUnit, residualsOf } from './inspection.ts';
import { refinement } from './refinement.ts';
import { lesions } from './lesions.ts';
import type { Session } from './session.ts';
import { sideMaps } from './sideMaps.ts';

const bound = 400e6;
const target = 285;

let session: Session;
beforeAll(async () => {
  ({ session } = await openSession('float16'));
  await openPicture(session, `${import.meta.dirname}/fixtures/chelsea.png`);
});
afterAll(() => session.dispose());

it('stays below 400 MB whatever is asked, and of an answer nothing stays', { timeout: 120_000 }, async () => {
  const { nodes } = session.graph;
  const order = numbersFrom('order', nodes.length);
  const shuffled = nodes.map(({ id }, i) => ({ id, at: order[i] })).sort((a, b) => a.at - b.at);
  let most = 0;
  const look = () => (most = Math.max(most, tf.memory().numBytes));
  const onBlock = look;

  await session.forward({ onBlock });
  for (const { id } of shuffled) {
    await session.maps(id);
    look();
  }
  const { numBytes } = tf.memory();

  const rewrites = [{ kind: 'cutShortcut', block: '4d' }] as const;
  const questions: (() => Promise<unknown>)[] = [
    () => residualsOf(session, look),
    () => additionOf(session, '2a'),
    () => auditUnit(session, 'res4d_branch2b', { row: 3, column: 4, channel: 5 }),
    () => classActivationMap(session, { target }),
    () => gradCam(session, { target, block: '2a' }),
    () => channelGradients(session, { target, node: 'conv1' }),
    () => session.gradients({ target, onBlock }),
    () => gradientFlow(session, { target, onForward: look, onGradient: look }),
    () => sideMaps(session, { node: 'res3b_branch2a', rewrites }),
    () => divergence(session, look),
    () => refinement(session, { onProgress: look }),
    () => lesions(session, { lesions: [[{ kind: 'removeBlock', block: '5b' }]], onOutcome: look }),
  ];
  // The first round also folds kernels for the way back, which stay.
  const after: number[] = [];
  for (let round = 0; round < 2; round++) {
    for (const ask of questions) {
      await ask();
      look();
    }
    after.push(tf.memory().numTensors);
  }
  await session.paths({ target, samples: 0, onProgress: look });
  after.push(tf.memory().numTensors);
  expect(after).toEqual([after[0], after[0], after[0]]);

  // Another network's pass takes the place of this one's.
  await session.forward({ rewrites, onBlock });
  await divergence(session, look);
  for (const { id } of shuffled.slice(0, 20)) await session.maps(id);
  look();
  expect(numBytes).toBeGreaterThan(50e6);
  expect(most).toBeLessThan(bound);
});

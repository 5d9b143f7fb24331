/** Lesions beside the last pass: on a small network against plain loops in double precision and whole passes. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { blocksOf } from '../architecture/blocks.ts';
import { cifarNetwork } from '../architecture/families.ts';
import { allSwaps, removalOf, swapOf } from '../architecture/lesions.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import { evaluate, numbersFrom } from '../architecture/testing/reference.ts';
import { startBackend } from './backends.ts';
import { lesions } from './lesions.ts';
import { Session } from './session.ts';
import { referenceParameters } from './testing/referenceWeights.ts';

const graph = cifarNetwork({ depth: 20, width: 2, classes: 3, inputShape: [8, 8, 2] });
const blocks = blocksOf(graph).map(({ id }) => id);
const other = Float32Array.from(numbersFrom('another', 8 * 8 * 2));
const all: readonly (readonly Rewrite[])[] = [
  ...blocks.map((block) => removalOf([block])),
  removalOf([blocks[1], blocks[4], blocks[8]]),
  ...allSwaps(graph).map(swapOf),
  [{ kind: 'muteChannel', node: 'stem', channel: 1 }],
  [],
];

let session: Session;
let held: number;

beforeAll(async () => {
  await startBackend('wasm');
  session = new Session(graph, referenceParameters(graph), 'float32');
  session.setPicture(Float32Array.from(numbersFrom('input', 8 * 8 * 2)));
  for (const rewrites of all) await session.forward({ rewrites });
  await session.forward();
});
afterAll(() => session.dispose());
beforeEach(() => (held = tf.memory().numTensors));
afterEach(() => expect(tf.memory().numTensors).toBe(held));

describe('lesions', () => {
  it('are bit for bit what whole passes give, and leave the last pass', async () => {
    const expected: Float32Array[] = [];
    for (const rewrites of all) expected.push((await session.forward({ rewrites })).probabilities);
    await session.forward();
    const pass = session.lastPass;
    const told: (number | null)[] = [];
    const { target, base, outcomes } = await lesions(session, {
      lesions: all,
      onOutcome: ({ index }) => told.push(index),
    });
    expect(session.lastPass).toBe(pass);
    expect(told).toEqual([null, ...all.keys()]);
    outcomes.forEach(({ probability, top1 }, i) => {
      expect(probability, `lesion ${i}`).toBe(expected[i][target]);
      expect(top1).toBe(expected[i].indexOf(Math.max(...expected[i])));
    });
    expect(outcomes.at(-1)).toEqual(base);
    expect(new Set(outcomes.map(({ logProbability }) => logProbability)).size).toBeGreaterThan(blocks.length);
  });

  it('are what the reference computes, for another picture and a chosen class', async () => {
    const target = 2;
    const { outcomes } = await lesions(session, { lesions: all, target, input: other });
    outcomes.forEach(({ probability, logProbability }, i) => {
      const known = new Map([['input', [...other]]]);
      const expected = evaluate(applyRewrites(graph, all[i]), known).get('prob')![target];
      expect(probability, `lesion ${i}`).toBeCloseTo(expected, 4);
      expect(logProbability).toBeCloseTo(Math.log(expected), 3);
    });
  });

  it('run only what comes after the first change', async () => {
    const operationsOf = async (asked: typeof all) => {
      const { kernels } = await tf.profile(async () => void (await lesions(session, { lesions: asked })));
      return kernels.filter(({ name }) => name === 'FusedConv2D').length;
    };
    const once = await operationsOf([]);
    const [first, last] = [blocks[0], blocks.at(-1)!];
    // Two convolutions a block; of the last block removed nothing is left to be convolved.
    expect(await operationsOf([removalOf([last])])).toBe(once);
    expect(await operationsOf([removalOf([first])])).toBe(once + 2 * (blocks.length - 1));
  });

  it('end at the next block when cancelled', async () => {
    const controller = new AbortController();
    let found = 0;
    const work = lesions(session, {
      lesions: all,
      signal: controller.signal,
      onOutcome: ({ index }) => {
        found++;
        if (index === 2) controller.abort();
      },
    });
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(found).toBe(4);
  });

  it('are refused for a class or a block that is not there', async () => {
    const ask = (asked: typeof all, target?: number) => lesions(session, { lesions: asked, target });
    await expect(ask([], 3)).rejects.toMatchObject({ code: 'unknownClass' });
    await expect(ask([removalOf(['9z'])])).rejects.toMatchObject({ code: 'unknownBlock' });
  });
});

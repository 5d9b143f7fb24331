import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../architecture/blocks.ts';
import { cifarNetwork } from '../architecture/families.ts';
import { clipBox, inputBox, receptiveFields } from '../architecture/receptiveField.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { evaluate, numbersFrom } from '../architecture/testing/reference.ts';
import {
  classActivationMap,
  gradCam,
  measuredReceptiveField,
  occlusion,
  saliency,
  smoothGrad,
} from './attribution.ts';
import { startBackend } from './backends.ts';
import { Session } from './session.ts';
import { softmax } from './statistics.ts';
import { referenceParameters } from './testing/referenceWeights.ts';

const side = 16;
const graph = cifarNetwork({ depth: 8, width: 2, classes: 3, inputShape: [side, side, 2] });
const picture = numbersFrom('input', side * side * 2);
const reference = evaluate(graph);
const logits = reference.get('head')!;
const target = 1;
const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value / values.length, 0);

describe('attribution', () => {
  let session: Session;
  let tensors: number;
  beforeAll(async () => {
    await startBackend('wasm');
    session = new Session(graph, referenceParameters(graph), 'float32');
    session.setPicture(Float32Array.from(picture));
    await session.forward();
    await session.logits();
    tensors = tf.memory().numTensors;
  });
  afterAll(() => session.dispose());

  it('of the class activation map: its mean and the bias make the logit', async () => {
    const { values, head } = await classActivationMap(session, { target });
    const bias = numbersFrom('head/bias', 3)[target];
    expect(mean(values) + bias).toBeCloseTo(logits[target], 4);
    expect(head!.bias).toBeCloseTo(bias, 6);
    expect(head!.logit).toBeCloseTo(logits[target], 4);
    expect(tf.memory().numTensors).toBe(tensors);
  });

  it.each([['stage3_block1'], ['avg_pool']])(
    'of the class activation map stays exact with a channel muted before and after the pool (%s)',
    async (node) => {
      const rewrites: Rewrite[] = [0, 3].map((channel) => ({ kind: 'muteChannel', node, channel }));
      await session.forward({ rewrites });
      try {
        const { values, head } = await classActivationMap(session, { target, rewrites });
        const changed = evaluate(applyRewrites(graph, rewrites)).get('head')![target];
        expect(changed).not.toBeCloseTo(logits[target], 2);
        expect(mean(values) + head!.bias).toBeCloseTo(changed, 4);
        expect(head!.logit).toBeCloseTo(changed, 4);
      } finally {
        await session.forward();
      }
    },
  );

  it('by Grad-CAM at the last block: the positive part of the class activation map, per position', async () => {
    const cam = await classActivationMap(session, { target });
    const block = blocksOf(graph).at(-1)!.id;
    const { values } = await gradCam(session, { target, block });
    cam.values.forEach((value, i) =>
      expect(values[i]).toBeCloseTo(Math.max(0, value) / cam.values.length, 4),
    );
    await expect(gradCam(session, { target, block: '9z' })).rejects.toMatchObject({ code: 'unknownBlock' });
  });

  it('by saliency: the larger slope of the logit at each pixel', async () => {
    const { values } = await saliency(session, { target });
    const step = 1e-6;
    for (const position of [0, 37, 130, 255]) {
      const slopes = [0, 1].map((channel) => {
        const along = (sign: number) => {
          const moved = picture.map((value, i) =>
            i === position * 2 + channel ? value + sign * step : value,
          );
          return evaluate(graph, new Map([['input', moved]])).get('head')![target];
        };
        return Math.abs(along(1) - along(-1)) / (2 * step);
      });
      expect(values[position]).toBeCloseTo(Math.max(...slopes), 3);
    }
  });

  it('by SmoothGrad without noise: the saliency; with a seed: the same again', async () => {
    const plain = await saliency(session, { target });
    const still = await smoothGrad(session, { target, samples: 2, noise: 0 });
    still.values.forEach((value, i) => expect(value).toBeCloseTo(plain.values[i], 4));
    const [first, second] = [
      await smoothGrad(session, { target, samples: 2, seed: 7 }),
      await smoothGrad(session, { target, samples: 2, seed: 7 }),
    ];
    expect(first.values).toEqual(second.values);
    expect(first.values).not.toEqual(plain.values);
  });

  it('by SmoothGrad: as many samples as are asked for, each a step of the progress', async () => {
    const told: string[] = [];
    const onProgress = (done: number, all: number) => void told.push(`${done}/${all}`);
    const before = tf.memory().numTensors;
    await smoothGrad(session, { target, samples: 3, onProgress });
    expect(tf.memory().numTensors).toBe(before);
    expect(told).toEqual(['1/3', '2/3', '3/3']);
  });

  it('by occlusion of the whole picture: what the mean colour loses, everywhere', async () => {
    const blank = evaluate(graph, new Map([['input', picture.map(() => 0)]])).get('head')!;
    const expected = softmax(logits)[target] - softmax(blank)[target];
    const { values } = await occlusion(session, { target, side, step: side });
    for (const value of values) expect(value).toBeCloseTo(expected, 4);
  });

  it('by occlusion lets other requests have their turn between its passes', async () => {
    let turns = 0;
    const inTurn = <T>(pass: () => Promise<T>) => {
      turns++;
      return pass();
    };
    const before = tf.memory().numTensors;
    await occlusion(session, { target, side: 8, inTurn });
    expect(tf.memory().numTensors).toBe(before);
    // Half a square apart: 3 × 3 places, and the whole picture first.
    expect(turns).toBe(10);
  });

  it('by occlusion tells its progress, and stops when it is cancelled', async () => {
    const controller = new AbortController();
    const told: number[] = [];
    const run = occlusion(session, {
      target,
      side: 8,
      step: 8,
      signal: controller.signal,
      onProgress: (done, all) => {
        told.push(done / all);
        if (done === 2) controller.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toEqual([0.25, 0.5]);
  });

  it('of one unit: nothing outside its theoretical receptive field, and something inside', async () => {
    const fields = receptiveFields(graph);
    for (const [node, row, column] of [
      ['stem_conv', 0, 0],
      ['stage1_block1_add', 5, 15],
      ['stage2_block1_conv1', 3, 7],
    ] as const) {
      const { values } = await measuredReceptiveField(session, { node, row, column, channel: 0 });
      const box = clipBox(inputBox(fields.get(node)!, row, column), side, side)!;
      const inside = (i: number) => {
        const [y, x] = [Math.floor(i / side), i % side];
        return y >= box.top && y < box.top + box.height && x >= box.left && x < box.left + box.width;
      };
      values.forEach((value, i) => inside(i) || expect(value, `${node} at ${i}`).toBe(0));
      expect(Math.max(...values)).toBeGreaterThan(0);
    }
  });

  it('refuses a class that is not there', async () => {
    await expect(saliency(session, { target: 3 })).rejects.toMatchObject({ code: 'unknownClass' });
  });
});

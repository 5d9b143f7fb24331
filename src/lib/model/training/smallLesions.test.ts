import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../architecture/blocks.ts';
import { cifarNetwork } from '../architecture/cifar.ts';
import { weightShapes } from '../architecture/shapes.ts';
import { evaluate, numbersFrom } from '../architecture/testing/reference.ts';
import { startBackend } from '../engine/backends.ts';
import type { SmallLesionsProgress } from '../protocol/smallLesions.ts';
import { accuracyOf, smallLesions, withoutBlock } from './smallLesions.ts';

beforeAll(async () => void (await startBackend('wasm')));

const small = cifarNetwork({ depth: 14, width: 2, classes: 3, inputShape: [8, 8, 1] });

describe('a network without a block', () => {
  it('has the other blocks as they were: with their shortcuts, or in the plain network without', () => {
    const without = blocksOf(withoutBlock(small, 'stage2_block1', 'plain'));
    for (const { id, branchEnd, shortcutEnd } of without) {
      const isGone = id === 'stage2_block1';
      expect([id, branchEnd === null, shortcutEnd === null]).toEqual([id, isGone, !isGone]);
    }
    const residual = blocksOf(withoutBlock(small, 'stage2_block1', 'residual'));
    expect(residual.every(({ shortcutEnd }) => shortcutEnd !== null)).toBe(true);
  });

  it.each(['plain', 'residual'] as const)('%s: its accuracy is that of plain loops', async (network) => {
    const weights = new Map(
      Array.from(weightShapes(small), ([name, shape]) => {
        const shift = name.endsWith('/movingVariance') ? 1.5 : 0;
        const count = shape.reduce((product, side) => product * side, 1);
        return [name, Float32Array.from(numbersFrom(name, count), (x) => x + shift)];
      }),
    );
    const pictures = Array.from({ length: 12 }, (_, i) => numbersFrom(`picture ${i}`, 64));
    const inputs = Float32Array.from(pictures.flat());
    const labels = new Int32Array(pictures.length).map((_, i) => i % 3);
    for (const block of ['stage1_block2', 'stage2_block1']) {
      const graph = withoutBlock(small, block, network);
      const right = pictures.filter((picture, i) => {
        const logits = evaluate(graph, new Map([['input', picture]])).get('head')!;
        return logits.indexOf(Math.max(...logits)) === labels[i];
      });
      expect(await accuracyOf(graph, weights, { inputs, labels }), block).toBe(
        right.length / pictures.length,
      );
    }
  });
});

describe('lesions of trained networks', () => {
  it('tell how far they are, cover every block, and hold nothing afterwards', async () => {
    const told: SmallLesionsProgress[] = [];
    const { numTensors } = tf.memory();
    const options = { depth: 8, steps: 3, seed: 0, pictures: 32 };
    const report = await smallLesions(options, { progress: (one) => told.push(one) });
    expect(tf.memory().numTensors).toBe(numTensors);
    // Three steps, the whole network, three blocks; twice.
    expect(told.map(({ done }) => done)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1));
    expect(told.at(-1)).toMatchObject({
      all: 14,
      network: 'plain',
      base: report.plain.base,
      blocks: report.plain.blocks,
    });
    for (const { base, blocks } of [report.plain, report.residual]) {
      expect(Object.keys(blocks)).toEqual(['stage1_block1', 'stage2_block1', 'stage3_block1']);
      for (const accuracy of [base, ...Object.values(blocks)]) {
        expect(accuracy).toBeGreaterThanOrEqual(0);
        expect(accuracy).toBeLessThanOrEqual(1);
      }
    }
    expect(await smallLesions(options)).toEqual(report);
  });

  it('end within a step when cancelled', async () => {
    const controller = new AbortController();
    const { numTensors } = tf.memory();
    let steps = 0;
    const work = smallLesions(
      { depth: 8, steps: 50, seed: 0, pictures: 32 },
      { signal: controller.signal, progress: () => ++steps === 2 && controller.abort() },
    );
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(steps).toBe(2);
    expect(tf.memory().numTensors).toBe(numTensors);
  });
});

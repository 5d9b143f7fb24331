/** The measurement along paths, on a small network: what it tells, in which order, and that it can be ended. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cifarNetwork } from '../architecture/families.ts';
import { numbersFrom } from '../architecture/testing/reference.ts';
import type { PathsReport } from '../protocol/paths.ts';
import { startBackend } from './backends.ts';
import { Session } from './session.ts';
import { referenceParameters } from './testing/referenceWeights.ts';

const graph = cifarNetwork({ depth: 14, width: 2, classes: 3, inputShape: [8, 8, 2] });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

beforeAll(() => startBackend('wasm'));

describe('gradients along paths', () => {
  let session: Session;
  let tensors: number;
  beforeEach(() => {
    tensors = tf.memory().numTensors;
    session = new Session(graph, referenceParameters(graph), 'float32');
    session.setPicture(Float32Array.from(numbersFrom('input', 8 * 8 * 2)));
  });
  afterEach(() => {
    session.dispose();
    expect(tf.memory().numTensors).toBe(tensors);
  });

  it('tells of every length all paths together and as many single ones as there are to be drawn', async () => {
    const report = await session.paths({ target: 1, samples: 7, seed: 5 });
    expect(report.lengths.map(({ paths }) => paths)).toEqual([1, 6, 15, 20, 15, 6, 1]);
    expect(report.lengths.map(({ sampled }) => sampled.length)).toEqual([1, 6, 7, 7, 7, 6, 1]);
    expect(sum(report.lengths.map(({ together }) => together!.share))).toBeCloseTo(1, 5);
    // The one path of a length is all of them together.
    for (const length of [0, 6]) {
      const { together, sampled } = report.lengths[length];
      expect(sampled[0] / together!.norm).toBeCloseTo(1, 5);
    }
    // And of several, the sum is no longer than the norms added up.
    const { together, sampled } = report.lengths[5];
    expect(together!.norm).toBeLessThanOrEqual(sum(sampled) * (1 + 1e-5));
    expect(report).toMatchObject({ target: 1, node: 'stem' });
  });

  it('has the gradients that a walk back through the network has', async () => {
    const [report, gradients] = [await session.paths({ samples: 0 }), await session.gradients()];
    expect(report.target).toBe(gradients.target);
    expect(report.loss).toBeCloseTo(gradients.loss, 6);
    expect(report.few.node).toBe('stage2_block1');
    expect(report.few.norm / gradients.blocks.stage2_block1).toBeCloseTo(1, 5);
    expect(report.few.blocks).toEqual(['stage2_block2', 'stage3_block1', 'stage3_block2']);
    expect(report.few.paths).toHaveLength(8);
    expect(sum(report.few.paths.map(({ share }) => share))).toBeCloseTo(1, 5);
    let norm = 0;
    const seed = (z: Float32Array) => {
      const shares = z.map((value) => Math.exp(value - Math.max(...z)));
      const total = sum([...shares]);
      return shares.map((share, i) => share / total - Number(i === report.target));
    };
    await session.walkBack({ from: 'head', seed, wanted: new Set(['stem']) }, (_, values) => {
      norm = Math.hypot(...values);
    });
    expect(report.norm / norm).toBeCloseTo(1, 4);
  });

  it('tells how far it is, and what it knows so far', async () => {
    const told: { done: number; all: number; report: PathsReport }[] = [];
    const report = await session.paths({ samples: 2, onProgress: (progress) => told.push(progress) });
    expect(told[0]).toMatchObject({ done: 0, all: 21 + 12, report: { few: report.few } });
    expect(told[0].report.lengths[0]).toEqual({ paths: 1, together: null, sampled: [] });
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(told.at(-1)).toMatchObject({ done: 33, report });
  });

  it('ends when it is told to', async () => {
    const controller = new AbortController();
    const run = session.paths({
      samples: 2,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    await expect(session.paths({ target: 3 })).rejects.toMatchObject({ code: 'unknownClass' });
  });
});

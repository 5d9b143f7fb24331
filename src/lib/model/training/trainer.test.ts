import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../engine/backends.ts';
import { l2Norm } from '../engine/statistics.ts';
import { initialWeights } from './initialWeights.ts';
import { TrainableNetwork } from './network.ts';
import { RandomStream } from './random.ts';
import { gratings, gratingsBatch } from './tasks/gratings.ts';
import { defaultTraining, type TrainingOptions } from '../protocol/training.ts';
import { trainedGraph, TrainingRun } from './trainer.ts';

beforeAll(() => startBackend('wasm'));

const small: TrainingOptions = { ...defaultTraining, depth: 8, width: 4, batch: 8 };

async function train(options: Partial<TrainingOptions>, steps: number) {
  const run = new TrainingRun(gratings, { ...small, ...options });
  const before = run.network.weights();
  const found = [];
  for (let step = 0; step < steps; step++) found.push(await run.next({ measure: true }));
  const after = run.network.weights();
  run.dispose();
  const moved = l2Norm(
    [...after].map(([name, values]) => l2Norm(values.map((value, i) => value - before.get(name)![i]))),
  );
  return { losses: found.map(({ loss }) => loss), found, moved, after };
}

describe('a run', () => {
  it('has the same losses for the same seed, and others for another', async () => {
    const { losses } = await train({}, 4);
    expect((await train({}, 4)).losses).toEqual(losses);
    expect((await train({ seed: 1 }, 4)).losses).not.toEqual(losses);
  });

  it('learns: a small network tells the gratings apart after some dozen steps', async () => {
    const run = new TrainingRun(gratings, { ...defaultTraining, depth: 8 });
    let right = 0;
    for (let step = 0; step < 60; step++) {
      const { accuracy } = await run.next();
      if (step >= 50) right += accuracy / 10;
    }
    run.dispose();
    // Facts C4: accuracy 0.9 after 43 steps; guessing gives 0.125.
    expect(right).toBeGreaterThan(0.8);
  });

  it('holds the same memory over 500 steps, measured or not, and none when it has ended', async () => {
    const run = new TrainingRun(gratings, { ...small, width: 1, batch: 2 });
    const held = new Set<string>();
    for (let step = 0; step < 500; step++) {
      await run.next({ measure: step % 10 === 0 });
      const { numTensors, numBytes } = tf.memory();
      held.add(`${numTensors} tensors, ${numBytes} bytes`);
    }
    expect(held.size).toBe(1);
    run.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });

  it('aborted in a step goes on with that step, as if nothing had happened', async () => {
    const { losses } = await train({}, 3);
    const run = new TrainingRun(gratings, small);
    const found = [(await run.next()).loss];
    await expect(run.next({ signal: AbortSignal.abort() })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
    found.push((await run.next()).loss, (await run.next()).loss);
    run.dispose();
    expect(found).toEqual(losses);
  });

  it('tells a loss that is not finite', async () => {
    const { losses } = await train({ norm: 'none', rate: 1000 }, 5);
    expect(losses.some((loss) => !Number.isFinite(loss))).toBe(true);
  });
});

describe('held-out pictures', () => {
  const heldOut = gratingsBatch(new RandomStream(7), 100);
  const task = { ...gratings, heldOut: () => heldOut };

  it('are tested with the moving statistics, before the step, and change nothing', async () => {
    const run = new TrainingRun(task, small);
    const [first, second] = [await run.next({ test: true }), await run.next()];
    const logits = (await run.network.values(heldOut, ['head'], 'inference')).get('head')!;
    const third = await run.next({ test: true });
    run.dispose();
    expect(first.heldOut!.loss).toBeGreaterThan(0);
    expect(second.heldOut).toBeUndefined();
    const classes = gratings.classes;
    const rows = Array.from(heldOut.labels, (label, i) => ({
      label,
      row: [...logits.subarray(i * classes, (i + 1) * classes)],
    }));
    const right = rows.filter(({ label, row }) => row.indexOf(Math.max(...row)) === label).length;
    const losses = rows.map(
      ({ label, row }) => Math.log(row.reduce((sum, value) => sum + Math.exp(value), 0)) - row[label],
    );
    expect(third.heldOut!.accuracy).toBe(right / heldOut.labels.length);
    expect(third.heldOut!.loss).toBeCloseTo(losses.reduce((sum, loss) => sum + loss, 0) / losses.length, 5);
    expect([first, second, third].map(({ loss }) => loss)).toEqual((await train({}, 3)).losses);
  });
});

describe('the moving statistics', () => {
  const same = gratingsBatch(new RandomStream(0), 8);
  const task = { ...gratings, training: () => same };
  /** Mean and variance of the first convolution's values, channel 0. */
  const ofChannel = (values: Float32Array) => {
    const channel = values.filter((_, i) => i % 4 === 0);
    const mean = channel.reduce((sum, value) => sum + value / channel.length, 0);
    const squares = channel.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { mean, population: squares / channel.length, sample: squares / (channel.length - 1) };
  };

  it('go a tenth of the way to those of the batch, with the variance of a sample', async () => {
    const run = new TrainingRun(task, { ...small, rate: 0 });
    const values = await run.network.values(same, ['stem_conv'], 'training');
    const { mean, sample } = ofChannel(values.get('stem_conv')!);
    for (let step = 0; step < 3; step++) await run.next();
    const weights = run.network.weights();
    run.dispose();
    const left = 0.9 ** 3;
    expect(weights.get('stem_norm/movingMean')![0]).toBeCloseTo((1 - left) * mean, 5);
    expect(weights.get('stem_norm/movingVariance')![0]).toBeCloseTo(left + (1 - left) * sample, 5);
  });

  it('are what inference uses', async () => {
    const weights = initialWeights(trainedGraph(small, gratings), small);
    const network = new TrainableNetwork(trainedGraph(small, gratings), weights);
    const trained = await network.values(same, ['stem_conv', 'stem_norm'], 'training');
    const inferred = await network.values(same, ['stem_norm'], 'inference');
    network.dispose();
    const [conv, norm] = ['stem_conv', 'stem_norm'].map((id) => trained.get(id)!);
    const { mean, population } = ofChannel(conv);
    for (let i = 0; i < conv.length; i += 401 * 4) {
      expect(inferred.get('stem_norm')![i]).toBeCloseTo(conv[i] / Math.sqrt(1 + 1e-5), 5);
      expect(norm[i]).toBeCloseTo((conv[i] - mean) / Math.sqrt(population + 1e-5), 4);
    }
  });
});

describe('options', () => {
  it('clipping takes the step back to the limit', async () => {
    const plainSgd = { momentum: 0, decay: 0, rate: 0.1, norm: 'none' } as const;
    const options = { ...small, ...plainSgd };
    const graph = trainedGraph(options, gratings);
    const network = new TrainableNetwork(graph, initialWeights(graph, options));
    const first = gratings.training(new RandomStream(options.seed, gratings.name), options.batch);
    const { weights } = await network.gradients(first);
    network.dispose();
    const norm = l2Norm([...weights.values()].map(l2Norm));
    expect((await train(plainSgd, 1)).moved).toBeCloseTo(0.1 * norm, 4);
    expect((await train({ ...plainSgd, clip: norm / 4 }, 1)).moved).toBeCloseTo((0.1 * norm) / 4, 4);
    expect((await train({ ...plainSgd, clip: 2 * norm }, 1)).moved).toBeCloseTo(0.1 * norm, 4);
  });

  it('a warm-up begins with a part of the rate', async () => {
    const { found } = await train({ warmup: 4 }, 5);
    const rates = found.map(({ rate }) => rate / small.rate);
    rates.forEach((rate, i) => expect(rate).toBeCloseTo([0.25, 0.5, 0.75, 1, 1][i], 9));
  });

  it('networks that differ in their shortcuts only begin with the same weights and see the same batches', () => {
    const of = (net: 'plain' | 'residual') =>
      initialWeights(trainedGraph({ ...small, net }, gratings), small);
    expect(of('plain')).toEqual(of('residual'));
  });
});

describe('gratings', () => {
  it('are waves of their class under noise of 0.6', () => {
    const { inputs, labels } = gratingsBatch(new RandomStream(0), 256);
    expect(new Set(labels)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
    // The mean square of a sine over all phases is ½, of the noise 0.36.
    const meanSquare = inputs.reduce((sum, value) => sum + value * value, 0) / inputs.length;
    expect(Math.abs(meanSquare - 0.86)).toBeLessThan(0.02);
  });

  it('of class 0 vary along the columns alone, of class 4 along the rows alone, but for the noise', () => {
    const { inputs, labels } = gratingsBatch(new RandomStream(1), 400);
    const spread = { 0: [0, 0], 4: [0, 0] };
    labels.forEach((label, i) => {
      if (label !== 0 && label !== 4) return;
      const at = (u: number, v: number) => inputs[(i * 16 + v) * 16 + u];
      for (let a = 0; a < 15; a++) {
        spread[label][0] += (at(a + 1, a) - at(a, a)) ** 2;
        spread[label][1] += (at(a, a + 1) - at(a, a)) ** 2;
      }
    });
    // Along the stripes only the noise differs: 2 · 0.36 a pair.
    expect(spread[0][0]).toBeGreaterThan(1.5 * spread[0][1]);
    expect(spread[4][1]).toBeGreaterThan(1.5 * spread[4][0]);
  });
});

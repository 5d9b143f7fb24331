/** Initial weights against what theory and PyTorch say (facts C1 and C2: the same set-up, geometric means over seeds). */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../engine/backends.ts';
import type { InitialisationOptions, InitialisationReport } from '../protocol/initialisation.ts';
import { firstSteps } from './firstSteps.ts';
import { measureInitialisation } from './initialisation.ts';

beforeAll(() => startBackend('wasm'));

const measure = (options: Partial<InitialisationOptions>) =>
  measureInitialisation({
    family: 'cifar',
    depth: 20,
    net: 'residual',
    norm: 'batch',
    init: 'he',
    seed: 0,
    seeds: 1,
    ...options,
  });

/** ‖∂L/∂x‖ after the first convolution over that at the end of the last block. */
const ratioOf = ({ layers, blocks }: InitialisationReport) =>
  layers[0].activationGradient / blocks.at(-1)!.activationGradient;

/** Asserts a value within a share of what is expected. */
function expectWithin(value: number, expected: number, share: number) {
  expect(value).toBeGreaterThan(expected * (1 - share));
  expect(value).toBeLessThan(expected * (1 + share));
}

describe('plain with batch norm', () => {
  // √(π / (π − 1)) = 1.211 per convolution (Yang et al. 2019).
  it('explodes backwards by 1.2 per convolution at depth 20', async () => {
    const report = await measure({ net: 'plain', seeds: 3 });
    expectWithin(report.growthPerConvolution, 1.2, 0.025);
    expectWithin(ratioOf(report), 25, 0.3);
    expect(report.layers).toHaveLength(19);
    expect(report.blocks.every(({ varianceRatio }) => varianceRatio === null)).toBe(true);
  });

  it('does so at depth 56', async () => {
    const report = await measure({ net: 'plain', depth: 56, batch: 16 });
    expectWithin(report.growthPerConvolution, 1.2, 0.025);
    expect(Math.abs(Math.log10(ratioOf(report) / 1.5e4))).toBeLessThan(1);
  });
});

describe('residual with batch norm', () => {
  it('grows by 9 in all at depth 20', async () => {
    expectWithin(ratioOf(await measure({ seeds: 3 })), 9, 0.4);
  });

  it.each([
    // A quarter of the pictures: what batch norm sees is still 1024 values per channel in the last stage.
    { depth: 56, ratio: 35, batch: 16 },
    { depth: 110, ratio: 72, batch: 16 },
  ])('grows by $ratio in all at depth $depth', async ({ depth, ratio, batch }) => {
    expectWithin(ratioOf(await measure({ depth, batch })), ratio, 0.4);
  });

  it('with γ = 0 has the same gradient at all blocks but the last, and none in the branches', async () => {
    const { layers, blocks } = await measure({ zeroGamma: true, batch: 16 });
    const norms = [layers[0], ...blocks.slice(0, -1)].map(({ activationGradient }) => activationGradient);
    for (const norm of norms) expectWithin(norm, norms[0], 0.001);
    expect(new Set(layers.slice(1).map(({ weightGradient }) => weightGradient))).toEqual(new Set([0]));
    expect(blocks.every(({ varianceRatio }) => varianceRatio === 0)).toBe(true);
    expect(layers[0].weightGradient).toBeGreaterThan(0);
  });
});

describe('without batch norm', () => {
  // A block without a norm doubles the variance or more; the factor is left out where α = 0.
  it('a residual network explodes forwards, unless its branches are scaled down', async () => {
    const exploding = await measure({ norm: 'none', batch: 16 });
    expect(exploding.blocks.at(-1)!.activationStd).toBeGreaterThan(8);
    const scaled = await measure({ norm: 'none', alpha: 0, batch: 16 });
    for (const { activationGradient, varianceRatio } of scaled.blocks.slice(0, -1)) {
      expectWithin(activationGradient, scaled.blocks[0].activationGradient, 0.001);
      expect(varianceRatio).toBe(0);
    }
  });

  // He's variance is 2 / fan-in, Glorot's 2 / (fan-in + fan-out), PyTorch's ⅓ / fan-in: per convolution within a stage
  // the gradient shrinks by √½ and √⅙ against He's.
  it('Glorot and the default of PyTorch vanish, by the ratio of their standard deviations to that of He', async () => {
    const perBlock = ({ blocks }: InitialisationReport) =>
      blocks[0].activationGradient / blocks[2].activationGradient;
    const of = async (init: InitialisationOptions['init']) =>
      perBlock(await measure({ net: 'plain', norm: 'none', init, batch: 16 }));
    const [he, glorot, pytorch] = [await of('he'), await of('glorot'), await of('pytorch')];
    expectWithin((glorot / he) ** (1 / 4), Math.SQRT1_2, 0.1);
    expectWithin((pytorch / he) ** (1 / 4), Math.sqrt(1 / 6), 0.1);
  });

  it('tells what overflows as it is', async () => {
    const { loss, layers } = await measure({ norm: 'none', alpha: 100, depth: 56, batch: 2, width: 4 });
    expect(Number.isFinite(loss)).toBe(false);
    expect(layers.some(({ activationStd }) => !Number.isFinite(activationStd))).toBe(true);
  });
});

describe('ResNet-50', () => {
  // The projection is normed, so both variances are 1; then π / (π − 1) = 1.467 by a ReLU's moments; then 1.00.
  it('has variances of branch and shortcut as 1.00, 1.46, 1.00 in the first three blocks of each stage', async () => {
    const { blocks } = await measure({ family: 'resnet50', depth: 50, batch: 4 });
    for (const stage of ['2', '3', '4', '5']) {
      [1, 1.46, 1].forEach((expected, i) => {
        const { varianceRatio } = blocks.find(({ id }) => id === stage + 'abc'[i])!;
        expect(Math.abs(varianceRatio! - expected)).toBeLessThan(0.1);
      });
    }
  });
});

describe('a run', () => {
  it('tells its progress, and is cancelled between two parts without holding anything', async () => {
    const options = { family: 'cifar', depth: 8, net: 'residual', norm: 'batch', init: 'he' } as const;
    const seeds = { seed: 0, seeds: 2, batch: 4, width: 4 };
    const told: number[] = [];
    const controller = new AbortController();
    const before = tf.memory().numTensors;
    const progress = ({ done, all }: { done: number; all: number }) => {
      told.push(done / all);
      if (done === 7) controller.abort();
    };
    const run = measureInitialisation({ ...options, ...seeds }, { signal: controller.signal, progress });
    await expect(run).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7].map((done) => done / 20));
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is the same for the same seed, and another for another', async () => {
    const small = { depth: 8, batch: 4, width: 4 };
    const [first, again, other] = [
      await measure(small),
      await measure(small),
      await measure({ ...small, seed: 1 }),
    ];
    expect(again).toEqual(first);
    expect(other.loss).not.toBe(first.loss);
  });
});

describe('the first steps of a deep plain network', () => {
  // Facts B3 and C4: 7e2 / 0.61 at step 0, 0.034 / 0.23 at step 5, while the first kernel grows from 4 to 143.
  it('take the gradient of its first convolution down by a hundred while its weights grow', async () => {
    const options = { depth: 56, net: 'plain', norm: 'batch', init: 'he', rate: 0.05, seed: 0 } as const;
    const steps = await firstSteps({ ...options, steps: 5 });
    expect(steps.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(steps[0].firstGradient / steps[5].firstGradient).toBeGreaterThan(100);
    expect(steps[0].firstGradient / steps[0].lastGradient).toBeGreaterThan(100);
    const norms = steps.map(({ firstWeight }) => firstWeight);
    expect(norms).toEqual([...norms].sort((a, b) => a - b));
    expect(norms[5]).toBeGreaterThan(10 * norms[0]);
  });
});

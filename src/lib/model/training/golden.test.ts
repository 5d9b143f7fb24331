/** Training against PyTorch: four networks, forward, backward and six steps; figures of layers; other options. */
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { weightShapes } from '../architecture/shapes.ts';
import { startBackend } from '../engine/backends.ts';
import { relativeDistance } from '../engine/statistics.ts';
import { defaultTraining, type LayerFigures, type TrainingOptions } from '../protocol/training.ts';
import { initialWeights } from './initialWeights.ts';
import { deadShare } from './measuring.ts';
import {
  goldenBatches,
  goldenDifferences,
  goldenGraph,
  goldenNames,
  goldenOptions,
  goldenSize,
  goldenWeights,
  renamed,
  type Golden,
  type GoldenName,
} from './testing/golden.ts';
import { TrainingRun } from './trainer.ts';

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/${file}`, import.meta.url), 'utf8'));
const golden: Golden = read('training.json');

type Figures = Record<Exclude<keyof LayerFigures, 'branch'>, number>;
/** Made by `scripts/fixtures/training_options.py`. */
const others: {
  figures: Record<GoldenName, { layers: Record<string, Figures>; blocks: Record<string, number> }[]>;
  runs: Record<string, { net: GoldenName; options: Partial<TrainingOptions>; losses: number[] }>;
} = read('options.json');

/** A number below a limit. */
const below = (limit: number) => expect.toSatisfy((value: number) => value < limit, `below ${limit}`);

/** A run of a golden network on its batches in turn, from its weights. */
function goldenRun(name: GoldenName, options: Partial<TrainingOptions>): TrainingRun {
  const batches = goldenBatches(golden);
  const { depth, width, classes, inputShape: shape } = goldenSize;
  let drawn = 0;
  const task = {
    name,
    shape,
    classes,
    training: () => batches[drawn++ % batches.length],
    heldOut: () => batches[0],
  };
  const { shortcut, ...norm } = goldenOptions[name];
  const net = shortcut === 'none' ? { net: 'plain' as const } : { net: 'residual' as const, shortcut };
  const all = { ...defaultTraining, depth, width, steps: 6, ...norm, ...net, ...options };
  const weights = goldenWeights(golden, name);
  // γ that are 0 by this option are 0 here, too.
  if (options.zeroGamma)
    for (const [weight, values] of initialWeights(goldenGraph(name), all))
      if (weight.endsWith('/gamma') && values.every((value) => value === 0)) weights.set(weight, values);
  return new TrainingRun(task, all, weights);
}

beforeAll(() => startBackend('wasm'));

describe.each(goldenNames)('%s', (name) => {
  it('has the weights of the fixture', () => {
    const trained = [...weightShapes(goldenGraph(name))].filter(([weight]) => !weight.includes('/moving'));
    const expected = Object.entries(renamed(golden.nets[name].weights)).map(([weight, { shape }]) => [
      weight,
      shape,
    ]);
    expect(Object.fromEntries(trained)).toEqual(Object.fromEntries(expected));
  });

  it('gives the logits, gradients, standard deviations and losses', async () => {
    for (const { what, distance } of await goldenDifferences(golden, name))
      expect([what, distance]).toEqual([what, below(1e-3)]);
    expect(tf.memory().numTensors).toBe(0);
  });

  it('gives the figures of all layers and blocks in the first two steps', async () => {
    const run = goldenRun(name, {});
    for (const { layers, blocks } of others.figures[name]) {
      const { figures } = await run.next({ measure: true });
      expect([...run.facts.layers].sort()).toEqual(Object.keys(layers).sort());
      expect(run.facts.blocks).toEqual(Object.keys(blocks));
      for (const [layer, expected] of Object.entries(layers)) {
        const i = run.facts.layers.indexOf(layer);
        for (const [figure, value] of Object.entries(expected)) {
          const distance = relativeDistance([figures![figure as keyof Figures][i]], [value]);
          expect([layer, figure, distance]).toEqual([layer, figure, below(1e-3)]);
        }
      }
      const distance = relativeDistance(figures!.branch, Object.values(blocks));
      expect(['‖F‖/‖x‖', distance]).toEqual(['‖F‖/‖x‖', below(1e-3)]);
    }
    run.dispose();
  });
});

it.each(Object.keys(others.runs))('%s: gives the losses of six steps', async (name) => {
  const { net, options, losses } = others.runs[name];
  const run = goldenRun(net, options);
  const found: number[] = [];
  while (found.length < losses.length) found.push((await run.next()).loss);
  run.dispose();
  expect(relativeDistance(found, losses)).toBeLessThan(1e-3);
});

it('a channel is dead where it is 0 at every position of every picture', () => {
  // Two pictures of one position, three channels.
  expect(deadShare([0, 1, 0, 0, 0, 2], 3)).toBeCloseTo(1 / 3, 9);
  expect(deadShare([0, 0, 0, 0, 0, 0], 3)).toBe(1);
  expect(deadShare([NaN, 1, -1, 0, 0, 0], 3)).toBe(0);
});

/** Training against PyTorch: four networks, forward, backward and six steps. */
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cifarNetwork } from '../architecture/cifar.ts';
import { weightShapes } from '../architecture/shapes.ts';
import { startBackend } from '../engine/backends.ts';
import { relativeDistance } from '../engine/statistics.ts';
import type { Batch } from './batch.ts';
import { initialWeights } from './initialWeights.ts';
import { TrainableNetwork } from './network.ts';
import { Sgd } from './optimiser.ts';

interface Tensor {
  shape: number[];
  values: number[];
}
interface Net {
  weights: Record<string, Tensor>;
  losses: number[];
  logits0: number[];
  gradientNorms0: Record<string, number>;
  activationGradientNorms0: Record<string, number>;
  activationStd0: Record<string, number>;
  gradient0: Record<string, number[]>;
}
const golden: { batches: { x: Tensor; labels: number[] }[]; nets: Record<string, Net> } = JSON.parse(
  readFileSync(new URL('./fixtures/training.json', import.meta.url), 'utf8'),
);

const batches = golden.batches.map(({ x, labels }): Batch => ({
  inputs: Float32Array.from(x.values),
  labels: Int32Array.from(labels),
}));
const graphs = {
  plain: { shortcut: 'none' },
  optionA: { shortcut: 'A' },
  optionB: { shortcut: 'B' },
  'optionA-withoutNorm': { shortcut: 'A', norm: 'none' },
} as const;

/** Without a norm, PyTorch's convolutions have biases that the file names after the norm. */
const ours = (name: string) =>
  name.endsWith('/bias') && !name.startsWith('head') ? name.replace('norm', 'conv') : name;

const renamed = <T>(record: Record<string, T>) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [ours(name), value]));

function open(name: keyof typeof graphs) {
  const net = golden.nets[name];
  const graph = cifarNetwork({ depth: 8, width: 4, classes: 5, inputShape: [12, 12, 2], ...graphs[name] });
  const weights = initialWeights(graph, { init: 'he', seed: 0 });
  for (const [weight, { values }] of Object.entries(renamed(net.weights)))
    weights.set(weight, Float32Array.from(values));
  return { net, network: new TrainableNetwork(graph, weights) };
}

beforeAll(() => startBackend('wasm'));

describe.each(Object.keys(graphs) as (keyof typeof graphs)[])('%s', (name) => {
  it('has the weights of the fixture', () => {
    const { net, network } = open(name);
    const trained = [...weightShapes(network.graph)].filter(([weight]) => !weight.includes('/moving'));
    const expected = Object.entries(renamed(net.weights)).map(([weight, { shape }]) => [weight, shape]);
    expect(Object.fromEntries(trained)).toEqual(Object.fromEntries(expected));
  });

  it('gives the logits, the gradients and the standard deviations', async () => {
    const { net, network } = open(name);
    const nodes = Object.keys(net.activationStd0);
    const measured = await network.measure(batches[0], { nodes });
    const { weights } = await network.gradients(batches[0]);
    const logits = (await network.values(batches[0], ['head'], 'training')).get('head')!;
    network.dispose();

    expect(relativeDistance(logits, net.logits0)).toBeLessThan(1e-3);
    for (const [weight, values] of Object.entries(renamed(net.gradient0)))
      expect([weight, relativeDistance(weights.get(weight)!, values)]).toEqual([weight, below(1e-3)]);
    const figures = [
      [measured.weightGradients, renamed(net.gradientNorms0)],
      [measured.activationGradients, net.activationGradientNorms0],
      [measured.activationStds, net.activationStd0],
    ] as const;
    for (const [actual, expected] of figures) {
      expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
      for (const [id, value] of Object.entries(expected))
        expect([id, Math.abs(actual[id] - value) / value]).toEqual([id, below(1e-3)]);
    }
  });

  it('gives the losses of six steps, and holds no more memory after them', async () => {
    const { net, network } = open(name);
    const sgd = new Sgd({ rate: 0.05, momentum: 0.9, decay: 1e-4 });
    const losses: number[] = [];
    const held: number[] = [];
    for (let step = 0; step < 6; step++) {
      losses.push((await network.step(batches[step % 2], sgd)).loss);
      held.push(tf.memory().numTensors);
    }
    network.dispose();
    expect(relativeDistance(losses, net.losses)).toBeLessThan(1e-3);
    expect(new Set(held).size).toBe(1);
  });
});

/** A number below a limit. */
const below = (limit: number) => expect.toSatisfy((value: number) => value < limit, `below ${limit}`);

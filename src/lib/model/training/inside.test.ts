/** What is told of networks that were trained here is what the trainer's own passes and the rewritten graphs give. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../architecture/blocks.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { Host } from '../engine/host.ts';
import { Parameters } from '../engine/parameters.ts';
import { Session } from '../engine/session.ts';
import { defaultTraining } from '../protocol/training.ts';
import { blockLesions, Inside } from './inside.ts';
import { gratings } from './tasks/gratings.ts';
import { TrainingRun } from './trainer.ts';

const call = { signal: new AbortController().signal, progress: () => undefined };
const options = { ...defaultTraining, depth: 8, width: 4, batch: 16 };
const host = new Host({}, () => undefined);
const runs = new Map<string, TrainingRun>();
const inside = new Inside(host, { task: gratings, get: (id) => runs.get(id)! });

beforeAll(async () => {
  await host.handlers.start({ backend: 'wasm', weights: '' }, call);
  for (const net of ['plain', 'residual'] as const) {
    const run = new TrainingRun(gratings, { ...options, net });
    // Moving statistics that differ from the batch's, and weights from their initial ones.
    for (let step = 0; step < 5; step++) await run.next();
    runs.set(net, run);
  }
});
afterAll(() => {
  for (const run of runs.values()) run.dispose();
});

const pictureAt = async (index: number) => {
  const { inputs, labels } = await inside.handlers.insidePictures({}, call);
  const size = inputs.length / labels.length;
  return { inputs: inputs.slice(index * size, (index + 1) * size), labels: labels.slice(index, index + 1) };
};

const difference = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);

describe('the pictures', () => {
  it('are always the same, with some of every class', async () => {
    const { inputs, labels } = await inside.handlers.insidePictures({}, call);
    expect(labels).toHaveLength(256);
    expect(new Set(labels).size).toBe(gratings.classes);
    expect((await inside.handlers.insidePictures({}, call)).inputs).toEqual(inputs);
  });

  it('are told when there is no such one', async () => {
    const asked = inside.handlers.openInside({ run: 'plain', picture: 256 }, call);
    await expect(asked).rejects.toMatchObject({ code: 'invalidValue' });
  });
});

describe.each(['plain', 'residual'] as const)('an opened %s network', (id) => {
  beforeAll(async () => void (await inside.handlers.openInside({ run: id, picture: 3 }, call)));

  it('gives the logits of the trainer’s own pass with moving statistics', async () => {
    const report = await host.handlers.forward({ rewrites: [] }, call);
    const own = await runs.get(id)!.network.values(await pictureAt(3), ['head'], 'inference');
    expect(
      difference((await host.handlers.maps({ node: 'head' }, call)).values, own.get('head')!),
    ).toBeLessThan(1e-5);
    expect(report.precision).toBe('float32');
    expect(report.probabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  });

  it('is made of sums that come out, at every node', async () => {
    await host.handlers.forward({ rewrites: [] }, call);
    const { graph } = runs.get(id)!.network;
    const shapes = inferShapes(graph);
    for (const { id: node } of graph.nodes.slice(1)) {
      const shape = shapes.get(node)!;
      const place = shape.length === 3 ? { row: shape[0] - 1, column: 1 } : { row: 0, column: 0 };
      const { engine, audit } = await host.handlers.audit({ node, channel: 1, ...place }, call);
      const size = audit.terms.reduce((sum, { product }) => sum + Math.abs(product), Math.abs(audit.bias));
      expect(Math.abs(engine - audit.result), node).toBeLessThanOrEqual(1e-5 * Math.max(size, 1e-3));
    }
  });

  it('has the weights of the run, copied', async () => {
    const { tensors } = await host.handlers.weights({ node: 'stem_conv' }, call);
    expect(tensors.kernel.values).toEqual(runs.get(id)!.network.weights().get('stem_conv/kernel'));
  });

  it('can be looked at beside another one', async () => {
    await host.handlers.forward({ rewrites: [] }, call);
    const node = 'stage2_block1';
    const open = await host.handlers.maps({ node }, call);
    const beside = await inside.handlers.insideValues({ run: id, picture: 3, node }, call);
    expect(difference(beside.maps.values, open.values)).toBeLessThan(1e-6);
  });
});

describe('without a block', () => {
  it.each([
    ['residual', 'removeBlock'],
    ['residual', 'cutShortcut'],
  ] as const)('the %s network (%s) gets right what it gets right picture by picture', async (id, lesion) => {
    const { inputs, labels } = await inside.handlers.insidePictures({}, call);
    const count = 24;
    const size = inputs.length / labels.length;
    const batch = { inputs: inputs.slice(0, count * size), labels: labels.slice(0, count) };
    const run = runs.get(id)!;
    const { graph } = run.network;
    const found = await blockLesions(run, batch, { lesion });
    const session = new Session(graph, Parameters.of(graph, run.network.weights()), 'float32');
    const shareWith = async (rewrites: readonly Rewrite[]) => {
      let right = 0;
      for (let i = 0; i < count; i++) {
        session.setPicture(batch.inputs.slice(i * size, (i + 1) * size));
        const { top } = await session.forward({ rewrites });
        if (top[0].index === batch.labels[i]) right++;
      }
      return right / count;
    };
    expect(found.whole).toBe(await shareWith([]));
    for (const { id: block } of blocksOf(graph))
      expect(found.blocks[block], block).toBe(await shareWith([{ kind: lesion, block }]));
    session.dispose();
  });
});

it('holds nothing more after many pictures, and ResNet-50 is what a start brings back', async () => {
  const round = async (picture: number) => {
    await inside.handlers.openInside({ run: 'residual', picture }, call);
    await host.handlers.forward({ rewrites: [] }, call);
    await host.handlers.maps({ node: 'stage1_block1_conv1' }, call);
    await inside.handlers.insideValues({ run: 'plain', picture, node: 'stem' }, call);
  };
  await round(0);
  const { numTensors } = tf.memory();
  for (let picture = 1; picture < 6; picture++) await round(picture);
  expect(tf.memory().numTensors).toBe(numTensors);
  await host.handlers.start({ backend: 'wasm', weights: '' }, call);
  const weights = host.handlers.weights({ node: 'stem_conv' }, call);
  await expect(weights).rejects.toMatchObject({ code: 'unknownNode' });
});

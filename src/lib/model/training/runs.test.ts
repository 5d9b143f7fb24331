import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../engine/backends.ts';
import type { RequestName, Requests } from '../protocol.ts';
import { defaultTraining, type TrainedStep, type TrainingOptions } from '../protocol/training.ts';
import { Runs } from './runs.ts';

beforeAll(() => startBackend('wasm'));

const small: TrainingOptions = { ...defaultTraining, depth: 8, width: 4, batch: 4 };
const pair = [
  { id: 'plain', options: { ...small, net: 'plain' as const } },
  { id: 'residual', options: small },
];

interface Told {
  readonly id: string;
  readonly step: TrainedStep;
}

/** Runs on gratings, with requests as they come from a page. */
async function opened() {
  const runs = new Runs({ fullPrecision: (work) => work() });
  const ask = <N extends keyof Runs['handlers'] & RequestName>(
    name: N,
    request: Requests[N]['request'],
    call: { signal?: AbortSignal; progress?: (told: Requests[N]['progress']) => void } = {},
  ) => {
    const { signal = new AbortController().signal, progress = () => undefined } = call;
    return runs.handlers[name](request as never, { signal, progress } as never) as Promise<
      Requests[N]['response']
    >;
  };
  const train = async (until: number, every: { measureEvery?: number; testEvery?: number } = {}) => {
    const told: Told[] = [];
    await ask(
      'train',
      { measureEvery: 0, testEvery: 0, ...every, until },
      { progress: (one) => told.push(one) },
    );
    return told;
  };
  await ask('openTask', { name: 'gratings' });
  return { runs, ask, train };
}

const losses = (told: readonly Told[], of: string) =>
  told.filter(({ id }) => id === of).map(({ step }) => step.loss);

describe('runs beside each other', () => {
  it('take a step in turn, up to where they are to come', async () => {
    const { ask, train } = await opened();
    await ask('openRuns', { runs: pair });
    const places = (told: readonly Told[]) => told.map(({ id, step }) => `${id} ${step.step}`);
    expect(places(await train(2))).toEqual(['plain 0', 'residual 0', 'plain 1', 'residual 1']);
    expect(places(await train(3))).toEqual(['plain 2', 'residual 2']);
    expect(await train(3)).toEqual([]);
  });

  it('remember the weights that they had, from the initial ones on', async () => {
    const { runs, ask, train } = await opened();
    await ask('openRuns', { runs: pair });
    const initial = runs.get('plain').network.weights();
    await train(2);
    const { snapshots } = runs.trajectory('plain');
    expect(snapshots.map(({ step }) => step)).toEqual([0, 1, 2]);
    expect(snapshots[0].weights).toEqual(initial);
    expect(snapshots[2].weights).toEqual(runs.get('plain').network.weights());
  });

  it('tell of their networks', async () => {
    const { ask } = await opened();
    const facts = await ask('openRuns', { runs: pair });
    // Option A has no weights: the two differ in nothing but the shortcuts.
    expect(facts.plain.params).toBe(facts.residual.params);
    expect(facts.plain.layers).toEqual(facts.residual.layers);
    expect([facts.plain.blocks, facts.residual.blocks].map(({ length }) => length)).toEqual([0, 3]);
  });

  it('opened again begin with the same weights, and have the same losses', async () => {
    const { ask, train } = await opened();
    await ask('openRuns', { runs: pair });
    const before = await ask('runWeights', { id: 'plain' });
    const first = await train(3);
    expect(await ask('runWeights', { id: 'plain' })).not.toEqual(before);
    await ask('openRuns', { runs: pair });
    expect(await ask('runWeights', { id: 'plain' })).toEqual(before);
    expect(await train(3)).toEqual(first);
  });

  it('are measured on the steps that were asked for', async () => {
    const { ask, train } = await opened();
    await ask('openRuns', { runs: pair.slice(0, 1) });
    const told = await train(5, { measureEvery: 2 });
    expect(told.map(({ step }) => step.figures !== undefined)).toEqual([true, false, true, false, true]);
  });

  it('go on where they were paused, as if nothing had happened; what was made has been told', async () => {
    const { ask, train } = await opened();
    await ask('openRuns', { runs: pair });
    const whole = await train(4);
    await ask('openRuns', { runs: pair });
    const told: Told[] = [];
    let paused: Promise<null> | undefined;
    await ask(
      'train',
      { until: 4, measureEvery: 0, testEvery: 0 },
      {
        progress: (one) => {
          if (told.push(one) === 3) paused = ask('pauseTraining', {});
        },
      },
    );
    await paused;
    expect(told).toHaveLength(3);
    expect([...told, ...(await train(4))]).toEqual(whole);
  });

  it('cancelled, training answers as superseded', async () => {
    const { ask } = await opened();
    await ask('openRuns', { runs: pair });
    const cancel = new AbortController();
    const training = ask(
      'train',
      { until: 100, measureEvery: 0, testEvery: 0 },
      { signal: cancel.signal, progress: () => cancel.abort() },
    );
    await expect(training).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it('asked for others while they are trained, give way', async () => {
    const { ask, train } = await opened();
    await ask('openRuns', { runs: pair });
    const training = train(100);
    await ask('openRuns', { runs: [{ id: 'other', options: { ...small, seed: 1 } }] });
    expect((await training).length).toBeLessThan(100);
    expect((await train(1)).map(({ id }) => id)).toEqual(['other']);
    await expect(ask('runWeights', { id: 'plain' })).rejects.toThrow(
      expect.objectContaining({ code: 'unknownRun', details: { run: 'plain' } }),
    );
  });

  it('stand still once their loss is not finite, while the others go on', async () => {
    const { ask, train } = await opened();
    const wild = { ...small, norm: 'none' as const, rate: 1e6 };
    await ask('openRuns', { runs: [{ id: 'wild', options: wild }, pair[1]] });
    const told = await train(8);
    const found = losses(told, 'wild');
    expect(found.length).toBeLessThan(8);
    expect(found.map(Number.isFinite)).toEqual(found.map((_, i) => i < found.length - 1));
    expect(losses(told, 'residual')).toHaveLength(8);
    expect(await train(8)).toEqual([]);
  });

  it('outlive a change of backend', async () => {
    const { ask, train } = await opened();
    await ask('openRuns', { runs: pair });
    const whole = losses(await train(3), 'residual');
    await ask('openRuns', { runs: pair });
    const first = losses(await train(1), 'residual');
    await startBackend('cpu');
    const rest = losses(await train(3), 'residual');
    await startBackend('wasm');
    expect(first[0]).toBe(whole[0]);
    // Two backends add in different orders.
    rest.forEach((loss, i) => expect(Math.abs(loss - whole[i + 1])).toBeLessThan(1e-3 * whole[i + 1]));
  });

  it('hold no tensors between requests, whatever happens', async () => {
    const { ask, train } = await opened();
    const before = tf.memory();
    await ask('openRuns', { runs: pair });
    await train(2, { measureEvery: 1 });
    expect(tf.memory().numTensors).toBe(before.numTensors);
    const training = train(100);
    await ask('pauseTraining', {});
    await training;
    await ask('openTask', { name: 'shapes', difficulty: 0 });
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numBytes).toBe(before.numBytes);
  });

  it('stay as they are while another task is looked at', async () => {
    const { runs, ask, train } = await opened();
    await ask('openRuns', { runs: pair });
    const training = train(6);
    const facts = await ask('previewTask', { name: 'shapes', difficulty: 0 });
    expect(facts.name).toBe('shapes');
    expect(runs.task.name).toBe('gratings');
    expect(await training).toHaveLength(12);
  });

  it('are asked for in vain before there is a task, or a run', async () => {
    const runs = new Runs({ fullPrecision: (work) => work() });
    const call = { signal: new AbortController().signal, progress: () => undefined };
    const notReady = expect.objectContaining({ code: 'notReady' });
    await expect(runs.handlers.openRuns({ runs: pair }, call)).rejects.toThrow(notReady);
    const request = { until: 1, measureEvery: 0, testEvery: 0 };
    await expect(runs.handlers.train(request, call)).rejects.toThrow(notReady);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { AtlasError } from '../../model/errors.ts';
import type { StepFigures } from '../../model/protocol/initialisation.ts';
import { ScriptedClient, settle } from '../testing/scriptedClient.ts';
import { FirstSteps } from './firstSteps.svelte.ts';

let client: ScriptedClient;
let signals: (AbortSignal | undefined)[];
let steps: FirstSteps;

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  signals = [];
  steps = new FirstSteps((name, request, options) => {
    signals.push(options?.signal);
    return client.call(name, request, options);
  });
});

const settings = { depth: 56, rate: 0.05, steps: 1, seed: 0 };
const figures = (step: number): StepFigures => ({
  step,
  loss: 2,
  accuracy: 0.1,
  firstGradient: 700,
  lastGradient: 0.6,
  firstWeight: 4,
  lastWeight: 10,
});

describe('the first steps', () => {
  test('of both networks come one after the other, step by step', async () => {
    steps.follow(settings);
    expect(steps.hasRun).toBe(false);
    void steps.run();
    expect(client.last('firstSteps').request).toEqual({
      ...settings,
      net: 'plain',
      norm: 'batch',
      init: 'he',
    });
    client.last('firstSteps').progress(figures(0));
    expect(steps.curves.plain).toEqual([figures(0)]);
    expect(steps.hasRun).toBe(true);
    client.last('firstSteps').resolve([figures(0), figures(1)]);
    await settle();
    expect(steps.busy).toBe('residual');
    expect(client.last('firstSteps').request).toMatchObject({ net: 'residual' });
    client.last('firstSteps').resolve([figures(0)]);
    await settle();
    expect(steps.busy).toBeNull();
    expect([steps.curves.plain.length, steps.curves.residual.length]).toEqual([2, 1]);
  });

  test('with other settings are others; with the same they stay', async () => {
    steps.follow(settings);
    void steps.run();
    client.last('firstSteps').progress(figures(0));
    steps.follow({ ...settings });
    expect(steps.busy).toBe('plain');
    steps.follow({ ...settings, rate: 0.01 });
    expect(signals[0]?.aborted).toBe(true);
    expect([steps.busy, steps.hasRun]).toEqual([null, false]);
    client.last('firstSteps').resolve([figures(0)]);
    await settle();
    expect(steps.hasRun).toBe(false);
  });

  test('can be ended; those so far stay', async () => {
    steps.follow(settings);
    void steps.run();
    client.last('firstSteps').progress(figures(0));
    steps.cancel();
    client.last('firstSteps').progress(figures(1));
    await settle();
    expect(steps.curves.plain).toEqual([figures(0)]);
    expect(client.count('firstSteps')).toBe(1);
  });

  test('tell an error', async () => {
    steps.follow(settings);
    void steps.run();
    client.last('firstSteps').reject(new AtlasError('workerCrashed', { reason: 'test' }));
    await settle();
    expect([steps.error?.code, steps.busy]).toEqual(['workerCrashed', null]);
    steps.dismiss();
    expect(steps.error).toBeNull();
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { AtlasError } from '../../model/errors.ts';
import type { InitialisationReport } from '../../model/protocol/initialisation.ts';
import { ScriptedClient, settle } from '../testing/scriptedClient.ts';
import { Initialisations, optionsOf } from './initialisations.svelte.ts';
import { parseConfiguration } from './networkConfiguration.ts';

let client: ScriptedClient;
let signals: (AbortSignal | undefined)[];
let measured: Initialisations;

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  signals = [];
  measured = new Initialisations((name, request, options) => {
    signals.push(options?.signal);
    return client.call(name, request, options);
  });
});

const network = (text: string) => parseConfiguration(text)!;
const [plain, residual] = [network('plain-20'), network('residual-56-none-alpharoot')];
const report = (loss: number, seeds = 1): InitialisationReport => ({
  layers: [],
  blocks: [],
  head: { weightGradient: 1 },
  growthPerConvolution: 1.2,
  loss,
  seeds,
});
const follow = (configurations = [plain, residual], seed = 0, seeds = 1) =>
  measured.follow({ configurations, seed, seeds });
const answer = async (response: InitialisationReport) => {
  client.last('initialise').resolve(response);
  await settle();
};

test('a configuration becomes what the worker is asked', () => {
  expect(optionsOf(residual, { seed: 3, seeds: 2 })).toEqual({
    family: 'cifar',
    depth: 56,
    net: 'residual',
    norm: 'none',
    init: 'he',
    zeroGamma: false,
    alpha: 1 / Math.sqrt(27),
    seed: 3,
    seeds: 2,
  });
  const resnet50 = network('residual-resnet50-zerogamma');
  expect(optionsOf(resnet50, { seed: 0, seeds: 1 })).toMatchObject({
    family: 'resnet50',
    depth: 50,
    zeroGamma: true,
    alpha: 1,
  });
});

describe('networks', () => {
  test('are measured one after the other once the reader says so, and not again', async () => {
    follow();
    expect(client.calls).toEqual([]);
    void measured.run();
    expect(client.last('initialise').request).toMatchObject({ depth: 20, seed: 0, seeds: 1 });
    expect(measured.busy).toMatchObject({ configuration: plain });
    await answer(report(2.4));
    expect(client.last('initialise').request).toMatchObject({ depth: 56, norm: 'none' });
    expect(measured.missing).toEqual([residual]);
    await answer(report(2.5));
    expect([measured.shown(plain)?.loss, measured.shown(residual)?.loss]).toEqual([2.4, 2.5]);
    expect(measured.busy).toBeNull();
    void measured.run();
    await settle();
    expect(client.count('initialise')).toBe(2);
  });

  test('are shown after each seed, with their progress', () => {
    follow([plain], 0, 3);
    void measured.run();
    const call = client.last('initialise');
    call.progress({ done: 4, all: 12 });
    expect(measured.busy).toMatchObject({ done: 4, all: 12 });
    expect(measured.shown(plain)).toBeUndefined();
    call.progress({ done: 4, all: 12, report: report(2.4, 1) });
    expect(measured.shown(plain)?.seeds).toBe(1);
    expect(measured.missing).toEqual([plain]);
  });

  test('that are removed while they are measured make room for the next', async () => {
    follow();
    void measured.run();
    const first = client.last('initialise');
    follow([residual]);
    expect(signals[0]?.aborted).toBe(true);
    expect(client.last('initialise').request).toMatchObject({ depth: 56 });
    first.resolve(report(9));
    await answer(report(2.5));
    expect(measured.shown(plain)).toBeUndefined();
    expect(measured.shown(residual)?.loss).toBe(2.5);
  });

  test('that are added meanwhile are measured, too', async () => {
    follow([plain]);
    void measured.run();
    follow([plain, residual]);
    expect(client.count('initialise')).toBe(1);
    await answer(report(2.4));
    expect(client.last('initialise').request).toMatchObject({ depth: 56 });
  });

  test('of other seeds are others: what is under way ends, and nothing of it is shown under their name', async () => {
    follow([plain]);
    void measured.run();
    await answer(report(2.4));
    follow([plain, residual]);
    void measured.run();
    follow([plain, residual], 7);
    expect(signals.at(-1)?.aborted).toBe(true);
    expect(measured.busy).toBeNull();
    expect(measured.shown(plain)).toBeUndefined();
    follow([plain, residual]);
    expect(measured.shown(plain)?.loss).toBe(2.4);
  });

  test('keep what was measured when the reader ends the run', async () => {
    follow([plain, residual], 0, 2);
    void measured.run();
    const call = client.last('initialise');
    call.progress({ done: 1, all: 2, report: report(2.4) });
    measured.cancel();
    expect(signals[0]?.aborted).toBe(true);
    call.progress({ done: 2, all: 2, report: report(9, 2) });
    call.resolve(report(9, 2));
    await settle();
    expect(measured.shown(plain)?.loss).toBe(2.4);
    expect(measured.error).toBeNull();
    expect(client.count('initialise')).toBe(1);
  });

  test('an error is told, and the run can be begun again', async () => {
    follow();
    void measured.run();
    client.last('initialise').reject(new AtlasError('outOfMemory', { backend: 'wasm' }));
    await settle();
    expect(measured.error?.code).toBe('outOfMemory');
    expect(measured.busy).toBeNull();
    void measured.run();
    expect(measured.error).toBeNull();
    expect(client.count('initialise')).toBe(2);
  });
});

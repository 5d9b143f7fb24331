import { beforeEach, expect, test } from 'vitest';
import { AtlasError } from '../model/errors.ts';
import type { TimingsReport } from '../model/protocol.ts';
import { ScriptedClient, settle } from './testing/scriptedClient.ts';
import { Timings } from './timings.svelte.ts';

let client: ScriptedClient;
let network: string;
let timings: Timings;

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  network = 'wasm';
  timings = new Timings(
    (name, request, options) => client.call(name, request, options),
    () => network,
  );
});

const report = (conv1: number): TimingsReport => ({
  nodes: { conv1_relu: conv1 },
  fusedInto: { conv1: 'conv1_relu' },
  units: { stem: conv1 },
  passes: 5,
  backend: 'wasm',
});

test('nothing is measured before it is asked for; then with progress', async () => {
  expect([timings.report, timings.progress, client.count('timings')]).toEqual([null, null, 0]);
  const measured = timings.measure();
  const call = client.last('timings');
  expect(call.request).toEqual({ passes: 5 });
  call.progress({ done: 3, all: 300 });
  expect(timings.progress).toEqual({ done: 3, all: 300 });
  call.resolve(report(12));
  await measured;
  expect([timings.report, timings.progress]).toEqual([report(12), null]);
});

test('times of another network are not shown, and are there again with their own', async () => {
  const measured = timings.measure();
  client.last('timings').resolve(report(12));
  await measured;
  network = 'wasm cut.4d';
  expect(timings.report).toBeNull();
  network = 'wasm';
  expect(timings.report).toEqual(report(12));
});

test('an answer counts for the network that was shown when it was asked for', async () => {
  const measured = timings.measure();
  network = 'wasm cut.4d';
  client.last('timings').resolve(report(12));
  await measured;
  expect(timings.report).toBeNull();
});

test('cancelled: no report, no error; a newer measurement counts', async () => {
  const first = timings.measure();
  const call = client.last('timings');
  timings.cancel();
  expect(timings.progress).toBeNull();
  call.reject(new DOMException('aborted', 'AbortError'));
  await first;
  expect([timings.report, timings.error]).toEqual([null, null]);
  const second = timings.measure();
  client.last('timings').resolve(report(14));
  await second;
  expect(timings.report).toEqual(report(14));
});

test('an error is kept to be told, until it is measured again', async () => {
  const measured = timings.measure();
  client.last('timings').reject(new AtlasError('notReady', { what: 'pass' }));
  await measured;
  await settle();
  expect([timings.error?.code, timings.progress]).toEqual(['notReady', null]);
  void timings.measure();
  expect(timings.error).toBeNull();
});

import { beforeEach, expect, test } from 'vitest';
import { AtlasError } from '../../model/errors.ts';
import type { PathsReport } from '../../model/protocol/paths.ts';
import { ScriptedClient, settle } from '../testing/scriptedClient.ts';
import { PathsRun } from './paths.svelte.ts';

const settings = { target: null, samples: 2, seed: 7 };
let client: ScriptedClient;
let run: PathsRun;

/** As far as a measurement has come: whether it knows what paths carry together, and how many have been drawn. */
const report = (known: boolean, drawn: number): PathsReport => ({
  target: 3,
  loss: 1,
  node: 'pool1',
  norm: 1,
  lengths: [{ paths: 1, together: known ? { norm: 1, share: 1 } : null, sampled: Array(drawn).fill(1) }],
  few: { blocks: [], node: 'pool1', norm: 1, paths: [] },
});

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  run = new PathsRun((...call) => client.call(...call));
  run.follow(1);
});

test('shows what is exact as soon as it is known, then each draw, with the settings that it was run with', async () => {
  void run.start(settings);
  const call = client.last('paths');
  expect(call.request).toEqual({ target: undefined, samples: 2, seed: 7 });
  call.progress({ done: 1, all: 9, report: report(false, 0) });
  expect([run.running, run.progress, run.result]).toEqual([true, { done: 1, all: 9 }, null]);
  call.progress({ done: 5, all: 9, report: report(true, 1) });
  expect(run.result).toEqual({ settings, report: report(true, 1) });
  call.resolve(report(true, 2));
  await settle();
  expect([run.running, run.progress]).toEqual([false, null]);
  expect(run.result?.report.lengths[0].sampled).toHaveLength(2);
});

test('a cancelled run keeps what had been measured, and hears no more', async () => {
  void run.start(settings);
  const call = client.last('paths');
  call.progress({ done: 5, all: 9, report: report(true, 1) });
  run.cancel();
  call.progress({ done: 6, all: 9, report: report(true, 2) });
  call.resolve(report(true, 2));
  await settle();
  expect(run.running).toBe(false);
  expect(run.result?.report.lengths[0].sampled).toHaveLength(1);
});

test('a newer run takes the place of one under way', async () => {
  void run.start(settings);
  const first = client.last('paths');
  void run.start({ ...settings, target: 5 });
  expect(client.last('paths').request.target).toBe(5);
  first.resolve(report(true, 1));
  await settle();
  expect([run.running, run.result]).toEqual([true, null]);
});

test('another picture ends the run and forgets the result', async () => {
  void run.start(settings);
  client.last('paths').progress({ done: 5, all: 9, report: report(true, 1) });
  run.follow(1);
  expect(run.result).not.toBeNull();
  run.follow(2);
  expect([run.running, run.result]).toEqual([false, null]);
});

test('tells an error, until it is dismissed', async () => {
  void run.start(settings);
  client.last('paths').reject(new AtlasError('outOfMemory', { backend: 'wasm' }));
  await settle();
  expect([run.running, run.error?.code]).toEqual([false, 'outOfMemory']);
  run.dismiss();
  expect(run.error).toBeNull();
});

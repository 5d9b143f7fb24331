import { beforeEach, describe, expect, test } from 'vitest';
import { AtlasError } from '../model/errors.ts';
import type { AttributionMap } from '../model/protocol.ts';
import { Attributions, type FollowedAttribution } from './attribution.svelte.ts';
import { ScriptedClient, settle } from './testing/scriptedClient.ts';

let client: ScriptedClient;
let signals: (AbortSignal | undefined)[];
let attributions: Attributions;

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  signals = [];
  attributions = new Attributions((name, request, options) => {
    signals.push(options?.signal);
    return client.call(name, request, options);
  });
});

const map = (value: number): AttributionMap => ({
  height: 1,
  width: 1,
  values: Float32Array.of(value),
  node: 'res5c',
});
const cam: FollowedAttribution = {
  run: 1,
  done: true,
  targets: [387],
  settings: { method: 'cam' },
  choice: 'cam',
};
const occlusion: FollowedAttribution = {
  ...cam,
  settings: { method: 'occlusion', side: 48 },
  choice: 'occlusion',
};
const valueOf = (target: number) => attributions.shown(target)?.result.map.values[0];

describe('the maps of a pass', () => {
  test('are asked for once it has ended, once each, with what the method reads', async () => {
    attributions.follow({ ...cam, done: false });
    expect(client.calls).toEqual([]);
    attributions.follow(cam);
    attributions.follow({ ...cam });
    expect(client.calls.map(({ request }) => request)).toEqual([{ method: 'cam', target: 387 }]);
    client.last('attribution').resolve(map(2));
    await settle();
    attributions.follow({ ...cam });
    expect(client.count('attribution')).toBe(1);
    expect(attributions.shown(387)).toMatchObject({ current: true, result: { run: 1, done: 1, all: 1 } });
    expect(attributions.busy).toBeNull();
  });

  test('of two classes come one after the other, as a newer request would end the first', async () => {
    attributions.follow({ ...cam, targets: [387, 358] });
    expect(client.count('attribution')).toBe(1);
    client.last('attribution').resolve(map(1));
    await settle();
    expect(client.last('attribution').request).toEqual({ method: 'cam', target: 358 });
    client.last('attribution').resolve(map(2));
    await settle();
    expect([valueOf(387), valueOf(358)]).toEqual([1, 2]);
    attributions.follow({ ...cam, targets: [387] });
    expect(client.count('attribution')).toBe(2);
  });

  test('of the pass before stay until the new one’s are there, and are told to be old', async () => {
    attributions.follow(cam);
    client.last('attribution').resolve(map(1));
    await settle();
    attributions.follow({ ...cam, run: 2, done: false });
    expect(attributions.shown(387)).toMatchObject({ current: false, result: { run: 1 } });
    attributions.follow({ ...cam, run: 2 });
    client.last('attribution').resolve(map(2));
    await settle();
    expect(attributions.shown(387)).toMatchObject({ current: true, result: { run: 2 } });
  });

  test('of another method are not shown under this one’s name', async () => {
    attributions.follow(cam);
    client.last('attribution').resolve(map(1));
    await settle();
    attributions.follow({ ...cam, settings: { method: 'gradCam', block: '4d' }, choice: 'gradCam' });
    expect(attributions.shown(387)).toBeNull();
    expect(client.last('attribution').request).toEqual({ method: 'gradCam', block: '4d', target: 387 });
  });

  test('under way for what is no longer wanted are ended, and their answers dropped', async () => {
    attributions.follow(cam);
    const first = client.last('attribution');
    attributions.follow({ ...cam, run: 2, done: false });
    expect(signals[0]?.aborted).toBe(true);
    first.resolve(map(9));
    await settle();
    expect(attributions.shown(387)).toBeNull();
  });
});

describe('a method that takes long', () => {
  test('grows as it is told, and can be ended; what there is of it stays', async () => {
    attributions.follow(occlusion);
    const call = client.last('attribution');
    expect(call.request).toEqual({ method: 'occlusion', side: 48, target: 387 });
    call.progress({ done: 3, all: 81, map: map(3) });
    expect(attributions.busy).toEqual({ target: 387, done: 3, all: 81 });
    expect(valueOf(387)).toBe(3);
    attributions.cancel();
    expect(signals[0]?.aborted).toBe(true);
    expect(attributions.busy).toBeNull();
    expect(attributions.waiting).toBe(true);
    call.progress({ done: 4, all: 81, map: map(4) });
    expect(attributions.shown(387)?.result).toMatchObject({ done: 3, all: 81 });
    attributions.follow({ ...occlusion });
    expect(client.count('attribution')).toBe(1);
  });

  test('is begun when it is chosen, and for a new pass only when the reader says so', async () => {
    attributions.follow(occlusion);
    client.last('attribution').resolve(map(1));
    await settle();
    expect(attributions.waiting).toBe(false);
    attributions.follow({ ...occlusion, run: 2 });
    expect(client.count('attribution')).toBe(1);
    expect(attributions.waiting).toBe(true);
    attributions.start();
    attributions.start();
    expect(client.count('attribution')).toBe(2);
    expect(attributions.waiting).toBe(false);
    client.last('attribution').resolve(map(2));
    await settle();
    attributions.follow({ ...occlusion, run: 2, targets: [387, 1], choice: 'occlusion, 1' });
    expect(client.last('attribution').request).toMatchObject({ target: 1 });
  });

  test('of a link is begun with the first pass', () => {
    attributions.follow({ ...occlusion, done: false });
    attributions.follow(occlusion);
    expect(client.count('attribution')).toBe(1);
  });
});

test('an error is told, and can be tried again', async () => {
  attributions.follow(cam);
  client.last('attribution').reject(new AtlasError('notReady', { what: 'fc1000/kernel' }));
  await settle();
  expect(attributions.error?.code).toBe('notReady');
  expect(attributions.busy).toBeNull();
  attributions.start();
  expect(attributions.error).toBeNull();
  client.last('attribution').resolve(map(1));
  await settle();
  expect(valueOf(387)).toBe(1);
});

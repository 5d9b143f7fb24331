import { beforeEach, expect, test } from 'vitest';
import { AtlasError } from '../../model/errors.ts';
import type { GradientAt, GradientFlowReport } from '../../model/protocol/gradientFlow.ts';
import { ScriptedClient, settle } from '../testing/scriptedClient.ts';
import { flowBlocks, presetCuts, trained, type FlowNetwork } from './flowNetwork.ts';
import { GradientFlows, type FollowedFlows } from './gradientFlows.svelte.ts';

const cutAll: FlowNetwork = { ...trained, cut: presetCuts('all') };
const cutOne: FlowNetwork = { ...trained, cut: ['4d'] };

let client: ScriptedClient;
let signals: (AbortSignal | undefined)[];
let flows: GradientFlows;

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  signals = [];
  flows = new GradientFlows((name, request, options) => {
    signals.push(options?.signal);
    return client.call(name, request, options);
  });
});

const gradient = (block: string, norm: number): GradientAt => ({
  block,
  node: `res${block}`,
  height: 1,
  width: 1,
  norm,
  sum: Float32Array.of(norm),
  l2: Float32Array.of(norm),
});
const report = (norm: number): GradientFlowReport => ({
  target: 285,
  loss: 1,
  probability: 0.4,
  top: [{ index: 285, probability: 0.4 }],
  input: { ...gradient('', norm), block: null, node: 'input', channels: Float32Array.of(norm, 0, 0) },
  blocks: Object.fromEntries(flowBlocks.map((block) => [block, gradient(block, norm)])),
  milliseconds: 1,
});
const followed: FollowedFlows = { run: 1, ready: true, target: null, networks: [trained, cutAll] };
const normOf = (network: FlowNetwork, block = '2a') => flows.flow(network)?.flow.blocks[block]?.norm;

async function answer(norm: number): Promise<void> {
  client.last('gradientFlow').resolve(report(norm));
  await settle();
}

test('the networks are computed one after the other once weights and picture are there', async () => {
  flows.follow({ ...followed, ready: false });
  expect(client.calls).toEqual([]);
  flows.follow(followed);
  expect(client.last('gradientFlow').request).toEqual({ rewrites: [] });
  await answer(0.14);
  expect(client.last('gradientFlow').request.rewrites).toHaveLength(16);
  expect(flows.complete).toBe(false);
  await answer(7e-6);
  expect(client.count('gradientFlow')).toBe(2);
  expect(flows.complete).toBe(true);
  expect(flows.busy).toBeNull();
  expect([normOf(trained), normOf(cutAll)]).toEqual([0.14, 7e-6]);
});

test('blocks are shown as they come back, the last first', () => {
  flows.follow(followed);
  const call = client.last('gradientFlow');
  call.progress({ forward: 'conv1' });
  expect(flows.busy).toMatchObject({ network: trained, done: 1, all: 34 });
  call.progress({ gradient: gradient('5c', 0.04) });
  expect(normOf(trained, '5c')).toBe(0.04);
  expect(normOf(trained)).toBeUndefined();
  expect(flows.flow(trained)!.current).toBe(false);
});

test('another set of cuts: what is there stays, what was under way for the old set ends', async () => {
  flows.follow(followed);
  await answer(0.14);
  flows.follow({ ...followed, networks: [trained, cutOne] });
  expect(signals[1]!.aborted).toBe(true);
  expect(client.last('gradientFlow').request.rewrites).toEqual([{ kind: 'cutShortcut', block: '4d' }]);
  await answer(0.1);
  expect(client.count('gradientFlow')).toBe(3);
  // The first set once more, then the second: nothing is computed twice.
  flows.follow(followed);
  await answer(7e-6);
  flows.follow({ ...followed, networks: [trained, cutOne] });
  expect(client.count('gradientFlow')).toBe(4);
  expect(flows.complete).toBe(true);
});

test('one that is wanted still goes on when others are pinned', async () => {
  flows.follow(followed);
  flows.follow({ ...followed, networks: [trained, cutAll, cutOne] });
  expect(signals).toHaveLength(1);
  expect(signals[0]!.aborted).toBe(false);
  await answer(1);
  await answer(2);
  await answer(3);
  expect([trained, cutAll, cutOne].map((network) => normOf(network))).toEqual([1, 2, 3]);
});

test('another picture or class: the old curves stay until the new ones are there, as such', async () => {
  flows.follow(followed);
  await answer(0.14);
  await answer(7e-6);
  flows.follow({ ...followed, target: 7 });
  expect(flows.flow(trained)).toMatchObject({ current: false, flow: { target: null } });
  expect(normOf(trained)).toBe(0.14);
  expect(client.last('gradientFlow').request).toEqual({ rewrites: [], target: 7 });
  await answer(0.2);
  expect(flows.flow(trained)).toMatchObject({ current: true, flow: { target: 7 } });
  flows.follow({ ...followed, run: 2, ready: false });
  expect(flows.busy).toBeNull();
  expect(flows.flow(trained)!.current).toBe(false);
});

test('stopped by the reader it goes on when told to', async () => {
  flows.follow(followed);
  flows.cancel();
  expect(signals[0]!.aborted).toBe(true);
  expect([flows.stopped, flows.busy]).toEqual([true, null]);
  flows.follow({ ...followed });
  expect(client.count('gradientFlow')).toBe(1);
  flows.start();
  await answer(1);
  await answer(2);
  expect([flows.stopped, flows.complete]).toEqual([false, true]);
});

test('an error is told and nothing is tried again by itself', async () => {
  flows.follow(followed);
  client.last('gradientFlow').reject(new AtlasError('unknownClass', { target: '1000', classes: 1000 }));
  await settle();
  expect(flows.error?.code).toBe('unknownClass');
  expect([flows.stopped, client.count('gradientFlow')]).toEqual([true, 1]);
  flows.dismiss();
  expect(flows.error).toBeNull();
});

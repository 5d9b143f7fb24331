import { beforeEach, expect, test } from 'vitest';
import { AtlasError } from '../model/errors.ts';
import type { WeightsReport } from '../model/protocol.ts';
import { NodeWeights } from './nodeWeights.svelte.ts';
import { mapsReport, ScriptedClient, settle } from './testing/scriptedClient.ts';

let client: ScriptedClient;
let weights: NodeWeights;

beforeEach(() => {
  client = new ScriptedClient(() => undefined);
  weights = new NodeWeights((name, request, options) => client.call(name, request, options));
});

const report = (node: string): WeightsReport => ({
  node,
  tensors: { bias: { shape: [1], values: Float32Array.of(1) } },
});
const norm = { node: 'bn_conv1', convolution: 'conv1' };
const convolution = { node: 'conv1', convolution: null };

test('are asked for once, when their bytes have come', async () => {
  weights.follow({ ...convolution, present: false, run: null });
  expect(client.calls).toEqual([]);
  weights.follow({ ...convolution, present: true, run: null });
  weights.follow({ ...convolution, present: true, run: 1 });
  expect(client.count('weights')).toBe(1);
  client.last('weights').resolve(report('conv1'));
  await settle();
  expect(weights.weights).toEqual(report('conv1'));
  expect(client.count('maps')).toBe(0);
});

test('a batch norm comes with its convolution, and with what that gives in each pass', async () => {
  weights.follow({ ...norm, present: true, run: null });
  expect(client.last('weights').request).toEqual({ node: 'conv1' });
  client.last('weights').resolve(report('conv1'));
  await settle();
  expect(weights.weights).toBeNull();
  client.last('weights').resolve(report('bn_conv1'));
  await settle();
  expect([weights.before, weights.weights]).toEqual([report('conv1'), report('bn_conv1')]);

  weights.follow({ ...norm, present: true, run: 3 });
  expect(client.last('maps').request).toEqual({ node: 'conv1' });
  client.last('maps').resolve(mapsReport('conv1', 3));
  await settle();
  expect(weights.convolved?.pass).toBe(3);
  weights.follow({ ...norm, present: true, run: null });
  expect(weights.convolved).toBeNull();
  weights.follow({ ...norm, present: true, run: 4 });
  expect(client.count('maps')).toBe(2);
  expect(client.count('weights')).toBe(2);
});

test('an answer for a node that is no longer chosen is dropped', async () => {
  weights.follow({ ...convolution, present: true, run: null });
  const call = client.last('weights');
  weights.follow({ node: 'fc1000', convolution: null, present: false, run: null });
  call.resolve(report('conv1'));
  await settle();
  expect(weights.weights).toBeNull();
});

test('an error is told, and can be tried again', async () => {
  const followed = { ...convolution, present: true, run: null };
  weights.follow(followed);
  client.last('weights').reject(new AtlasError('notReady', { what: 'conv1/kernel' }));
  await settle();
  expect(weights.error?.code).toBe('notReady');
  weights.retry(followed);
  expect(weights.error).toBeNull();
  expect(client.count('weights')).toBe(2);
});

import { expect, test } from 'vitest';
import type { WeightsProgress } from '../model/weights/manifest.ts';
import { afterProgress, noWeights } from './weightsProgress.ts';

const told = (change: Partial<WeightsProgress>): WeightsProgress => ({
  shard: 'conv1',
  received: 0,
  bytes: 100,
  totalReceived: 0,
  totalBytes: 300,
  fromCache: false,
  complete: false,
  ...change,
});

test('sums up what the loader tells, shard by shard', () => {
  let state = afterProgress(noWeights, told({ received: 40, totalReceived: 40 }));
  expect(state).toMatchObject({ received: 40, bytes: 300, complete: false });
  expect(state.shards.get('conv1')).toEqual({ received: 40, bytes: 100, complete: false });

  state = afterProgress(state, told({ received: 100, totalReceived: 100, complete: true }));
  expect(state.shards.get('conv1')?.complete).toBe(true);
  expect(state.complete).toBe(false);

  state = afterProgress(
    state,
    told({ shard: '2a', bytes: 200, received: 200, totalReceived: 300, complete: true }),
  );
  expect(state.complete).toBe(true);
  expect([...state.shards.keys()]).toEqual(['conv1', '2a']);
});

test('is not complete while bytes are here that are not checked yet', () => {
  const state = afterProgress(noWeights, told({ received: 100, totalReceived: 300 }));
  expect(state.complete).toBe(false);
});

test('comes from the cache only if all of it does', () => {
  const cached = afterProgress(noWeights, told({ fromCache: true, received: 100, complete: true }));
  expect(cached.fromCache).toBe(true);
  expect(afterProgress(cached, told({ shard: '2a' })).fromCache).toBe(false);
});

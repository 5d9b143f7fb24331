import { beforeAll, expect, it } from 'vitest';
import type { Manifest, WeightsProgress } from './manifest.ts';
import { ProgressMeter } from './progressMeter.ts';
import { smallWeights } from './testing.ts';

let manifest: Manifest;
beforeAll(async () => void ({ manifest } = await smallWeights()));

it('tells at most every 50 ms, but always of a shard’s last byte and of its completion', () => {
  const told: WeightsProgress[] = [];
  let now = 0;
  const meter = new ProgressMeter(manifest, 0, (progress) => told.push(progress), () => now); // prettier-ignore
  const [shard] = manifest.shards;
  for (const [time, bytes] of [
    [0, 1],
    [10, 2],
    [49, 3],
    [50, 4],
    [60, 5],
    [61, shard.bytes],
  ]) {
    // prettier-ignore
    now = time;
    meter.received(shard, bytes);
  }
  meter.complete(shard, false);
  expect(told.map(({ received, complete }) => [received, complete])).toEqual([
    [1, false],
    [4, false],
    [shard.bytes, false],
    [shard.bytes, true],
  ]);
});

it('counts what an earlier call delivered', () => {
  const told: WeightsProgress[] = [];
  const meter = new ProgressMeter(manifest, 2, (progress) => told.push(progress));
  meter.complete(manifest.shards[2], true);
  const sum = manifest.shards.slice(0, 3).reduce((total, { bytes }) => total + bytes, 0);
  expect(told).toMatchObject([
    { totalReceived: sum, totalBytes: manifest.bytes, fromCache: true, complete: true },
  ]);
});

import type { WeightsProgress } from '../model/weights/manifest.ts';

/** How much of a unit's weights is here. */
export interface ShardProgress {
  readonly received: number;
  readonly bytes: number;
  /** Here, checked and decoded. */
  readonly complete: boolean;
}

/** How much of a network's weights is here, in all and by shard. */
export interface WeightsState {
  readonly shards: ReadonlyMap<string, ShardProgress>;
  readonly received: number;
  /** Of all shards; 0 as long as nothing is known. */
  readonly bytes: number;
  /** Whether all that came so far came from the cache of an earlier visit. */
  readonly fromCache: boolean;
  readonly complete: boolean;
}

export const noWeights: WeightsState = {
  shards: new Map(),
  received: 0,
  bytes: 0,
  fromCache: true,
  complete: false,
};

/** The state after one more report from the loader. */
export function afterProgress(state: WeightsState, progress: WeightsProgress): WeightsState {
  const { shard, received, bytes, complete, totalReceived, totalBytes, fromCache } = progress;
  const shards = new Map(state.shards).set(shard, { received, bytes, complete });
  return {
    shards,
    received: totalReceived,
    bytes: totalBytes,
    fromCache: state.fromCache && fromCache,
    complete: complete && [...shards.values()].every((one) => one.complete) && totalReceived >= totalBytes,
  };
}

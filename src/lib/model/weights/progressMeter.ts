import type { Manifest, Shard, WeightsProgress } from './manifest.ts';

/** Milliseconds between two reports within one shard: some twenty a second are as much as an eye wants. */
const pause = 50;

/** Counts bytes and tells of them, often enough for a moving bar and not for every chunk. */
export class ProgressMeter {
  readonly #received = new Map<string, number>();
  #toldAt = -Infinity;

  /**
   * @param delivered how many shards had been delivered before
   * @param now milliseconds
   */
  constructor(
    readonly manifest: Manifest,
    delivered: number,
    readonly tell: (progress: WeightsProgress) => void = () => undefined,
    readonly now: () => number = () => performance.now(),
  ) {
    for (const { name, bytes } of manifest.shards.slice(0, delivered)) this.#received.set(name, bytes);
  }

  /** `bytes` of this shard so far; told now and then, and for its last. */
  received(shard: Shard, bytes: number): void {
    this.#received.set(shard.name, bytes);
    if (bytes < shard.bytes && this.now() - this.#toldAt < pause) return;
    this.#toldAt = this.now();
    this.#tell(shard, false, false);
  }

  complete(shard: Shard, fromCache: boolean): void {
    this.#received.set(shard.name, shard.bytes);
    this.#tell(shard, fromCache, true);
  }

  #tell(shard: Shard, fromCache: boolean, complete: boolean): void {
    this.tell({
      shard: shard.name,
      received: this.#received.get(shard.name) ?? 0,
      bytes: shard.bytes,
      totalReceived: [...this.#received.values()].reduce((sum, bytes) => sum + bytes, 0),
      totalBytes: this.manifest.bytes,
      fromCache,
      complete,
    });
  }
}

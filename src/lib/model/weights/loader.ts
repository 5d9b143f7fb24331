/** Streams a network's weights shard by shard, in the order in which the network uses them. */
import { AtlasError } from '../errors.ts';
import { downloadExactly, downloadJson, looksLikeHtml, parseJson } from './download.ts';
import type { Manifest, Shard, StoredTensor, WeightsProgress } from './manifest.ts';
import { parseLabels, parseManifest } from './parseManifest.ts';
import { ProgressMeter } from './progressMeter.ts';
import { sha256 } from './sha256.ts';
import { ShardCache } from './shardCache.ts';
import { decodeShard } from './shards.ts';

export interface WeightsOptions {
  /** The default is the host's own. */
  readonly fetch?: typeof globalThis.fetch;
  /** Where shards are kept between visits; null for nowhere. The default is the browser's Cache Storage. */
  readonly cache?: CacheStorage | null;
  readonly signal?: AbortSignal;
}

export interface LoadOptions {
  readonly onProgress?: (progress: WeightsProgress) => void;
  /**
   * Given each shard once, checked and decoded, in network order. The tensors are views on one buffer. Of a promise
   * the end is awaited: until then the next shard is downloaded, and nothing after it.
   */
  readonly onShard: (shard: Shard, tensors: Map<string, StoredTensor>) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

export interface WeightsSource {
  readonly manifest: Manifest;
  /** Class names by index. */
  readonly labels: readonly string[];
  /**
   * Delivers the shards that have not been delivered yet: after a failure or an abort, another call continues.
   * One call at a time.
   *
   * @throws AtlasError 'weightsMissing', 'weightsNotBinary', 'weightsLength', 'weightsHash', 'weightsUnreachable';
   *   the signal's reason when aborted
   */
  load(options: LoadOptions): Promise<void>;
}

/**
 * Reads manifest and labels. Without a connection, those of the last visit, where the browser kept them.
 *
 * @param url of the folder with `manifest.json`
 * @throws AtlasError as `load`, and 'weightsManifest'
 */
export async function openWeights(url: string, options: WeightsOptions = {}): Promise<WeightsSource> {
  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  const folder = new URL(url.endsWith('/') ? url : `${url}/`, globalThis.location?.href).href;
  const cache = await ShardCache.open(options.cache);

  const readJson = async <T>(file: string, parse: (value: unknown) => T): Promise<T> => {
    const address = folder + file;
    try {
      const { value, bytes } = await downloadJson({
        fetch,
        url: address,
        file,
        signal: options.signal,
        cache: 'no-cache',
      });
      const parsed = parse(value);
      cache.put(address, bytes);
      return parsed;
    } catch (error) {
      if (!(error instanceof AtlasError) || error.code !== 'weightsUnreachable') throw error;
      const kept = await cache.match(address);
      if (!kept) throw error;
      return parse(parseJson(kept, file));
    }
  };

  const manifest = await readJson('manifest.json', (value) => parseManifest(value, 'manifest.json'));
  const labels = await readJson(manifest.labels, (value) =>
    parseLabels(value, manifest.classes, manifest.labels),
  );
  const files = ['manifest.json', manifest.labels, ...manifest.shards.map(({ file }) => file)];
  await cache.keepOnly(folder, new Set(files.map((file) => folder + file)));
  return new StreamedWeights(manifest, labels, folder, fetch, cache);
}

interface Obtained {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fromCache: boolean;
}

class StreamedWeights implements WeightsSource {
  #delivered = 0;
  #loading = false;
  /** What the browser's own cache answers may be damaged: it is passed over after a failed check. */
  #suspicious = false;

  constructor(
    readonly manifest: Manifest,
    readonly labels: readonly string[],
    readonly folder: string,
    readonly fetch: typeof globalThis.fetch,
    readonly cache: ShardCache,
  ) {}

  async load({ onShard, onProgress, signal }: LoadOptions): Promise<void> {
    if (this.#loading) throw new Error('these weights are being loaded already');
    this.#loading = true;
    // Ends the download ahead as well when a shard fails.
    const ended = new AbortController();
    const abort = () => ended.abort(signal?.reason);
    signal?.addEventListener('abort', abort);
    try {
      signal?.throwIfAborted();
      await this.#deliver(
        onShard,
        new ProgressMeter(this.manifest, this.#delivered, onProgress),
        ended.signal,
      );
      await this.cache.settled();
    } finally {
      signal?.removeEventListener('abort', abort);
      ended.abort();
      this.#loading = false;
    }
  }

  async #deliver(onShard: LoadOptions['onShard'], meter: ProgressMeter, signal: AbortSignal): Promise<void> {
    const { shards } = this.manifest;
    let coming = this.#obtain(shards[this.#delivered], meter, signal);
    while (this.#delivered < shards.length) {
      const shard = shards[this.#delivered];
      const { bytes, fromCache } = await coming;
      // The next one is under way while this one is checked and used.
      coming = this.#obtain(shards[this.#delivered + 1], meter, signal);
      coming.catch(() => undefined);
      if (!fromCache) {
        await this.#check(shard, bytes);
        this.cache.put(this.folder + shard.file, bytes);
      }
      signal.throwIfAborted();
      await onShard(shard, decodeShard(shard, bytes));
      this.#delivered++;
      meter.complete(shard, fromCache);
    }
  }

  /** From the cache, checked; else from the network, unchecked but for the length. */
  async #obtain(shard: Shard | undefined, meter: ProgressMeter, signal: AbortSignal): Promise<Obtained> {
    if (!shard) return { bytes: new Uint8Array(), fromCache: true };
    const url = this.folder + shard.file;
    const kept = await this.cache.match(url);
    if (kept) {
      if (kept.length === shard.bytes && (await sha256(kept)) === shard.sha256)
        return { bytes: kept, fromCache: true };
      await this.cache.delete(url);
    }
    const cache = this.#suspicious ? 'reload' : 'default';
    const options = { fetch: this.fetch, url, file: shard.file, signal, cache } as const;
    try {
      return {
        bytes: await downloadExactly(shard.bytes, options, (received) => meter.received(shard, received)),
        fromCache: false,
      };
    } catch (error) {
      this.#suspicious ||= error instanceof AtlasError && error.code !== 'weightsUnreachable';
      throw error;
    }
  }

  async #check(shard: Shard, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if ((await sha256(bytes)) === shard.sha256) return;
    this.#suspicious = true;
    const code = looksLikeHtml(bytes) ? 'weightsNotBinary' : 'weightsHash';
    throw new AtlasError(code, { file: shard.file });
  }
}

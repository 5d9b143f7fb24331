/**
 * Files of a weights folder, kept by the browser from visit to visit. A convenience: none of its methods
 * rejects, and where there is no Cache Storage (no secure context, private windows) or no room, it keeps nothing.
 */
const prefix = 'resnet-atlas-weights-';

/** The version is of what is kept under a URL; a new one forgets all older ones. */
export const cacheName = `${prefix}v1`;

export class ShardCache {
  #cache: Cache | undefined;
  #writing: Promise<void> = Promise.resolve();

  private constructor(cache: Cache | undefined) {
    this.#cache = cache;
  }

  /** @param storage null for none; the default is the browser's, where there is one */
  static async open(storage: CacheStorage | null | undefined = browserStorage()): Promise<ShardCache> {
    if (!storage) return new ShardCache(undefined);
    try {
      for (const name of await storage.keys()) {
        if (name.startsWith(prefix) && name !== cacheName) await storage.delete(name);
      }
      return new ShardCache(await storage.open(cacheName));
    } catch {
      return new ShardCache(undefined);
    }
  }

  async match(url: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      const response = await this.#cache?.match(url);
      return response && new Uint8Array(await response.arrayBuffer());
    } catch {
      return undefined;
    }
  }

  /** Copies the bytes at once, writes them when it can: `settled` tells. Once refused, nothing more is written. */
  put(url: string, bytes: Uint8Array<ArrayBuffer>): void {
    if (!this.#cache) return;
    const response = new Response(bytes, { headers: { 'Content-Length': String(bytes.length) } });
    this.#writing = this.#writing.then(async () => {
      try {
        await this.#cache?.put(url, response);
      } catch {
        this.#cache = undefined;
      }
    });
  }

  async delete(url: string): Promise<void> {
    await this.#cache?.delete(url).catch(() => false);
  }

  /** Removes what a former manifest of this folder listed. */
  async keepOnly(folder: string, urls: ReadonlySet<string>): Promise<void> {
    try {
      for (const { url } of (await this.#cache?.keys()) ?? []) {
        const isBelow = url.startsWith(folder) && !url.slice(folder.length).includes('/');
        if (isBelow && !urls.has(url)) await this.#cache?.delete(url);
      }
    } catch {
      // What is not removed now is removed on another visit.
    }
  }

  /** When all that was put has been written or refused. */
  settled(): Promise<void> {
    return this.#writing;
  }
}

/** Merely touching `caches` throws in a sandboxed frame. */
function browserStorage(): CacheStorage | undefined {
  try {
    return globalThis.caches;
  } catch {
    return undefined;
  }
}

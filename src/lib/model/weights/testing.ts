/** A small weights folder, a server that serves it, and a Cache Storage: for tests. */
import type { Manifest, Shard, StoredTensor } from './manifest.ts';
import { networkOf, parametersOf } from './network.ts';
import { encodeShard } from './shards.ts';

export const folder = 'https://example.test/weights/small/';

export interface WeightsFolder {
  readonly manifest: Manifest;
  readonly labels: string[];
  /** File name → content. */
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  /** What the shards were made of. */
  readonly tensors: Map<string, StoredTensor>;
}

/** Weights of a small network (some 160 kB), each value different from its neighbours. */
export async function smallWeights(seed = 1): Promise<WeightsFolder> {
  const variant = { model: 'cifar-resnet-8', classes: 10 };
  const parameters = parametersOf(networkOf(variant));
  const tensors = new Map<string, StoredTensor>();
  let counter = seed;
  for (const { name, shape } of parameters) {
    const length = shape.reduce((product, side) => product * side, 1);
    // Multiples of 1/256 below 8: exact in float16.
    const data = Float32Array.from({ length }, () => (counter++ % 2048) / 256);
    tensors.set(name, { shape, type: 'float32', data });
  }
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const shards: Shard[] = [];
  for (const name of new Set(parameters.map(({ shard }) => shard))) {
    const own = parameters.filter(({ shard }) => shard === name);
    const { shard, bytes } = await encodeShard(
      name,
      own.map((parameter) => [parameter.name, tensors.get(parameter.name)!]),
      'float16',
    );
    shards.push(shard);
    files.set(shard.file, bytes);
  }
  const labels = Array.from({ length: 10 }, (_, i) => `class ${i}`);
  const manifest: Manifest = {
    format: 'resnet-atlas-weights',
    version: 1,
    ...variant,
    precision: 'float16',
    source: { name: 'test', sha256: '0'.repeat(64), licence: 'MIT' },
    labels: 'labels.json',
    bytes: shards.reduce((sum, { bytes }) => sum + bytes, 0),
    shards,
  };
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  files.set('manifest.json', json(manifest)).set('labels.json', json(labels));
  return { manifest, labels, files, tensors };
}

export type Answer =
  Response | Error | ((signal: AbortSignal | null | undefined) => Response | Promise<Response>);

/** Serves files of a folder; single answers can be replaced. Keeps a log of what was asked for. */
export class FakeServer {
  readonly requests: string[] = [];
  readonly cacheModes: (RequestCache | undefined)[] = [];
  readonly answers = new Map<string, Answer>();

  constructor(readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>) {}

  readonly fetch = (async (url: string, { signal, cache }: RequestInit = {}) => {
    const file = url.slice(folder.length);
    this.requests.push(file);
    this.cacheModes.push(cache);
    const answer = this.answers.get(file);
    if (answer instanceof Error) throw answer;
    if (typeof answer === 'function') return answer(signal);
    if (answer) return answer.clone();
    const bytes = this.files.get(file);
    return bytes ? new Response(bytes) : new Response('', { status: 404 });
  }) as typeof fetch;
}

/** An answer that comes in the given chunks; it ends only when `end` is true. */
export function chunked(chunks: readonly Uint8Array<ArrayBuffer>[], end = true): Response {
  return new Response(
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        if (end) controller.close();
      },
    }),
  );
}

/** As much of Cache Storage as the loader uses, kept in memory. */
export class FakeCacheStorage {
  readonly caches = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>();
  /** Throws QuotaExceededError on writing. */
  full = false;

  asCacheStorage(): CacheStorage {
    return this as unknown as CacheStorage;
  }

  async keys(): Promise<string[]> {
    return [...this.caches.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.caches.delete(name);
  }

  async open(name: string) {
    if (!this.caches.has(name)) this.caches.set(name, new Map());
    const entries = this.caches.get(name)!;
    return {
      keys: async () => [...entries.keys()].map((url) => ({ url })),
      match: async (url: string) => (entries.has(url) ? new Response(entries.get(url)) : undefined),
      put: async (url: string, response: Response) => {
        if (this.full) throw new DOMException('no room', 'QuotaExceededError');
        entries.set(url, new Uint8Array(await response.arrayBuffer()));
      },
      delete: async (url: string) => entries.delete(url),
    };
  }
}

import { beforeAll, describe, expect, it } from 'vitest';
import { AtlasError, type ErrorCode } from '../errors.ts';
import { openWeights, type WeightsSource } from './loader.ts';
import type { StoredTensor, WeightsProgress } from './manifest.ts';
import { cacheName } from './shardCache.ts';
import {
  chunked,
  FakeCacheStorage,
  FakeServer,
  folder,
  smallWeights,
  type Answer,
  type WeightsFolder,
} from './testing.ts';

let weights: WeightsFolder;
let files: string[];
beforeAll(async () => {
  weights = await smallWeights();
  files = weights.manifest.shards.map(({ file }) => file);
});

const html = new Response('<!doctype html><title>404</title>', {
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
});
const unlabelledHtml = new Response('\n <!DOCTYPE html><title>Sign in</title>');
const encode = (text: string) => new TextEncoder().encode(text);

function open(server: FakeServer, storage?: FakeCacheStorage): Promise<WeightsSource> {
  return openWeights(folder, { fetch: server.fetch, cache: storage?.asCacheStorage() ?? null });
}

/** Loads all that is left, and tells what was delivered and reported. */
async function load(source: WeightsSource, signal?: AbortSignal) {
  const shards: string[] = [];
  const tensors = new Map<string, StoredTensor>();
  const progress: WeightsProgress[] = [];
  let error: unknown;
  try {
    await source.load({
      signal,
      onProgress: (report) => progress.push(report),
      onShard: (shard, decoded) => {
        shards.push(shard.file);
        for (const [name, tensor] of decoded) tensors.set(name, tensor);
      },
    });
  } catch (thrown) {
    error = thrown;
  }
  return { shards, tensors, progress, error };
}

async function openingError(
  answers: Record<string, Answer>,
  storage?: FakeCacheStorage,
): Promise<AtlasError> {
  const server = new FakeServer(weights.files);
  for (const [file, answer] of Object.entries(answers)) server.answers.set(file, answer);
  return open(server, storage).then(
    () => expect.unreachable('it was opened'),
    (error) => error,
  );
}

describe('openWeights', () => {
  it('reads manifest and labels, and no shard', async () => {
    const server = new FakeServer(weights.files);
    const source = await open(server);
    expect(source.manifest).toEqual(weights.manifest);
    expect(source.labels).toEqual(weights.labels);
    expect(server.requests).toEqual(['manifest.json', 'labels.json']);
    // Whether the browser's copy is still current is for the server to say.
    expect(server.cacheModes).toEqual(['no-cache', 'no-cache']);
  });

  it('takes a folder with or without its last slash', async () => {
    const server = new FakeServer(weights.files);
    await openWeights(folder.slice(0, -1), { fetch: server.fetch, cache: null });
    expect(server.requests).toEqual(['manifest.json', 'labels.json']);
  });

  it.each<[string, Record<string, Answer>, ErrorCode, object]>([
    ['no manifest', { 'manifest.json': new Response('', { status: 404 }) }, 'weightsMissing', { file: 'manifest.json', status: 404 }], // prettier-ignore
    [
      'a page in place of the manifest',
      { 'manifest.json': html },
      'weightsNotBinary',
      { file: 'manifest.json' },
    ],
    [
      'an unlabelled page',
      { 'manifest.json': unlabelledHtml },
      'weightsNotBinary',
      { file: 'manifest.json' },
    ],
    ['no JSON', { 'manifest.json': new Response('{"format"') }, 'weightsManifest', { file: 'manifest.json', reason: 'it is not JSON' }], // prettier-ignore
    ['not UTF-8', { 'manifest.json': new Response(Uint8Array.of(0xff, 0xfe)) }, 'weightsManifest', { file: 'manifest.json', reason: 'it is not JSON' }], // prettier-ignore
    ['another format', { 'manifest.json': new Response('{}') }, 'weightsManifest', { file: 'manifest.json', reason: 'source is not an object' }], // prettier-ignore
    ['an endless manifest', { 'manifest.json': () => chunked(Array(9).fill(new Uint8Array(2 ** 20)), false) }, 'weightsManifest', { file: 'manifest.json', reason: 'it is longer than 8 MB' }], // prettier-ignore
    [
      'no connection',
      { 'manifest.json': new TypeError('failed') },
      'weightsUnreachable',
      { file: 'manifest.json' },
    ],
    ['no labels', { 'labels.json': new Response('', { status: 500 }) }, 'weightsMissing', { file: 'labels.json', status: 500 }], // prettier-ignore
    ['too few labels', { 'labels.json': new Response('["a"]') }, 'weightsManifest', { file: 'labels.json', reason: 'it has 1 class names for 10 classes' }], // prettier-ignore
  ])('%s', async (_, answers, code, details) => {
    const error = await openingError(answers);
    expect({ code: error.code, details: error.details }).toEqual({ code, details });
  });

  it('uses the last visit’s manifest when there is no connection', async () => {
    const storage = new FakeCacheStorage();
    await load(await open(new FakeServer(weights.files), storage));
    const offline = new FakeServer(new Map());
    for (const file of weights.files.keys()) offline.answers.set(file, new TypeError('failed'));
    const { shards, error } = await load(await open(offline, storage));
    expect(error).toBeUndefined();
    expect(shards).toEqual(files);
  });

  it('can be aborted', async () => {
    const server = new FakeServer(weights.files);
    const signal = AbortSignal.abort(new Error('left the page'));
    await expect(openWeights(folder, { fetch: server.fetch, cache: null, signal })).rejects.toThrow(
      'left the page',
    );
    expect(server.requests).toEqual([]);
  });
});

describe('load', () => {
  it('delivers every shard once, in network order, with its values', async () => {
    const server = new FakeServer(weights.files);
    const { shards, tensors, error } = await load(await open(server));
    expect(error).toBeUndefined();
    expect(shards).toEqual(files);
    expect(server.requests.slice(2)).toEqual(files);
    expect([...tensors.keys()]).toEqual([...weights.tensors.keys()]);
    for (const [name, { shape, data }] of weights.tensors) {
      const { type, ...stored } = tensors.get(name)!;
      expect(stored.shape).toEqual(shape);
      expect(type).toBe(name.endsWith('/kernel') ? 'float16' : 'float32');
      if (type === 'float32') expect(stored.data).toEqual(data);
    }
  });

  it('reads one shard ahead and no more', async () => {
    const server = new FakeServer(weights.files);
    const source = await open(server);
    const asked: number[] = [];
    await source.load({ onShard: () => void asked.push(server.requests.length - 2) });
    // When a shard is delivered, it and its successor have been asked for.
    expect(asked).toEqual(files.map((_, i) => Math.min(i + 2, files.length)));
  });

  it('waits for a receiver that takes its time, with one shard downloaded in the meantime', async () => {
    const server = new FakeServer(weights.files);
    const source = await open(server);
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const delivered: string[] = [];
    let reachedFirst: (() => void) | undefined;
    const first = new Promise<void>((resolve) => (reachedFirst = resolve));
    const loading = source.load({
      onShard: ({ file }) => {
        delivered.push(file);
        reachedFirst!();
        return delivered.length === 1 ? held : undefined;
      },
    });
    await first;
    // More turns of the event loop than all of the rest would take.
    for (let turn = 0; turn < 500; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(delivered).toEqual([files[0]]);
    expect(server.requests.slice(2)).toEqual(files.slice(0, 2));
    release!();
    await loading;
    expect(delivered).toEqual(files);
  });

  it('tells of bytes as they come, and of each shard when it is complete', async () => {
    const server = new FakeServer(weights.files);
    const [first] = files;
    const bytes = weights.files.get(first)!;
    server.answers.set(
      first,
      chunked([bytes.subarray(0, 100), bytes.subarray(100)] as Uint8Array<ArrayBuffer>[]),
    );
    const { progress } = await load(await open(server));
    const { shards, bytes: totalBytes } = weights.manifest;
    expect(progress[0]).toEqual({
      shard: shards[0].name,
      received: 100,
      bytes: shards[0].bytes,
      totalReceived: 100,
      totalBytes,
      fromCache: false,
      complete: false,
    });
    expect(progress.filter(({ complete }) => complete).map(({ shard }) => shard)).toEqual(
      shards.map(({ name }) => name),
    );
    const totals = progress.map(({ totalReceived }) => totalReceived);
    expect(totals).toEqual([...totals].sort((a, b) => a - b));
    expect(progress.at(-1)).toMatchObject({ totalReceived: totalBytes, complete: true });
  });

  it('is over at once when all has been delivered', async () => {
    const server = new FakeServer(weights.files);
    const source = await open(server);
    await load(source);
    const again = await load(source);
    expect({ ...again, requests: server.requests.length }).toEqual({
      shards: [],
      tensors: new Map(),
      progress: [],
      error: undefined,
      requests: 2 + files.length,
    });
  });

  it('refuses a second call while one is under way', async () => {
    const source = await open(new FakeServer(weights.files));
    const first = load(source);
    expect((await load(source)).error).toMatchObject({ message: expect.stringContaining('already') });
    expect((await first).shards).toEqual(files);
  });

  const damaged = (file: string, change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) =>
    new Response(change(weights.files.get(file)!.slice()));

  it.each<[string, (file: string) => Answer, ErrorCode, (file: string, bytes: number) => object]>([
    [
      'a missing shard',
      () => new Response('gone', { status: 404 }),
      'weightsMissing',
      (file) => ({ file, status: 404 }),
    ],
    ['a page in place of a shard', () => html, 'weightsNotBinary', (file) => ({ file })],
    ['a page without its type', () => unlabelledHtml, 'weightsNotBinary', (file) => ({ file })],
    [
      'a long page without its type',
      () => new Response(`<html>${' '.repeat(10_000_000)}</html>`),
      'weightsNotBinary',
      (file) => ({ file }),
    ],
    [
      'a page of exactly its length',
      (file) => damaged(file, (bytes) => (bytes.set(encode('<!doctype html>')), bytes)),
      'weightsNotBinary',
      (file) => ({ file }),
    ],
    [
      'too few bytes',
      (file) => damaged(file, (bytes) => bytes.slice(4)),
      'weightsLength',
      (file, bytes) => ({ file, expected: bytes, actual: bytes - 4 }),
    ],
    [
      'no bytes',
      () => new Response(null),
      'weightsLength',
      (file, bytes) => ({ file, expected: bytes, actual: 0 }),
    ],
    [
      'too many bytes, without end',
      (file) => () => chunked([weights.files.get(file)!, new Uint8Array(8)], false),
      'weightsLength',
      (file, bytes) => ({ file, expected: bytes, actual: bytes + 8 }),
    ],
    [
      'a flipped bit',
      (file) => damaged(file, (bytes) => ((bytes[40] ^= 1), bytes)),
      'weightsHash',
      (file) => ({ file }),
    ],
    ['no connection', () => new TypeError('failed'), 'weightsUnreachable', (file) => ({ file })],
    [
      'a connection that breaks',
      () => () =>
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new Uint8Array(8));
            },
            pull(controller) {
              controller.error(new TypeError('reset'));
            },
          }),
        ),
      'weightsUnreachable',
      (file) => ({ file }),
    ],
  ])('%s: what came before stays, another call continues', async (_, answer, code, details) => {
    const server = new FakeServer(weights.files);
    const bad = files[2];
    server.answers.set(bad, answer(bad));
    const source = await open(server);
    const first = await load(source);
    expect(first.shards).toEqual(files.slice(0, 2));
    const { code: actualCode, details: actualDetails } = first.error as AtlasError;
    const expected = { code, details: details(bad, weights.files.get(bad)!.length) };
    expect({ code: actualCode, details: actualDetails }).toEqual(expected);

    server.answers.delete(bad);
    server.cacheModes.length = 0;
    const second = await load(source);
    expect(second.error).toBeUndefined();
    expect(second.shards).toEqual(files.slice(2));
    expect(second.progress.at(-1)!.totalReceived).toBe(weights.manifest.bytes);
    // What the browser's own cache keeps may be the damaged answer.
    expect(server.cacheModes[0]).toBe(code === 'weightsUnreachable' ? 'default' : 'reload');
  });

  it('stops when aborted, in the middle of a shard, and continues later', async () => {
    const server = new FakeServer(weights.files);
    const controller = new AbortController();
    // As with a real fetch, the stream fails when the request is aborted; the rest of it never comes.
    server.answers.set(files[1], (signal) => {
      const start = (stream: ReadableStreamDefaultController) => {
        stream.enqueue(weights.files.get(files[1])!.slice(0, 10));
        signal!.addEventListener('abort', () => stream.error(signal!.reason));
      };
      return new Response(new ReadableStream({ start, pull: () => controller.abort(new Error('enough')) }));
    });
    const source = await open(server);
    const first = await load(source, controller.signal);
    expect(first.error).toEqual(new Error('enough'));
    expect(first.shards.every((file) => file === files[0])).toBe(true);
    expect(server.requests).not.toContain(files[2]);

    server.answers.delete(files[1]);
    const second = await load(source);
    expect([...first.shards, ...second.shards]).toEqual(files);
  });

  it('delivers nothing after an abort from within', async () => {
    const source = await open(new FakeServer(weights.files));
    const controller = new AbortController();
    const delivered: string[] = [];
    const onShard = ({ file }: { file: string }) => {
      delivered.push(file);
      if (delivered.length === 2) controller.abort(new Error('enough'));
    };
    await expect(source.load({ onShard, signal: controller.signal })).rejects.toThrow('enough');
    expect(delivered).toEqual(files.slice(0, 2));
    expect((await load(source)).shards).toEqual(files.slice(2));
  });

  it('passes an error of the receiver on, and offers that shard again', async () => {
    const source = await open(new FakeServer(weights.files));
    const onShard = () => {
      throw new Error('no memory');
    };
    await expect(source.load({ onShard })).rejects.toThrow('no memory');
    expect((await load(source)).shards).toEqual(files);
  });
});

describe('the cache', () => {
  const kept = (storage: FakeCacheStorage) => storage.caches.get(cacheName)!;

  it('saves every byte on the second visit', async () => {
    const storage = new FakeCacheStorage();
    await load(await open(new FakeServer(weights.files), storage));
    expect([...kept(storage).keys()].sort()).toEqual(
      [...weights.files.keys()].map((file) => folder + file).sort(),
    );
    const server = new FakeServer(weights.files);
    const { shards, tensors, progress } = await load(await open(server, storage));
    expect(server.requests).toEqual(['manifest.json', 'labels.json']);
    expect(shards).toEqual(files);
    expect(tensors.get('head/bias')!.data).toEqual(weights.tensors.get('head/bias')!.data);
    expect(progress.every(({ fromCache, complete }) => fromCache && complete)).toBe(true);
    expect(progress.at(-1)!.totalReceived).toBe(weights.manifest.bytes);
  });

  it.each([
    ['damaged', (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, i) => (i === 9 ? byte ^ 1 : byte))],
    ['cut off', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, 12)],
  ])('fetches anew what is %s in it', async (_, damage) => {
    const storage = new FakeCacheStorage();
    await load(await open(new FakeServer(weights.files), storage));
    const url = folder + files[1];
    const good = kept(storage).get(url)!;
    kept(storage).set(url, damage(good));
    const server = new FakeServer(weights.files);
    const { error, shards } = await load(await open(server, storage));
    expect(error).toBeUndefined();
    expect(shards).toEqual(files);
    expect(server.requests.slice(2)).toEqual([files[1]]);
    expect(kept(storage).get(url)).toEqual(good);
  });

  it('never keeps a shard that failed its check', async () => {
    const storage = new FakeCacheStorage();
    const server = new FakeServer(weights.files);
    server.answers.set(files[1], new Response(new Uint8Array(weights.manifest.shards[1].bytes)));
    const { error } = await load(await open(server, storage));
    expect(error).toMatchObject({ code: 'weightsHash' });
    expect([...kept(storage).keys()].map((url) => url.slice(folder.length))).toEqual([
      'manifest.json',
      'labels.json',
      files[0],
    ]);
  });

  it('is done without when there is no room', async () => {
    const storage = new FakeCacheStorage();
    storage.full = true;
    const { error, shards } = await load(await open(new FakeServer(weights.files), storage));
    expect(error).toBeUndefined();
    expect(shards).toEqual(files);
    expect(kept(storage).size).toBe(0);
  });

  it('is done without when it fails altogether', async () => {
    const broken = new Proxy(
      {},
      { get: () => () => Promise.reject(new DOMException('no', 'SecurityError')) },
    );
    const server = new FakeServer(weights.files);
    const source = await openWeights(folder, { fetch: server.fetch, cache: broken as CacheStorage });
    expect((await load(source)).shards).toEqual(files);
  });

  it('forgets what an older manifest listed, and older versions of itself, and nothing else', async () => {
    const storage = new FakeCacheStorage();
    const old = await smallWeights(7);
    await load(await open(new FakeServer(old.files), storage));
    const elsewhere = 'https://example.test/weights/other/conv1.0.bin';
    kept(storage).set(elsewhere, new Uint8Array(4));
    storage.caches.set('resnet-atlas-weights-v0', new Map()).set('of-somebody-else', new Map());
    await load(await open(new FakeServer(weights.files), storage));
    const expected = [...[...weights.files.keys()].map((file) => folder + file), elsewhere];
    expect([...kept(storage).keys()].sort()).toEqual(expected.sort());
    expect([...storage.caches.keys()].sort()).toEqual(['of-somebody-else', cacheName]);
  });
});

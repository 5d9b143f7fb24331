import { describe, expect, it, vi } from 'vitest';
import { createClient, Superseded, type RestartReason } from './client.ts';
import { AtlasError } from './errors.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** A worker whose answers the test gives. */
class ScriptedWorker {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  readonly received: ToWorker[] = [];
  terminated = false;

  postMessage(message: ToWorker): void {
    this.received.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(message: FromWorker): void {
    this.onmessage?.({ data: message });
  }
}

function setUp() {
  const workers: ScriptedWorker[] = [];
  const restarts: RestartReason[] = [];
  const onMemory = vi.fn();
  const client = createClient({
    onRestart: (reason) => restarts.push(reason),
    onMemory,
    createWorker: () => {
      const worker = new ScriptedWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
  });
  return { client, workers, restarts, onMemory };
}

describe('client', () => {
  it('passes on what the engine holds, and goes on with the same worker', async () => {
    const { client, workers, restarts, onMemory } = setUp();
    const maps = client.call('maps', { node: 'conv1' });
    workers[0].answer({ event: 'memory', memory: { tensors: 3, bytes: 12 } });
    const [{ id }] = workers[0].received as { id: number }[];
    workers[0].answer({ id, response: 'maps' });
    expect(await maps).toBe('maps');
    expect(onMemory.mock.calls).toEqual([[{ tensors: 3, bytes: 12 }]]);
    expect(restarts).toEqual([]);
  });

  it('gives each call its own answer, and its progress before', async () => {
    const { client, workers } = setUp();
    const onProgress = vi.fn();
    const weights = client.call('loadWeights', {}, { onProgress });
    const maps = client.call('maps', { node: 'conv1' });
    const [first, second] = workers[0].received as { id: number }[];
    workers[0].answer({ id: second.id, response: 'maps' });
    workers[0].answer({ id: first.id, progress: { received: 1 } });
    workers[0].answer({ id: first.id, response: 'weights' });
    expect(await weights).toBe('weights');
    expect(await maps).toBe('maps');
    expect(onProgress).toHaveBeenCalledExactlyOnceWith({ received: 1 });
  });

  it('drops the answer to a call that a newer one of the same name has overtaken, and cancels it', async () => {
    const { client, workers } = setUp();
    const old = client.call('maps', { node: 'conv1' });
    const latest = client.call('maps', { node: 'pool1' });
    await expect(old).rejects.toBeInstanceOf(Superseded);
    const [first, cancel, second] = workers[0].received as [
      { id: number },
      { cancel: number },
      { id: number },
    ];
    expect(cancel.cancel).toBe(first.id);
    workers[0].answer({ id: first.id, response: 'old' });
    workers[0].answer({ id: second.id, response: 'latest' });
    expect(await latest).toBe('latest');
  });

  it('cancels when the caller does', async () => {
    const { client, workers } = setUp();
    const controller = new AbortController();
    const call = client.call('forward', { rewrites: [] }, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toBeInstanceOf(Superseded);
    expect(workers[0].received).toHaveLength(2);
    await expect(
      client.call('forward', { rewrites: [] }, { signal: controller.signal }),
    ).rejects.toBeInstanceOf(Superseded);
  });

  it('rejects with the coded error that the worker sent', async () => {
    const { client, workers } = setUp();
    const call = client.call('maps', { node: 'nonsense' });
    workers[0].answer({ id: 1, error: { code: 'unknownNode', details: { node: 'nonsense' } } });
    await expect(call).rejects.toMatchObject({ code: 'unknownNode', details: { node: 'nonsense' } });
    expect(await call.catch((error) => error instanceof AtlasError)).toBe(true);
  });

  it('replaces a worker that crashed, tells the caller, and works on', async () => {
    const { client, workers, restarts } = setUp();
    const lost = client.call('forward', { rewrites: [] });
    workers[0].onerror!({ message: 'boom', preventDefault() {} });
    await expect(lost).rejects.toMatchObject({ code: 'workerCrashed' });
    expect(workers[0].terminated).toBe(true);
    expect(restarts).toEqual(['workerCrashed']);
    const next = client.call('maps', { node: 'conv1' });
    workers[1].answer({ id: 2, response: 'maps' });
    expect(await next).toBe('maps');
  });

  it('replaces the worker when the graphics context is lost', async () => {
    const { client, workers, restarts } = setUp();
    const lost = client.call('forward', { rewrites: [] });
    workers[0].answer({ event: 'contextLost' });
    await expect(lost).rejects.toMatchObject({ code: 'contextLost' });
    expect(restarts).toEqual(['contextLost']);
    expect(workers).toHaveLength(2);
  });

  it('ends quietly', async () => {
    const { client, workers } = setUp();
    const call = client.call('forward', { rewrites: [] });
    client.dispose();
    await expect(call).rejects.toBeInstanceOf(Superseded);
    expect(workers[0].terminated).toBe(true);
  });
});

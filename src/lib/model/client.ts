/**
 * The page's side of the protocol: owns the worker, numbers the requests, drops stale answers.
 * Imports types only from the worker's side, so that a page without an experiment loads no tensor library.
 */
import { AtlasError, fromPlainError } from './errors.ts';
import type { EngineMemory, FromWorker, RequestName, Requests, ToWorker } from './protocol.ts';

/** A newer request of the same name, or the caller's signal, has made this one pointless. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

export interface CallOptions<N extends RequestName> {
  onProgress?: (progress: Requests[N]['progress']) => void;
  signal?: AbortSignal;
}

/** Told when the worker is replaced after a crash or a lost graphics context. */
export type RestartReason = 'contextLost' | 'workerCrashed';

export interface ClientOptions {
  /** The worker had to be replaced: the caller starts, loads and runs again. */
  onRestart?: (reason: RestartReason) => void;
  /** What the engine holds, told after each of its answers. */
  onMemory?: (memory: EngineMemory) => void;
  /** For tests. */
  createWorker?: () => Worker;
}

/** What the owner of a client is told by it. */
export type ClientHooks = Required<Pick<ClientOptions, 'onRestart' | 'onMemory'>>;

export interface Client {
  /**
   * Sends a request. Rejects with AtlasError for an expected error, with Superseded when a newer call of the
   * same name came before the answer, or the signal was aborted.
   */
  call<N extends RequestName>(
    name: N,
    request: Requests[N]['request'],
    options?: CallOptions<N>,
  ): Promise<Requests[N]['response']>;
  /** Ends the worker; calls under way reject with Superseded. */
  dispose(): void;
}

interface Pending {
  readonly name: RequestName;
  readonly resolve: (response: never) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress?: (progress: never) => void;
}

const ownWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export function createClient({ onRestart, onMemory, createWorker = ownWorker }: ClientOptions = {}): Client {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let worker = connect();

  function connect(): Worker {
    const connected = createWorker();
    connected.onmessage = ({ data }: MessageEvent<FromWorker>) => receive(data);
    connected.onerror = (event) => {
      event.preventDefault();
      restart('workerCrashed', new AtlasError('workerCrashed', { reason: event.message ?? '' }));
    };
    connected.onmessageerror = () =>
      restart('workerCrashed', new AtlasError('workerCrashed', { reason: 'unreadable message' }));
    return connected;
  }

  function restart(reason: RestartReason, error: AtlasError): void {
    worker.terminate();
    settleAll(error);
    worker = connect();
    onRestart?.(reason);
  }

  function settleAll(reason: unknown): void {
    const all = [...pending.values()];
    pending.clear();
    for (const { reject } of all) reject(reason);
  }

  function receive(message: FromWorker): void {
    if ('event' in message) {
      if (message.event === 'memory') return onMemory?.(message.memory);
      restart('contextLost', new AtlasError('contextLost', { backend: '' }));
      return;
    }
    const call = pending.get(message.id);
    if (!call) return;
    if ('progress' in message) {
      call.onProgress?.(message.progress as never);
      return;
    }
    pending.delete(message.id);
    if ('error' in message) call.reject(fromPlainError(message.error));
    else if ('superseded' in message) call.reject(new Superseded());
    else call.resolve(message.response as never);
  }

  function supersede(id: number): void {
    const call = pending.get(id);
    if (!call) return;
    pending.delete(id);
    send({ cancel: id });
    call.reject(new Superseded());
  }

  const send = (message: ToWorker) => worker.postMessage(message);

  return {
    call(name, request, { onProgress, signal } = {}) {
      for (const [id, call] of pending) if (call.name === name) supersede(id);
      if (signal?.aborted) return Promise.reject(new Superseded());
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        pending.set(id, { name, resolve, reject, onProgress });
        signal?.addEventListener('abort', () => supersede(id), { once: true });
        send({ id, name, request } as ToWorker);
      });
    },
    dispose() {
      worker.terminate();
      settleAll(new Superseded());
    },
  };
}

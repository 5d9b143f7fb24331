/**
 * The page's side of the protocol: owns the worker, numbers the requests, drops stale answers.
 * Imports types only, so that a page without an experiment loads no tensor library.
 */
import type { Requests, RequestName } from './protocol.ts';

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

export interface Client {
  /**
   * Sends a request. Rejects with AtlasError for an expected error, with Superseded when a newer call of the
   * same name came before the answer.
   */
  call<N extends RequestName>(
    name: N,
    request: Requests[N]['request'],
    options?: CallOptions<N>,
  ): Promise<Requests[N]['response']>;
  /** Ends the worker; calls under way reject with Superseded. */
  dispose(): void;
}

/** Starts a worker. `onRestart` is told when it had to be replaced: the caller then starts, loads and runs again. */
export declare function createClient(options?: { onRestart?: (reason: RestartReason) => void }): Client;

/** One trained network of a worker that others use, too, as the explorer asks for a network. */
import { Superseded, type Client } from '../../model/client.ts';
import type { BackendReport, RequestName, Requests } from '../../model/protocol.ts';
import type { Ask } from '../addition.svelte.ts';

export interface NetworkClientOptions {
  readonly ask: Ask;
  /** Of the worker, which runs already. */
  backend(): BackendReport;
  readonly classNames: readonly string[];
}

/** What has been decided with the network is told at once; all else is asked of the worker, which outlives this. */
export function networkClient({ ask, backend, classNames }: NetworkClientOptions): Client {
  const ended = new AbortController();
  const known: { readonly [N in RequestName]?: () => Requests[N]['response'] } = {
    start: backend,
    labels: () => classNames,
    loadWeights: () => ({ bytes: 0 }),
  };
  return {
    async call(name, request, { signal, ...options } = {}) {
      if (ended.signal.aborted) throw new Superseded();
      const told = known[name];
      if (told) return told();
      const either = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
      return ask(name, request, { ...options, signal: either });
    },
    dispose: () => ended.abort(),
  };
}

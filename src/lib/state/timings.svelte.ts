/** Measured times of the network's operations: on request, and kept while they are of the network that is shown. */
import { Superseded } from '../model/client.ts';
import { toPlainError, type PlainError } from '../model/errors.ts';
import type { TimingsReport } from '../model/protocol.ts';
import type { Ask } from './addition.svelte.ts';

export class Timings {
  /** While it is measured: operations done, of all. */
  progress = $state.raw<{ readonly done: number; readonly all: number } | null>(null);
  error = $state.raw<PlainError | null>(null);

  #measured = $state.raw<{ readonly network: string; readonly report: TimingsReport } | null>(null);
  #abort: AbortController | null = null;
  readonly #ask: Ask;
  readonly #network: () => string;

  /** @param network names what would be measured now: interventions and backend */
  constructor(ask: Ask, network: () => string) {
    this.#ask = ask;
    this.#network = network;
  }

  /** Of the network shown, else null. */
  get report(): TimingsReport | null {
    return this.#measured?.network === this.#network() ? this.#measured.report : null;
  }

  /** Measures the network of the last pass; a measurement under way is begun anew. */
  async measure(passes = 5): Promise<void> {
    this.cancel();
    const abort = (this.#abort = new AbortController());
    const network = this.#network();
    const isLast = () => this.#abort === abort;
    this.error = null;
    this.progress = { done: 0, all: 1 };
    try {
      const report = await this.#ask(
        'timings',
        { passes },
        {
          signal: abort.signal,
          onProgress: (progress) => {
            if (isLast()) this.progress = progress;
          },
        },
      );
      if (isLast()) this.#measured = { network, report };
    } catch (error) {
      if (isLast() && !(error instanceof Superseded) && !abort.signal.aborted) {
        this.error = toPlainError(error);
      }
    } finally {
      if (isLast()) {
        this.progress = null;
        this.#abort = null;
      }
    }
  }

  cancel(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.progress = null;
  }
}

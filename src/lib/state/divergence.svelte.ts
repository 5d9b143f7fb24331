/** How far each unit's output is from the unmodified network's, in the last pass: asked for while somebody looks. */
import { Superseded } from '../model/client.ts';
import { toPlainError, type PlainError } from '../model/errors.ts';
import type { Ask } from './addition.svelte.ts';

export class Divergence {
  /** By unit; of the pass `run`, as far as it has been measured. */
  units = $state.raw<Readonly<Record<string, number>>>({});
  /** The pass that `units` are of. */
  run = $state(0);
  isComplete = $state(false);
  error = $state.raw<PlainError | null>(null);

  readonly #ask: Ask;
  #abort: AbortController | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** @param done the pass has ended and can be asked; @param wanted somebody looks at the figures */
  follow({ run, done, wanted }: { run: number; done: boolean; wanted: boolean }): void {
    const isAsked = this.#abort !== null || this.isComplete;
    if (this.#abort && (run !== this.run || !wanted)) this.cancel();
    if (wanted && done && (run !== this.run || !isAsked)) void this.#measure(run);
  }

  async #measure(run: number): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    this.run = run;
    this.units = {};
    this.isComplete = false;
    this.error = null;
    try {
      const units = await this.#ask(
        'divergence',
        {},
        {
          signal,
          onProgress: ({ unit, value }) => {
            if (!signal.aborted) this.units = { ...this.units, [unit]: value };
          },
        },
      );
      if (signal.aborted) return;
      this.units = units;
      this.isComplete = true;
    } catch (error) {
      if (!signal.aborted && !(error instanceof Superseded)) this.error = toPlainError(error);
    }
  }

  cancel(): void {
    this.#abort?.abort();
    this.#abort = null;
  }
}

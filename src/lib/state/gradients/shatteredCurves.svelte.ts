/** Gradient curves of small networks, computed as soon as they are wanted; what has been computed stays. */
import { untrack } from 'svelte';
import { Superseded } from '../../model/client.ts';
import { toPlainError, type PlainError } from '../../model/errors.ts';
import type { CurveReport, CurveSource } from '../../model/protocol/shattered.ts';
import type { Ask } from '../addition.svelte.ts';
import { keyOf } from './shatteredSettings.ts';

/** Curves that are kept; a slider makes many. */
const mostKept = 60;

export class ShatteredCurves {
  #reports = $state.raw<Readonly<Record<string, CurveReport | undefined>>>({});
  #wanted = $state.raw<readonly CurveSource[]>([]);
  busy = $state(false);
  error = $state.raw<PlainError | null>(null);

  readonly #ask: Ask;
  #work: AbortController | null = null;

  /** Curves that are wanted and not there, each once. */
  readonly missing = $derived(
    this.#wanted.filter(
      (source, i, all) =>
        !this.report(source) && all.findIndex((other) => keyOf(other) === keyOf(source)) === i,
    ),
  );
  readonly done = $derived(this.#wanted.filter((source) => this.report(source)).length);

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  report(source: CurveSource): CurveReport | undefined {
    return this.#reports[keyOf(source)];
  }

  /** Other curves are wanted: computes those that are not there, in this order; what is under way for others ends. */
  follow(sources: readonly CurveSource[]): void {
    untrack(() => {
      if (String(sources.map(keyOf)) === String(this.#wanted.map(keyOf))) return;
      this.#wanted = sources;
      void this.run();
    });
  }

  async run(): Promise<void> {
    this.cancel();
    this.error = null;
    const { missing } = this;
    if (missing.length === 0) return;
    const { signal } = (this.#work = new AbortController());
    this.busy = true;
    try {
      await this.#ask(
        'shatter',
        { sources: missing },
        {
          signal,
          onProgress: ({ index, report }) => {
            if (!signal.aborted) this.#keep(missing[index], report);
          },
        },
      );
      if (signal.aborted) return;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Superseded)) this.error = toPlainError(error);
    }
    this.cancel();
  }

  #keep(source: CurveSource, report: CurveReport): void {
    const kept = Object.entries(this.#reports).slice(-mostKept);
    this.#reports = Object.fromEntries([...kept, [keyOf(source), report]]);
  }

  /** Ends what is under way; what has been computed stays. */
  cancel(): void {
    this.#work?.abort();
    this.#work = null;
    this.busy = false;
  }

  /** Takes the message off the page. */
  dismiss(): void {
    this.error = null;
  }

  dispose(): void {
    this.cancel();
  }
}

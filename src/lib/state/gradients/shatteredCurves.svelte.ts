/** Gradient curves of small networks, computed as soon as they are wanted; what has been computed stays. */
import { untrack } from 'svelte';
import type { CurveReport, CurveSource } from '../../model/protocol/shattered.ts';
import type { Ask } from '../addition.svelte.ts';
import { Work } from '../work.svelte.ts';
import { keyOf } from './shatteredSettings.ts';

/** Curves that are kept; a slider makes many. */
const mostKept = 60;

export class ShatteredCurves extends Work {
  #reports = $state.raw<Readonly<Record<string, CurveReport | undefined>>>({});
  #wanted = $state.raw<readonly CurveSource[]>([]);

  readonly #ask: Ask;

  /** Curves that are wanted and not there, each once. */
  readonly missing = $derived(
    this.#wanted.filter(
      (source, i, all) =>
        !this.report(source) && all.findIndex((other) => keyOf(other) === keyOf(source)) === i,
    ),
  );
  readonly done = $derived(this.#wanted.filter((source) => this.report(source)).length);

  constructor(ask: Ask) {
    super();
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
    this.dismiss();
    const { missing } = this;
    if (missing.length === 0) return;
    await this.begin(async (signal) => {
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
    });
  }

  #keep(source: CurveSource, report: CurveReport): void {
    const kept = Object.entries(this.#reports).slice(-mostKept);
    this.#reports = Object.fromEntries([...kept, [keyOf(source), report]]);
  }
}

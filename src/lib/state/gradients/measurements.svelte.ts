/** Networks at their initial weights, measured one after the other; what has been measured stays. */
import { untrack } from 'svelte';
import type { InitialisationOptions, InitialisationReport } from '../../model/protocol/initialisation.ts';
import type { Ask } from '../addition.svelte.ts';
import { Work } from '../work.svelte.ts';

/** The seeds are seed … seed + seeds − 1. */
export interface Seeds {
  readonly seed: number;
  readonly seeds: number;
}

/** What is to be shown. */
export interface Followed<C> extends Seeds {
  readonly configurations: readonly C[];
}

/** What is being measured, and how far it has come. */
export interface Busy<C> {
  readonly configuration: C;
  readonly done: number;
  readonly all: number;
}

/** What a page measures: how its configurations are told apart and asked for, and what is kept of an answer. */
export interface Measured<C, F extends { readonly seeds: number }> {
  format(configuration: C): string;
  options(configuration: C, seeds: Seeds): InitialisationOptions;
  figures(report: InitialisationReport): F;
}

export class Measurements<C, F extends { readonly seeds: number }> extends Work {
  /** By configuration and seeds; what there is of one that was ended stays, too. */
  results = $state.raw<Readonly<Record<string, F | undefined>>>({});
  busy = $state.raw<Busy<C> | null>(null);

  readonly #ask: Ask;
  readonly #of: Measured<C, F>;
  #followed = $state.raw<Followed<C>>({ configurations: [], seed: 0, seeds: 1 });

  /** Configurations that have not been measured with all their seeds. */
  readonly missing = $derived(
    this.#followed.configurations.filter((one) => (this.shown(one)?.seeds ?? 0) < this.#followed.seeds),
  );

  constructor(ask: Ask, of: Measured<C, F>) {
    super();
    this.#ask = ask;
    this.#of = of;
  }

  /** Other networks or seeds. What is under way ends when it is no longer wanted; nothing is begun. */
  follow(followed: Followed<C>): void {
    untrack(() => {
      const before = this.#followed;
      this.#followed = followed;
      if (!this.busy) return;
      const isOther = before.seed !== followed.seed || before.seeds !== followed.seeds;
      const now = this.#of.format(this.busy.configuration);
      if (isOther) this.cancel();
      else if (!followed.configurations.some((one) => this.#of.format(one) === now)) void this.run();
    });
  }

  /** A configuration's figures, as far as they have been measured here with these seeds. */
  shown(configuration: C): F | undefined {
    return this.results[this.#keyOf(configuration)];
  }

  /** Measures what is missing, one configuration after the other. */
  async run(): Promise<void> {
    await this.begin(async (signal) => {
      for (let next = this.missing.at(0); next; next = this.missing.at(0)) {
        await this.#measure(next, signal);
        if (signal.aborted) return;
      }
    });
  }

  async #measure(configuration: C, signal: AbortSignal): Promise<void> {
    const key = this.#keyOf(configuration);
    const keep = (report: InitialisationReport) => {
      this.results = { ...this.results, [key]: this.#of.figures(report) };
    };
    this.busy = { configuration, done: 0, all: 0 };
    const report = await this.#ask('initialise', this.#of.options(configuration, this.#followed), {
      signal,
      onProgress: ({ done, all, report }) => {
        if (signal.aborted) return;
        this.busy = { configuration, done, all };
        if (report) keep(report);
      },
    });
    if (!signal.aborted) keep(report);
  }

  protected override ended(): void {
    this.busy = null;
  }

  #keyOf(configuration: C): string {
    const { seed, seeds } = this.#followed;
    return `${this.#of.format(configuration)} ${seed} ${seeds}`;
  }
}

/** The landscapes of the networks of a race, computed one after the other when the reader asks for them. */
import { untrack } from 'svelte';
import type { LandscapeOptions } from '../../model/protocol/landscape.ts';
import type { Ask } from '../addition.svelte.ts';
import { Work } from '../work.svelte.ts';
import { withRow, type ShownLandscape } from './shownLandscape.ts';

/** What a landscape is computed of. */
export interface LandscapeSubject {
  /** The worker's name of the run. */
  readonly id: string;
  /** Steps that it has made. */
  readonly step: number;
}

export class Landscapes extends Work {
  /** By run; rows are added while they come. */
  found = $state.raw<Readonly<Record<string, ShownLandscape | undefined>>>({});
  /** What is being computed. */
  current = $state.raw<string | null>(null);
  /** Of what the landscapes are, and how they were computed. */
  #key = '';
  #subjects = $state.raw<readonly LandscapeSubject[]>([]);
  #options = $state.raw<LandscapeOptions | null>(null);

  /** Rows of all of them. */
  readonly progress = $derived({
    done: this.#subjects.reduce((sum, { id }) => sum + (this.found[id]?.rows ?? 0), 0),
    all: this.#subjects.length * (this.#options?.resolution ?? 0),
  });

  readonly isComplete = $derived(this.progress.all > 0 && this.progress.done === this.progress.all);

  readonly #ask: Ask;

  constructor(ask: Ask) {
    super();
    this.#ask = ask;
  }

  /** What belongs to other networks, to other steps of them or to another plane goes; what is under way for it ends. */
  follow(subjects: readonly LandscapeSubject[], options: LandscapeOptions): void {
    untrack(() => {
      const key = JSON.stringify([subjects.map(({ id, step }) => [id, step]), options]);
      if (key === this.#key) return;
      this.cancel();
      this.dismiss();
      this.#key = key;
      this.#subjects = subjects;
      this.#options = options;
      this.found = {};
    });
  }

  /** Computes what is not there yet, whole landscapes at a time. */
  run(): Promise<void> {
    const [subjects, options] = [this.#subjects, this.#options];
    return this.begin(async (signal) => {
      for (const { id } of subjects) {
        if (!options || this.found[id]?.rows === options.resolution) continue;
        this.current = id;
        this.#show(id, null);
        await this.#ask(
          'landscape',
          { ...options, id },
          {
            signal,
            onProgress: (row) => {
              if (!signal.aborted) this.#show(id, withRow(this.found[id] ?? null, row));
            },
          },
        );
        signal.throwIfAborted();
      }
    });
  }

  #show(id: string, landscape: ShownLandscape | null): void {
    this.found = { ...this.found, [id]: landscape ?? undefined };
  }

  protected override ended(): void {
    this.current = null;
  }
}

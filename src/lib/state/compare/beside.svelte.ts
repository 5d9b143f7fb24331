/** What another network makes of the same picture, at the same node. */
import type { MapsReport } from '../../model/protocol.ts';
import type { Ask } from '../addition.svelte.ts';
import { Work } from '../work.svelte.ts';

/** A node's value in the network of a run, and the classes' probabilities. */
export interface FoundBeside {
  readonly run: string;
  readonly maps: MapsReport;
  readonly probabilities: Float32Array;
}

export class Beside extends Work {
  /** What was asked for last, once it is here. */
  found = $state.raw<FoundBeside | null>(null);
  readonly #ask: Ask;
  #key = '';

  constructor(ask: Ask) {
    super();
    this.#ask = ask;
  }

  /** @param step steps that the run has made: with more it is asked again */
  follow(wanted: { run: string; step: number; picture: number; node: string } | null): void {
    const key = wanted ? Object.values(wanted).join(' ') : '';
    if (key === this.#key) return;
    this.#key = key;
    if (!wanted) return this.cancel();
    const { run, picture, node } = wanted;
    void this.begin(async (signal) => {
      const found = await this.#ask('insideValues', { run, picture, node }, { signal });
      if (!signal.aborted) this.found = { run, ...found };
    });
  }

  forget(): void {
    this.cancel();
    this.#key = '';
    this.found = null;
  }
}

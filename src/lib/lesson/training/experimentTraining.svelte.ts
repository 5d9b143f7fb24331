/** What a lesson's experiment does when it trains: at once with seed 0, then with the next seed whenever it is asked. */
import { onMount, untrack } from 'svelte';
import { openLaboratory } from '../laboratory.ts';
import type { LaneRun } from '../../state/compare/race.svelte.ts';
import type { RaceSettings } from '../../state/compare/raceSettings.ts';
import { Races } from './races.svelte.ts';

interface Options {
  /** The races of a run with this seed. */
  readonly settings: (seed: number) => readonly RaceSettings[];
  /** A run has come to its end. */
  readonly onended: (runs: readonly LaneRun[], seed: number) => void;
}

export class ExperimentTraining {
  readonly races: Races;
  seed = $state(0);
  readonly #laboratory = openLaboratory();
  readonly #options: Options;

  /** Call it while a component is initialised: it ends with that component. */
  constructor(options: Options) {
    this.#options = options;
    const { askLaboratory, explorer } = this.#laboratory;
    this.races = new Races(askLaboratory, { worker: () => explorer.backend });
    onMount(() => {
      void untrack(() => this.start());
      return () => this.races.dispose();
    });
  }

  /** What computes, once that is known. */
  readonly backend = $derived.by(() => this.#laboratory.explorer.backend?.backend ?? '');
  /** Every network's run, in the order of the races. */
  readonly runs = $derived.by(() =>
    this.races.races.flatMap(({ lanes }) => lanes.flatMap(({ runs }) => runs)),
  );

  async start(): Promise<void> {
    if (this.races.isWhole) this.seed++;
    const { seed } = this;
    if (await this.races.run(this.#options.settings(seed))) this.#options.onended(this.runs, seed);
  }
}

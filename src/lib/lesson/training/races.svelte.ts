/** Races that are trained one after the other: what a lesson's experiment is made of when it trains. */
import { Race, type RaceOptions } from '../../state/compare/race.svelte.ts';
import type { RaceSettings } from '../../state/compare/raceSettings.ts';
import type { Ask } from '../../state/addition.svelte.ts';
import { Work } from '../../state/work.svelte.ts';

export class Races extends Work {
  /** Those of the last run, with their curves as far as they have come. */
  races = $state.raw<readonly Race[]>([]);
  /** All of them have come to their end. */
  isWhole = $state(false);

  /** Steps of all races together. */
  readonly progress = $derived({
    done: this.races.reduce((sum, { step }) => sum + step, 0),
    all: this.races.reduce((sum, { settings }) => sum + (settings?.recipe.steps ?? 0), 0),
  });
  /** The one under way. */
  readonly current = $derived(this.races.findIndex(({ running }) => running));

  readonly #ask: Ask;
  readonly #options: RaceOptions;

  constructor(ask: Ask, options: RaceOptions = {}) {
    super();
    this.#ask = ask;
    this.#options = options;
  }

  /** Trains all of these from their beginning. Answers whether it came to the end. */
  async run(settings: readonly RaceSettings[]): Promise<boolean> {
    this.cancel();
    this.isWhole = false;
    const races = settings.map((one) => {
      const race = new Race(this.#ask, this.#options);
      race.follow(one);
      return race;
    });
    this.races = races;
    await this.begin(async (signal) => {
      for (const race of races) {
        await race.train(race.settings!.recipe.steps);
        signal.throwIfAborted();
        this.error = race.error;
        if (race.error) return;
      }
      this.isWhole = true;
    });
    return this.races === races && this.isWhole;
  }

  override cancel(): void {
    super.cancel();
    for (const race of this.races) race.cancel();
  }
}

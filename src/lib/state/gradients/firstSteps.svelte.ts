/** The first steps of a plain network and of a residual one, trained with the same data. */
import { untrack } from 'svelte';
import type { StepFigures } from '../../model/protocol/initialisation.ts';
import type { Ask } from '../addition.svelte.ts';
import { Work } from '../work.svelte.ts';
import { sameSettings, stepNets, type StepCurves, type StepNet, type StepSettings } from './stepSettings.ts';

const noCurves: StepCurves = { plain: [], residual: [] };

export class FirstSteps extends Work {
  curves = $state.raw<StepCurves>(noCurves);
  /** Which network is at work. */
  busy = $state.raw<StepNet | null>(null);

  readonly #ask: Ask;
  #settings: StepSettings | null = null;

  constructor(ask: Ask) {
    super();
    this.#ask = ask;
  }

  /** Whether anything has been measured here with the settings that are followed. */
  readonly hasRun = $derived(stepNets.some((net) => this.curves[net].length > 0));

  /** Other settings: what was measured with those before goes, and what is under way ends. */
  follow(settings: StepSettings): void {
    untrack(() => {
      if (this.#settings && sameSettings(this.#settings, settings)) return;
      this.cancel();
      this.#settings = settings;
      this.curves = noCurves;
      this.error = null;
    });
  }

  /** Trains both networks anew, one after the other; every step is shown as soon as it is done. */
  async run(): Promise<void> {
    const settings = this.#settings;
    if (!settings) return;
    await this.begin(async (signal) => {
      this.curves = noCurves;
      for (const net of stepNets) {
        this.busy = net;
        const steps = await this.#ask(
          'firstSteps',
          { ...settings, net, norm: 'batch', init: 'he' },
          {
            signal,
            onProgress: (step) => {
              if (!signal.aborted) this.#keep(net, [...this.curves[net], step]);
            },
          },
        );
        if (signal.aborted) return;
        this.#keep(net, steps);
      }
    });
  }

  #keep(net: StepNet, steps: readonly StepFigures[]): void {
    this.curves = { ...this.curves, [net]: steps };
  }

  protected override ended(): void {
    this.busy = null;
  }
}

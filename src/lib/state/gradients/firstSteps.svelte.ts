/** The first steps of a plain network and of a residual one, trained with the same data. */
import { untrack } from 'svelte';
import { Superseded } from '../../model/client.ts';
import { toPlainError, type PlainError } from '../../model/errors.ts';
import type { StepFigures } from '../../model/protocol/initialisation.ts';
import type { Ask } from '../addition.svelte.ts';
import { sameSettings, stepNets, type StepCurves, type StepNet, type StepSettings } from './stepSettings.ts';

const noCurves: StepCurves = { plain: [], residual: [] };

export class FirstSteps {
  curves = $state.raw<StepCurves>(noCurves);
  /** Which network is at work. */
  busy = $state.raw<StepNet | null>(null);
  error = $state.raw<PlainError | null>(null);

  readonly #ask: Ask;
  #settings: StepSettings | null = null;
  #work: AbortController | null = null;

  constructor(ask: Ask) {
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
    this.cancel();
    this.error = null;
    this.curves = noCurves;
    const { signal } = (this.#work = new AbortController());
    try {
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
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Superseded)) this.error = toPlainError(error);
    }
    this.cancel();
  }

  #keep(net: StepNet, steps: readonly StepFigures[]): void {
    this.curves = { ...this.curves, [net]: steps };
  }

  /** Ends what is under way; the steps so far stay. */
  cancel(): void {
    this.#work?.abort();
    this.#work = null;
    this.busy = null;
  }

  /** Takes the message off the page. */
  dismiss(): void {
    this.error = null;
  }

  dispose(): void {
    this.cancel();
  }
}

/** Networks at their initial weights, measured one after the other; what has been measured stays. */
import { untrack } from 'svelte';
import { Superseded } from '../../model/client.ts';
import { toPlainError, type PlainError } from '../../model/errors.ts';
import type { InitialisationOptions, InitialisationReport } from '../../model/protocol/initialisation.ts';
import type { Ask } from '../addition.svelte.ts';
import { alphaOf, depthOf, formatConfiguration, type NetworkConfiguration } from './networkConfiguration.ts';
import { figuresOf, type NetworkFigures } from './networkFigures.ts';

/** What is to be shown. */
export interface FollowedNetworks {
  readonly configurations: readonly NetworkConfiguration[];
  readonly seed: number;
  /** How many seeds, from that one on. */
  readonly seeds: number;
}

/** What is being measured, and how far it has come. */
export interface BusyNetwork {
  readonly configuration: NetworkConfiguration;
  readonly done: number;
  readonly all: number;
}

/** What the worker is asked for a configuration. */
export function optionsOf(
  configuration: NetworkConfiguration,
  { seed, seeds }: Pick<FollowedNetworks, 'seed' | 'seeds'>,
): InitialisationOptions {
  const { size, net, norm, init, zeroGamma } = configuration;
  return {
    family: size === 'resnet50' ? 'resnet50' : 'cifar',
    depth: depthOf(configuration),
    net,
    norm,
    init,
    zeroGamma,
    alpha: alphaOf(configuration),
    seed,
    seeds,
  };
}

export class Initialisations {
  /** By configuration and seeds; what there is of one that was ended stays, too. */
  results = $state.raw<Readonly<Record<string, NetworkFigures | undefined>>>({});
  busy = $state.raw<BusyNetwork | null>(null);
  error = $state.raw<PlainError | null>(null);

  readonly #ask: Ask;
  #followed = $state.raw<FollowedNetworks>({ configurations: [], seed: 0, seeds: 1 });
  #work: AbortController | null = null;

  /** Configurations that have not been measured with all their seeds. */
  readonly missing = $derived(
    this.#followed.configurations.filter((one) => (this.shown(one)?.seeds ?? 0) < this.#followed.seeds),
  );

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Other networks or seeds. What is under way ends when it is no longer wanted; nothing is begun. */
  follow(followed: FollowedNetworks): void {
    untrack(() => {
      const before = this.#followed;
      this.#followed = followed;
      if (!this.busy) return;
      const isOther = before.seed !== followed.seed || before.seeds !== followed.seeds;
      const now = formatConfiguration(this.busy.configuration);
      if (isOther) this.cancel();
      else if (!followed.configurations.some((one) => formatConfiguration(one) === now)) void this.run();
    });
  }

  /** A configuration's figures, as far as they have been measured here with these seeds. */
  shown(configuration: NetworkConfiguration): NetworkFigures | undefined {
    return this.results[this.#keyOf(configuration)];
  }

  /** Measures what is missing, one configuration after the other. */
  async run(): Promise<void> {
    this.cancel();
    this.error = null;
    const { signal } = (this.#work = new AbortController());
    try {
      for (let next = this.missing.at(0); next; next = this.missing.at(0)) {
        await this.#measure(next, signal);
        if (signal.aborted) return;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Superseded)) this.error = toPlainError(error);
    }
    this.cancel();
  }

  async #measure(configuration: NetworkConfiguration, signal: AbortSignal): Promise<void> {
    const key = this.#keyOf(configuration);
    const keep = (report: InitialisationReport) => {
      this.results = { ...this.results, [key]: figuresOf(report) };
    };
    this.busy = { configuration, done: 0, all: 0 };
    const report = await this.#ask('initialise', optionsOf(configuration, this.#followed), {
      signal,
      onProgress: ({ done, all, report }) => {
        if (signal.aborted) return;
        this.busy = { configuration, done, all };
        if (report) keep(report);
      },
    });
    if (!signal.aborted) keep(report);
  }

  /** Ends what is under way; what has been measured stays. */
  cancel(): void {
    this.#work?.abort();
    this.#work = null;
    this.busy = null;
  }

  #keyOf(configuration: NetworkConfiguration): string {
    const { seed, seeds } = this.#followed;
    return `${formatConfiguration(configuration)} ${seed} ${seeds}`;
  }

  /** Takes the message off the page. */
  dismiss(): void {
    this.error = null;
  }

  dispose(): void {
    this.cancel();
  }
}

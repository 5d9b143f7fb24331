/** Iterative refinement: of the current picture, and of a set of pictures. */
import { untrack } from 'svelte';
import { Superseded } from '../../model/client.ts';
import type { Requests } from '../../model/protocol.ts';
import type { RefinementReport } from '../../model/protocol/refinement.ts';
import type { Ask } from '../addition.svelte.ts';
import { Work } from '../work.svelte.ts';
import { PictureSet } from './pictureSet.svelte.ts';

/** Whose loss is taken: the most probable class, or the second. */
export const lossChoices = ['first', 'second'] as const;
export type LossChoice = (typeof lossChoices)[number];
export const rankOf: Readonly<Record<LossChoice, number>> = { first: 1, second: 2 };

/** What is to be shown. */
export interface FollowedRefinement {
  /** Counts passes: each is of a picture. */
  readonly run: number;
  /** The pass has ended and can be asked. */
  readonly done: boolean;
  readonly loss: LossChoice;
}

/** A report, and what it is of. */
export interface MeasuredPicture {
  readonly run: number;
  readonly loss: LossChoice;
  readonly report: RefinementReport;
}

export class Refinement extends Work {
  /** The last picture that was measured, current or not. */
  measured = $state.raw<MeasuredPicture | null>(null);
  /** How far the current picture is; null when none is under way. */
  progress = $state.raw<Requests['refinement']['progress'] | null>(null);
  readonly set = new PictureSet<RefinementReport>();

  readonly #ask: Ask;
  #followed = $state.raw<FollowedRefinement | null>(null);
  /** The worker drops all but the last request of a name: they are sent one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ask: Ask) {
    super();
    this.#ask = ask;
  }

  /** The report of the current picture for the chosen loss; null as long as there is none. */
  readonly report = $derived.by(() => {
    const { measured } = this;
    const followed = this.#followed;
    const isCurrent = measured?.run === followed?.run && measured?.loss === followed?.loss;
    return isCurrent ? (measured?.report ?? null) : null;
  });

  /** Measures the current picture, if it has not been; what is under way for another one ends. */
  follow(followed: FollowedRefinement): void {
    untrack(() => this.#follow(followed));
  }

  #follow(followed: FollowedRefinement): void {
    const before = this.#followed;
    this.#followed = followed;
    const isSame = before?.run === followed.run && before.loss === followed.loss;
    if (!isSame) this.cancel();
    this.set.follow(followed.loss);
    if (followed.done && !this.report && !this.running && (!isSame || !before.done)) void this.start();
  }

  /** Measures the current picture. */
  async start(): Promise<void> {
    const followed = this.#followed;
    if (!followed?.done) return;
    const { run, loss } = followed;
    await this.begin(async (signal) => {
      this.progress = { done: 0, all: 0 };
      const onProgress = (progress: Requests['refinement']['progress']) => {
        if (!signal.aborted) this.progress = progress;
      };
      const report = await this.#inTurn(signal, () =>
        this.#ask('refinement', { rank: rankOf[loss] }, { signal, onProgress }),
      );
      if (!signal.aborted) this.measured = { run, loss, report };
    });
  }

  /** Measures what is left of the set. */
  async runSet(loss: LossChoice): Promise<void> {
    await this.set.run({
      key: loss,
      measure: (picture, signal) =>
        this.#inTurn(signal, () => this.#ask('refinement', { rank: rankOf[loss], ...picture }, { signal })),
    });
  }

  async #inTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.#turn;
    const mine = (async () => {
      await before.catch(() => undefined);
      if (signal.aborted) throw new Superseded();
      return work();
    })();
    this.#turn = mine;
    return mine;
  }

  protected override ended(): void {
    this.progress = null;
  }

  override dispose(): void {
    super.dispose();
    this.set.dispose();
  }
}

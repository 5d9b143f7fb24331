/** What the score of a class rests on, in the last pass: one map for each class asked about, by the chosen method. */
import { untrack } from 'svelte';
import { Superseded } from '../model/client.ts';
import { toPlainError, type PlainError } from '../model/errors.ts';
import type { AttributionMap, AttributionMethod } from '../model/protocol.ts';
import type { Ask } from './addition.svelte.ts';

export const attributionMethods = [
  'cam',
  'gradCam',
  'saliency',
  'smoothGrad',
  'occlusion',
] as const satisfies readonly AttributionMethod[];

/** Sides of the squares in occlusion, in pixels. */
export const occlusionSides = ['32', '48', '64'] as const;

/** All that a map depends on besides class and pass; what a method does not read is left out. */
export type AttributionSettings =
  | { readonly method: 'cam' | 'saliency' }
  | { readonly method: 'gradCam'; readonly block: string }
  | { readonly method: 'smoothGrad'; readonly samples: number; readonly seed: number }
  | { readonly method: 'occlusion'; readonly side: number };

/** Methods of many passes: begun when they are chosen, and not again with every new picture. */
export const takesLong = ({ method }: AttributionSettings): boolean =>
  method === 'smoothGrad' || method === 'occlusion';

/** What is to be shown. */
export interface FollowedAttribution {
  /** Counts passes. */
  readonly run: number;
  /** The pass has ended and can be asked. */
  readonly done: boolean;
  /** Classes, by index; without repetition. */
  readonly targets: readonly number[];
  readonly settings: AttributionSettings;
  /** What the reader (or the link) has chosen: when it changes, a method that takes long is begun. */
  readonly choice: string;
}

/** A map, the pass and the settings that it is of, and how far it has come. */
export interface Attributed {
  readonly run: number;
  readonly settings: string;
  readonly map: AttributionMap;
  /** Of the passes or samples that it is made of; both 1 for a method without such. */
  readonly done: number;
  readonly all: number;
}

const keyOf = (settings: AttributionSettings) => JSON.stringify(settings);

export class Attributions {
  /** By class. */
  results = $state.raw<Readonly<Record<number, Attributed | undefined>>>({});
  /** What is being computed, and how far it is. */
  busy = $state.raw<{ readonly target: number; readonly done: number; readonly all: number } | null>(null);
  /** Something is to be computed and waits for the reader's word. */
  waiting = $state(false);
  error = $state.raw<PlainError | null>(null);

  readonly #ask: Ask;
  #followed = $state.raw<FollowedAttribution | null>(null);
  #work: AbortController | null = null;
  #begunChoice: string | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Asks for the maps that are missing; what is under way for another pass, class or method ends. */
  follow(followed: FollowedAttribution): void {
    untrack(() => this.#follow(followed));
  }

  #follow(followed: FollowedAttribution): void {
    const before = this.#followed;
    this.#followed = followed;
    const isSame =
      before?.run === followed.run &&
      before.done === followed.done &&
      keyOf(before.settings) === keyOf(followed.settings) &&
      before.targets.join() === followed.targets.join();
    if (isSame && before.choice === followed.choice) return;
    if (!isSame) this.#end();
    if (!followed.done || this.#work) return;
    if (!this.#missing()) {
      this.waiting = false;
      return;
    }
    const isChosenNow = followed.choice !== this.#begunChoice;
    if (isChosenNow || !takesLong(followed.settings)) void this.#compute();
    else this.waiting = true;
  }

  /** A class's map by the chosen method, if it is of this pass; or of an earlier one, as long as there is none. */
  shown(target: number): { readonly result: Attributed; readonly current: boolean } | null {
    const followed = this.#followed;
    const result = this.results[target];
    if (!followed || result?.settings !== keyOf(followed.settings)) return null;
    return { result, current: result.run === followed.run };
  }

  /** Computes what is missing, however long it takes. */
  start(): void {
    if (this.#followed?.done && !this.#work) void this.#compute();
  }

  /** Ends what is under way; what has been computed of it stays. */
  cancel(): void {
    this.#end();
    this.waiting = this.#missing() !== undefined;
  }

  /** The first class without a complete map. */
  #missing(): number | undefined {
    return this.#followed?.targets.find((target) => {
      const shown = this.shown(target);
      return !shown?.current || shown.result.done < shown.result.all;
    });
  }

  async #compute(): Promise<void> {
    const { run, settings, choice } = this.#followed!;
    const { signal } = (this.#work = new AbortController());
    this.#begunChoice = choice;
    this.waiting = false;
    this.error = null;
    // The worker drops all but the last request of a name: one class after the other.
    for (let target = this.#missing(); target !== undefined; target = this.#missing()) {
      const of = target;
      const keep = (map: AttributionMap, done: number, all: number) => {
        this.results = { ...this.#ofSettings(), [of]: { run, settings: keyOf(settings), map, done, all } };
      };
      this.busy = { target, done: 0, all: 0 };
      try {
        const map = await this.#ask(
          'attribution',
          { ...settings, target },
          {
            signal,
            onProgress: ({ done, all, map }) => {
              if (signal.aborted) return;
              this.busy = { target: of, done, all };
              if (map) keep(map, done, all);
            },
          },
        );
        if (signal.aborted) return;
        keep(map, 1, 1);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof Superseded)) this.error = toPlainError(error);
        this.#end();
        this.waiting = true;
        return;
      }
    }
    this.#end();
  }

  /** Maps by another method, or of a class that is not asked about, are not kept. */
  #ofSettings(): Readonly<Record<number, Attributed>> {
    const { settings, targets } = this.#followed!;
    const key = keyOf(settings);
    return Object.fromEntries(
      targets.flatMap((target) => {
        const result = this.results[target];
        return result?.settings === key ? [[target, result]] : [];
      }),
    );
  }

  #end(): void {
    this.#work?.abort();
    this.#work = null;
    this.busy = null;
  }

  /** Takes the message off the page. */
  dismiss(): void {
    this.error = null;
  }

  dispose(): void {
    this.#end();
  }
}

/** An ordered set of pictures, samples or files of the reader's own, each measured in turn with the same measurement. */
import { toPlainError, type PlainError } from '../../model/errors.ts';
import type { PictureSource } from '../pictureSource.ts';
import { Work } from '../work.svelte.ts';

/** A picture of the set, and what has come of it: neither result nor error while it waits. */
export interface SetMember<R> {
  readonly source: PictureSource;
  readonly result: R | null;
  /** Why this picture cannot be measured; the others can. */
  readonly error: PlainError | null;
}

export interface SetMeasurement<R> {
  /** What the results depend on besides the picture: results of another key are forgotten. */
  readonly key: string;
  measure(picture: { readonly name: string; readonly file: Blob }, signal: AbortSignal): Promise<R>;
}

export class PictureSet<R> extends Work {
  members = $state.raw<readonly SetMember<R>[]>([]);
  /** Results so far, in the set's order. */
  readonly results = $derived(this.members.flatMap(({ result }) => (result === null ? [] : [result])));
  /** Pictures that need no more work: measured, or found to be unusable. */
  readonly done = $derived(
    this.members.filter(({ result, error }) => result !== null || error !== null).length,
  );
  readonly complete = $derived(this.members.length > 0 && this.done === this.members.length);

  #key = '';

  /** Another set of pictures; what is under way ends. */
  choose(sources: readonly PictureSource[]): void {
    this.cancel();
    this.error = null;
    this.members = sources.map((source) => ({ source, result: null, error: null }));
  }

  /** Forgets results that were measured under another key, and ends what is under way for it. */
  follow(key: string): void {
    if (key === this.#key) return;
    this.#key = key;
    this.choose(this.members.map(({ source }) => source));
  }

  /** Measures what has not been measured yet; a picture that cannot be read is told and passed over. */
  async run({ key, measure }: SetMeasurement<R>): Promise<void> {
    this.follow(key);
    await this.begin(async (signal) => {
      for (const [at, { source, result, error }] of this.members.entries()) {
        if (result !== null || error !== null) continue;
        const told = await this.#member(source, measure, signal);
        if (signal.aborted) return;
        this.members = this.members.with(at, { source, result: null, error: null, ...told });
      }
    });
  }

  async #member(source: PictureSource, measure: SetMeasurement<R>['measure'], signal: AbortSignal) {
    try {
      const file = await source.read();
      signal.throwIfAborted();
      return { result: await measure({ name: source.name, file }, signal) };
    } catch (cause) {
      const error = toPlainError(cause);
      if (error.code.startsWith('picture')) return { error };
      throw cause;
    }
  }
}

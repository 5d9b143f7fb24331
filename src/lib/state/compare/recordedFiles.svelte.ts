/** Recorded runs whose files were fetched. */
import { AtlasError } from '../../model/errors.ts';
import { Work } from '../work.svelte.ts';
import { unpackRun, type RecordedFile, type RecordedRun } from './recordedRuns.ts';

/** The parts of `fetch` that are used. */
export type FetchRecording = (
  url: string,
  options: { readonly signal: AbortSignal },
) => Promise<{ readonly ok: boolean; json(): Promise<unknown> }>;

export class RecordedFiles extends Work {
  /** Those that are here, by name. */
  runs = $state.raw<Readonly<Record<string, RecordedRun>>>({});
  readonly #urlOf: (path: string) => string;
  readonly #fetch: FetchRecording;

  /** @param urlOf URL of a file of this site, by its path from the root */
  constructor(
    urlOf: (path: string) => string,
    fetchFile: FetchRecording = (url, options) => fetch(url, options),
  ) {
    super();
    this.#urlOf = urlOf;
    this.#fetch = fetchFile;
  }

  /** These are wanted now, and no others: fetches what is not here yet. */
  async follow(names: readonly string[]): Promise<void> {
    const missing = names.filter((name) => !Object.hasOwn(this.runs, name));
    await this.begin(async (signal) => {
      const found = await Promise.all(
        missing.map(async (name) => [name, await this.#read(name, signal)] as const),
      );
      if (!signal.aborted) this.runs = { ...this.runs, ...Object.fromEntries(found) };
    });
  }

  async #read(name: string, signal: AbortSignal): Promise<RecordedRun> {
    try {
      const response = await this.#fetch(this.#urlOf(recordingPath(name)), { signal });
      if (response.ok) return unpackRun((await response.json()) as RecordedFile);
    } catch (cause) {
      throw new AtlasError('recordingUnreachable', { name }, { cause });
    }
    throw new AtlasError('recordingUnreachable', { name });
  }
}

/** Of a run's file, from the root of the site. */
export const recordingPath = (name: string): string => `recordings/training/${name}.json`;

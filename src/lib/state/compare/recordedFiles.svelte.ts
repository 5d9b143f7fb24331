/** Recorded runs whose files were fetched. */
import { Work } from '../work.svelte.ts';
import { RecordingSource, type FetchRecording } from './recordingSource.ts';
import { unpackRun, type RecordedFile, type RecordedRun } from './recordedRuns.ts';

export class RecordedFiles extends Work {
  /** Those that are here, by name. */
  runs = $state.raw<Readonly<Record<string, RecordedRun>>>({});
  readonly #source: RecordingSource;

  /** @param urlOf URL of a file of this site, by its path from the root */
  constructor(urlOf: (path: string) => string, fetchFile?: FetchRecording) {
    super();
    this.#source = new RecordingSource(urlOf, fetchFile);
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
    return unpackRun(await this.#source.read<RecordedFile>(recordingPath(name), name, signal));
  }
}

/** Of a run's file, from the root of the site. */
export const recordingPath = (name: string): string => `recordings/training/${name}.json`;

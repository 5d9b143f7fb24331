/** Landscapes that were recorded (`scripts/recordLandscape.ts`), in `static/recordings/landscape/`: fetched when shown. */
import type { LandscapeOptions, LandscapePlane, TrajectoryPath } from '../../model/protocol/landscape.ts';
import type { TrainingOptions } from '../../model/protocol/training.ts';
import type { Stored } from '../stored.ts';
import { Work } from '../work.svelte.ts';
import { recordedNets, type RecordedNet } from './recordedRuns.ts';
import { RecordingSource, type FetchRecording } from './recordingSource.ts';
import type { ShownLandscape } from './shownLandscape.ts';

/** As it is in the file. */
interface RecordedFile extends LandscapeOptions {
  readonly command: string;
  /** ISO 8601. */
  readonly recorded: string;
  readonly backend: string;
  readonly training: TrainingOptions & { readonly lastLoss: number; readonly lastAccuracy: number };
  readonly step: number;
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly path: TrajectoryPath | null;
  /** Rows of b, columns of a. */
  readonly loss: readonly (readonly Stored[])[];
  readonly accuracy: readonly (readonly number[])[];
}

export interface RecordedLandscape extends Omit<RecordedFile, 'loss' | 'accuracy'> {
  readonly landscape: ShownLandscape;
}

export function unpackLandscape({ loss, accuracy, ...rest }: RecordedFile): RecordedLandscape {
  const { a, b, path } = rest;
  const landscape = {
    a,
    b,
    path,
    rows: b.length,
    loss: Float32Array.from(loss.flat(), Number),
    accuracy: Float32Array.from(accuracy.flat()),
  };
  return { ...rest, landscape };
}

export class RecordedLandscapes extends Work {
  /** Of the plane that is wanted. */
  found = $state.raw<Readonly<Record<RecordedNet, RecordedLandscape>> | null>(null);
  readonly #source: RecordingSource;

  /** @param urlOf URL of a file of this site, by its path from the root */
  constructor(urlOf: (path: string) => string, fetchFile?: FetchRecording) {
    super();
    this.#source = new RecordingSource(urlOf, fetchFile);
  }

  /** This plane is wanted now. */
  follow(plane: LandscapePlane): Promise<void> {
    this.found = null;
    return this.begin(async (signal) => {
      const [plain, residual] = await Promise.all(recordedNets.map((net) => this.#read(net, plane, signal)));
      if (!signal.aborted) this.found = { plain, residual };
    });
  }

  async #read(net: RecordedNet, plane: LandscapePlane, signal: AbortSignal): Promise<RecordedLandscape> {
    const name = `gratings-${net}-56-${plane}`;
    return unpackLandscape(
      await this.#source.read<RecordedFile>(`recordings/landscape/${name}.json`, name, signal),
    );
  }
}

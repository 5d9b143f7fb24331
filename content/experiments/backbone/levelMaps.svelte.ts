/** The four maps of a pass that detectors use: read one after the other when the pass has ended. */
import { untrack } from 'svelte';
import type { Ask } from '../../../src/lib/state/addition.svelte.ts';
import { Work } from '../../../src/lib/state/work.svelte.ts';
import { levelOf, levels, normMap, type Level } from './result.ts';

export interface LevelMap {
  readonly level: Level;
  /** Norm over the channels. */
  readonly map: { readonly height: number; readonly width: number; readonly values: Float32Array };
}

export class LevelMaps extends Work {
  /** Of the pass that was followed last; empty until all are read. */
  maps = $state.raw<readonly LevelMap[]>([]);
  readonly #ask: Ask;
  #run: number | null = null;

  constructor(ask: Ask) {
    super();
    this.#ask = ask;
  }

  /** @param run counts passes; null while none has ended */
  follow(run: number | null): void {
    untrack(() => {
      if (run === this.#run) return;
      this.#run = run;
      this.maps = [];
      if (run === null) this.cancel();
      else void this.read();
    });
  }

  /** Reads the maps of the last pass, again after an error. */
  async read(): Promise<void> {
    await this.begin(async (signal) => {
      const maps: LevelMap[] = [];
      for (const { name, node } of levels) {
        const report = await this.#ask('maps', { node }, { signal });
        if (signal.aborted) return;
        maps.push({ level: levelOf(name, report), map: normMap(report) });
      }
      this.maps = maps;
    });
  }
}

/** How much networks get right without each of their blocks. */
import type { BlockLesion, BlockLesions } from '../../model/protocol/inside.ts';
import type { Ask } from '../addition.svelte.ts';
import { Work } from '../work.svelte.ts';

export class LesionRuns extends Work {
  /** By run, as far as they have come. */
  found = $state.raw<Readonly<Record<string, BlockLesions>>>({});
  /** What was taken from the blocks in `found`. */
  lesion = $state<BlockLesion>('removeBlock');
  readonly #ask: Ask;

  constructor(ask: Ask) {
    super();
    this.#ask = ask;
  }

  /** The networks are gone. */
  forget(): void {
    this.cancel();
    this.found = {};
  }

  /** One network after the other. */
  run(runs: readonly string[], lesion: BlockLesion): Promise<void> {
    return this.begin(async (signal) => {
      this.lesion = lesion;
      this.found = {};
      for (const run of runs) {
        const onProgress = (found: BlockLesions) => {
          if (!signal.aborted) this.found = { ...this.found, [run]: found };
        };
        onProgress(await this.#ask('blockLesions', { run, lesion }, { signal, onProgress }));
      }
    });
  }
}

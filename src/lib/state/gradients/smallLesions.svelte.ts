/** A plain and a residual network, trained here, and what each of their blocks is worth. */
import type {
  SmallLesionsOptions,
  SmallLesionsProgress,
  SmallLesionsReport,
} from '../../model/protocol/smallLesions.ts';
import type { Ask } from '../addition.svelte.ts';
import { Work } from '../work.svelte.ts';

export class SmallLesions extends Work {
  /** The last report, and what it is of. */
  result = $state.raw<{
    readonly options: SmallLesionsOptions;
    readonly report: SmallLesionsReport;
  } | null>(null);
  /** Null when nothing is under way. */
  progress = $state.raw<SmallLesionsProgress | null>(null);

  readonly #ask: Ask;

  constructor(ask: Ask) {
    super();
    this.#ask = ask;
  }

  async run(options: SmallLesionsOptions): Promise<void> {
    await this.begin(async (signal) => {
      const onProgress = (progress: SmallLesionsProgress) => {
        if (!signal.aborted) this.progress = progress;
      };
      const report = await this.#ask('smallLesions', options, { signal, onProgress });
      if (!signal.aborted) this.result = { options, report };
    });
  }

  protected override ended(): void {
    this.progress = null;
  }
}

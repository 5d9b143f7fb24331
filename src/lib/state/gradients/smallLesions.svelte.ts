/** A plain and a residual network, trained here, and what each of their blocks is worth. */
import { Superseded } from '../../model/client.ts';
import { toPlainError, type PlainError } from '../../model/errors.ts';
import type {
  SmallLesionsOptions,
  SmallLesionsProgress,
  SmallLesionsReport,
} from '../../model/protocol/smallLesions.ts';
import type { Ask } from '../addition.svelte.ts';

export class SmallLesions {
  /** The last report, and what it is of. */
  result = $state.raw<{
    readonly options: SmallLesionsOptions;
    readonly report: SmallLesionsReport;
  } | null>(null);
  /** Null when nothing is under way. */
  progress = $state.raw<SmallLesionsProgress | null>(null);
  running = $state(false);
  error = $state.raw<PlainError | null>(null);

  readonly #ask: Ask;
  #work: AbortController | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async run(options: SmallLesionsOptions): Promise<void> {
    this.cancel();
    this.error = null;
    this.running = true;
    const { signal } = (this.#work = new AbortController());
    const onProgress = (progress: SmallLesionsProgress) => {
      if (!signal.aborted) this.progress = progress;
    };
    try {
      const report = await this.#ask('smallLesions', options, { signal, onProgress });
      if (!signal.aborted) this.result = { options, report };
    } catch (error) {
      if (!signal.aborted && !(error instanceof Superseded)) this.error = toPlainError(error);
    } finally {
      if (!signal.aborted) this.cancel();
    }
  }

  /** Ends what is under way. */
  cancel(): void {
    this.#work?.abort();
    this.#work = null;
    this.running = false;
    this.progress = null;
  }

  dismiss(): void {
    this.error = null;
  }

  dispose(): void {
    this.cancel();
  }
}

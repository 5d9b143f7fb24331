/** The measurement along paths, on the picture of the last pass: begun by the reader, refined as paths are drawn. */
import { Superseded } from '../../model/client.ts';
import { toPlainError, type PlainError } from '../../model/errors.ts';
import type { PathsReport } from '../../model/protocol/paths.ts';
import type { Ask } from '../addition.svelte.ts';

export interface PathsSettings {
  /** Class of the loss; null for the most probable one. */
  readonly target: number | null;
  readonly samples: number;
  readonly seed: number;
}

export interface MeasuredPaths {
  readonly settings: PathsSettings;
  /** Complete in what all paths of a length carry together; with as many single paths as have been drawn. */
  readonly report: PathsReport;
}

export class PathsRun {
  /** Of the last pass; null before anything is known of it. */
  result = $state.raw<MeasuredPaths | null>(null);
  running = $state(false);
  progress = $state.raw<{ readonly done: number; readonly all: number } | null>(null);
  error = $state.raw<PlainError | null>(null);

  readonly #ask: Ask;
  #run = 0;
  #work: AbortController | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Another pass has begun: what was measured, and what is under way, is of another picture. */
  follow(run: number): void {
    if (run === this.#run) return;
    this.#run = run;
    this.cancel();
    this.result = null;
    this.error = null;
  }

  async start(settings: PathsSettings): Promise<void> {
    this.cancel();
    const { signal } = (this.#work = new AbortController());
    const { target, samples, seed } = settings;
    this.running = true;
    this.error = null;
    const keep = (report: PathsReport) => {
      if (report.lengths.every(({ together }) => together !== null)) this.result = { settings, report };
    };
    try {
      const report = await this.#ask(
        'paths',
        { target: target ?? undefined, samples, seed },
        {
          signal,
          onProgress: ({ done, all, report }) => {
            if (signal.aborted) return;
            this.progress = { done, all };
            keep(report);
          },
        },
      );
      if (!signal.aborted) keep(report);
    } catch (error) {
      if (!signal.aborted && !(error instanceof Superseded)) this.error = toPlainError(error);
    } finally {
      if (!signal.aborted) this.#end();
    }
  }

  /** Ends what is under way; what has been measured stays. */
  cancel(): void {
    this.#work?.abort();
    this.#end();
  }

  #end(): void {
    this.#work = null;
    this.running = false;
    this.progress = null;
  }

  /** Takes the message off the page. */
  dismiss(): void {
    this.error = null;
  }
}

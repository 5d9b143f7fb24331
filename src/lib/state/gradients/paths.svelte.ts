/** The measurement along paths, on the picture of the last pass: begun by the reader, refined as paths are drawn. */
import type { PathsReport } from '../../model/protocol/paths.ts';
import type { Ask } from '../addition.svelte.ts';
import { Work } from '../work.svelte.ts';

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

export class PathsRun extends Work {
  /** Of the last pass; null before anything is known of it. */
  result = $state.raw<MeasuredPaths | null>(null);
  progress = $state.raw<{ readonly done: number; readonly all: number } | null>(null);

  readonly #ask: Ask;
  #run = 0;

  constructor(ask: Ask) {
    super();
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
    const { target, samples, seed } = settings;
    const keep = (report: PathsReport) => {
      if (report.lengths.every(({ together }) => together !== null)) this.result = { settings, report };
    };
    await this.begin(async (signal) => {
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
    });
  }

  protected override ended(): void {
    this.progress = null;
  }
}

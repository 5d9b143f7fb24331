/** What the blocks add, in the last pass: figures of all of them, and the parts of one block's sum. */
import { Superseded, type CallOptions } from '../model/client.ts';
import { toPlainError, type PlainError } from '../model/errors.ts';
import type { AdditionReport, RequestName, Requests, ResidualFigures } from '../model/protocol.ts';
import type { Place } from '../viz/addition.ts';

export type Ask = <N extends RequestName>(
  name: N,
  request: Requests[N]['request'],
  options?: CallOptions<N>,
) => Promise<Requests[N]['response']>;

/** What is to be shown. */
export interface Followed {
  /** Counts passes. */
  readonly run: number;
  /** The pass has ended and can be asked. */
  readonly done: boolean;
  /** The chosen block, if one is. */
  readonly block: string | null;
}

/** A block's figures, and the pass that they are of. */
export interface MeasuredBlock {
  readonly run: number;
  readonly figures: ResidualFigures;
}

export class Additions {
  /** By block. A removed block has none. */
  measured = $state.raw<Readonly<Record<string, MeasuredBlock | undefined>>>({});
  /** The pass of which every block has been measured. */
  completeRun = $state(0);
  /** The chosen block's parts, or still those of the block or pass before. */
  report = $state.raw<AdditionReport | null>(null);
  /** Whether `report` is the chosen block's, in the current pass. */
  reportCurrent = $state(false);
  error = $state.raw<PlainError | null>(null);
  /** The channel shown, where the page's own does not say which. */
  channel = $state<number | null>(null);
  /** The place that all four maps point at, and the block it was chosen in. */
  cursor = $state.raw<(Place & { readonly block: string }) | null>(null);

  readonly #ask: Ask;
  #run = 0;
  #block: string | null = null;
  #residuals: AbortController | null = null;
  #addition: AbortController | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Asks for what belongs to this pass and block and has not been asked for; what is under way for others ends. */
  follow({ run, done, block }: Followed): void {
    if (run !== this.#run || !done) this.#end();
    this.#run = run;
    if (block !== this.#block) {
      this.#addition?.abort();
      this.#addition = null;
      this.reportCurrent = false;
      this.#block = block;
    }
    if (!done) return;
    // The chosen block first: it is what the reader waits for.
    if (block !== null && !this.#addition) void this.#readAddition(block);
    if (!this.#residuals) void this.#measure(run);
  }

  async #readAddition(block: string): Promise<void> {
    const { signal } = (this.#addition = new AbortController());
    try {
      const report = await this.#ask('addition', { block }, { signal });
      if (signal.aborted) return;
      this.report = report;
      this.reportCurrent = true;
    } catch (error) {
      this.#fail(error, signal);
    }
  }

  async #measure(run: number): Promise<void> {
    const { signal } = (this.#residuals = new AbortController());
    const onProgress = ({ block, figures }: Requests['residuals']['progress']) => {
      if (!signal.aborted) this.measured = { ...this.measured, [block]: { run, figures } };
    };
    try {
      const all = await this.#ask('residuals', {}, { onProgress, signal });
      if (signal.aborted) return;
      this.measured = Object.fromEntries(
        Object.entries(all).map(([block, figures]) => [block, { run, figures }]),
      );
      this.completeRun = run;
    } catch (error) {
      this.#fail(error, signal);
    }
  }

  #fail(error: unknown, signal: AbortSignal): void {
    if (!signal.aborted && !(error instanceof Superseded)) this.error = toPlainError(error);
  }

  #end(): void {
    this.#residuals?.abort();
    this.#addition?.abort();
    this.#residuals = this.#addition = null;
    this.reportCurrent = false;
    this.error = null;
  }

  /** Takes the message off the page. */
  dismiss(): void {
    this.error = null;
  }

  dispose(): void {
    this.#end();
  }
}

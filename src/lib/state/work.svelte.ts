/** Something that takes a while, is begun by the reader or by what is followed, and can be ended. */
import { Superseded } from '../model/client.ts';
import { toPlainError, type PlainError } from '../model/errors.ts';

/** One piece of work at a time. Classes that do such work extend this. */
export abstract class Work {
  running = $state(false);
  /** What ended the last piece, when it was not its end, the reader or a newer piece. */
  error = $state.raw<PlainError | null>(null);
  #controller: AbortController | null = null;

  /**
   * Ends what is under way and does this. Once `signal` is aborted it is no longer wanted: what arrives then is to be
   * dropped.
   */
  protected async begin(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.cancel();
    this.error = null;
    const { signal } = (this.#controller = new AbortController());
    this.running = true;
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted && !(error instanceof Superseded)) this.error = toPlainError(error);
    } finally {
      if (!signal.aborted) this.cancel();
    }
  }

  /** Told whenever nothing is under way any more, or is about to begin: for what is shown only meanwhile. */
  protected ended(): void {
    // Most show nothing else meanwhile.
  }

  /** Ends what is under way; what has come of it stays. */
  cancel(): void {
    this.#controller?.abort();
    this.#controller = null;
    this.running = false;
    this.ended();
  }

  /** Takes the message off the page. */
  dismiss(): void {
    this.error = null;
  }

  dispose(): void {
    this.cancel();
  }
}

/** How strongly each channel of the chosen node moves the most probable class, in the last pass; where that is wanted. */
import { Superseded } from '../model/client.ts';
import type { ChannelGradients } from '../model/protocol.ts';
import type { Ask } from './addition.svelte.ts';

/** What is to be known. */
export interface FollowedGradients {
  /** Counts passes. */
  readonly run: number;
  /** The pass has ended and can be asked. */
  readonly done: boolean;
  /** Null while nobody wants to know. */
  readonly of: { readonly node: string; readonly target: number } | null;
}

export class NodeGradients {
  /** Of the followed node in the followed pass; null until they are here. */
  report = $state.raw<ChannelGradients | null>(null);
  failed = $state(false);

  readonly #ask: Ask;
  #key = '';
  #asking: AbortController | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  follow({ run, done, of }: FollowedGradients): void {
    const key = of && done ? `${run} ${of.node} ${of.target}` : '';
    if (key === this.#key) return;
    this.#key = key;
    this.#asking?.abort();
    this.report = null;
    this.failed = false;
    if (of && done) void this.#read(of);
  }

  async #read(of: NonNullable<FollowedGradients['of']>): Promise<void> {
    const { signal } = (this.#asking = new AbortController());
    try {
      const report = await this.#ask('channelGradients', of, { signal });
      if (!signal.aborted) this.report = report;
    } catch (error) {
      // The channels are then in the order of another measure, which the page says.
      if (!signal.aborted && !(error instanceof Superseded)) this.failed = true;
    }
  }

  dispose(): void {
    this.#asking?.abort();
  }
}

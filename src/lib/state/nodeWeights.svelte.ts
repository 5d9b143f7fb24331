/** The chosen node's weights; for a batch norm its convolution's too, and what comes out of that. */
import { Superseded } from '../model/client.ts';
import { toPlainError, type PlainError } from '../model/errors.ts';
import type { MapsReport, WeightsReport } from '../model/protocol.ts';
import type { Ask } from './addition.svelte.ts';

export interface FollowedWeights {
  readonly node: string;
  /** The convolution that a batch norm follows. */
  readonly convolution: string | null;
  /** Their bytes have come. */
  readonly present: boolean;
  /** The pass whose values can be asked for, once nobody else asks for maps; null until then. */
  readonly run: number | null;
}

export class NodeWeights {
  /** Null until they are here. */
  weights = $state.raw<WeightsReport | null>(null);
  /** The convolution's before the batch norm. */
  before = $state.raw<WeightsReport | null>(null);
  /** What the convolution gives in the pass shown. */
  convolved = $state.raw<MapsReport | null>(null);
  error = $state.raw<PlainError | null>(null);

  readonly #ask: Ask;
  #node: string | null = null;
  #run: number | null = null;
  /** Counts nodes: answers for an earlier one are dropped. */
  #turn = 0;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  follow({ node, convolution, present, run }: FollowedWeights): void {
    if (node !== this.#node) this.#forget();
    if (present && node !== this.#node) {
      this.#node = node;
      void this.#read(node, convolution);
    }
    if (run !== this.#run) this.convolved = null;
    if (present && convolution !== null && run !== null && run !== this.#run) {
      this.#run = run;
      void this.#readMaps(convolution, run);
    }
  }

  /** Asks again after an error. */
  retry(followed: FollowedWeights): void {
    this.#forget();
    this.follow(followed);
  }

  #forget(): void {
    this.#turn++;
    this.#node = this.#run = null;
    this.weights = this.before = this.convolved = null;
    this.error = null;
  }

  async #read(node: string, convolution: string | null): Promise<void> {
    const turn = this.#turn;
    try {
      // One after the other: a request takes the place of one of the same name.
      const before = convolution === null ? null : await this.#ask('weights', { node: convolution });
      if (turn !== this.#turn) return;
      const weights = await this.#ask('weights', { node });
      if (turn !== this.#turn) return;
      this.before = before;
      this.weights = weights;
    } catch (error) {
      this.#fail(error, turn);
    }
  }

  async #readMaps(node: string, run: number): Promise<void> {
    const turn = this.#turn;
    try {
      const maps = await this.#ask('maps', { node });
      if (turn === this.#turn && run === this.#run) this.convolved = maps;
    } catch (error) {
      this.#fail(error, turn);
    }
  }

  #fail(error: unknown, turn: number): void {
    if (turn !== this.#turn || error instanceof Superseded) return;
    this.error = toPlainError(error);
  }
}

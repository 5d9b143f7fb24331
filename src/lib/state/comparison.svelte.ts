/** The other side of a comparison: the value that the chosen node's is held against. */
import { Superseded } from '../model/client.ts';
import { toPlainError, type PlainError } from '../model/errors.ts';
import type { SideReport } from '../model/protocol.ts';
import type { Place } from '../viz/addition.ts';
import type { Point } from '../viz/comparison.ts';
import type { Ask } from './addition.svelte.ts';
import type { SidePlan } from './compareWith.ts';

/** What is to be compared with, now. */
export interface FollowedSide {
  /** Tells one comparison from another; a plan with the same key has been asked for. */
  readonly key: string;
  readonly plan: SidePlan;
  /** Counts passes. */
  readonly run: number;
  /** The pass has ended: the other side comes after it. */
  readonly done: boolean;
}

export class Comparison {
  /** The other side, or still that of the pass before; null while there is none for what is asked. */
  side = $state.raw<SideReport | null>(null);
  /** Whether `side` is what is asked for, beside the current pass. */
  current = $state(false);
  error = $state.raw<PlainError | null>(null);
  /** A file of the reader's own is to be compared with; `own` is the one that was chosen. */
  wantsOwn = $state(false);
  own = $state.raw<File | null>(null);
  /** What all maps were made to point at: in which node, and with which cell of it chosen then. */
  #cursor = $state.raw<(Point & { readonly node: string; readonly cell: Place | null }) | null>(null);
  /** The channel of a node of another shape. */
  otherChannel = $state<number | null>(null);

  readonly #ask: Ask;
  #key = '';
  #run = 0;
  #asking: AbortController | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Asks for the other side once, when the pass has ended; what is under way for another ends. Null: for none. */
  follow(wanted: FollowedSide | null): void {
    const key = wanted?.key ?? '';
    if (key !== this.#key || !wanted?.done || wanted.run !== this.#run) this.#end();
    if (key !== this.#key) {
      this.side = null;
      this.otherChannel = null;
    }
    this.#key = key;
    this.#run = wanted?.run ?? 0;
    if (wanted?.done && !this.#asking) void this.#read(wanted.plan);
  }

  async #read({ node, rewrites, picture }: SidePlan): Promise<void> {
    const { signal } = (this.#asking = new AbortController());
    try {
      const file = picture ? { file: await picture.read(), name: picture.name } : {};
      if (signal.aborted) return;
      const side = await this.#ask('sideMaps', { node, rewrites, ...file }, { signal });
      if (signal.aborted) return;
      this.side = side;
      this.current = true;
    } catch (error) {
      if (signal.aborted || error instanceof Superseded) return;
      this.side = null;
      this.error = toPlainError(error);
    }
  }

  /** @param cell the page's chosen cell */
  pointTo(point: Point, node: string, cell: Place | null): void {
    this.#cursor = { ...point, node, cell };
  }

  /** What was pointed at in this node since the cell was chosen; it stays while the other side changes. */
  pointed(node: string, cell: Place | null): Point | null {
    return this.#cursor?.node === node && this.#cursor.cell === cell ? this.#cursor : null;
  }

  #end(): void {
    this.#asking?.abort();
    this.#asking = null;
    this.current = false;
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

/** The interventions that are made, and those before and after them: undo and redo. */
import type { BlockId, Graph } from '../model/architecture/graph.ts';
import type { Rewrite } from '../model/architecture/rewrite.ts';
import type { PlainError } from '../model/errors.ts';
import { blocksIn, editKey, editsByBlock, whyNot, withEdit, withoutEdit, type Edits } from './edits.ts';

/** Steps that can be undone. */
const longest = 100;

export class Interventions {
  edits = $state.raw<Edits>([]);
  /** Why the last one asked for could not be made; nothing was changed then. */
  refused = $state.raw<PlainError | null>(null);
  readonly byBlock;

  readonly #graph: Graph;
  readonly #onchange: (edits: Edits) => void;
  #past = $state.raw<readonly Edits[]>([]);
  #future = $state.raw<readonly Edits[]>([]);
  /** What the last step was about, when a next one about the same is part of it (a slider that moves on). */
  #moving: string | null = null;

  /**
   * @param graph the network as it was trained
   * @param onchange told of every change that is made here
   */
  constructor(graph: Graph, onchange: (edits: Edits) => void) {
    this.#graph = graph;
    this.#onchange = onchange;
    this.byBlock = $derived(editsByBlock(graph, this.edits));
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Takes over what a link asks for; there is nothing to undo before it. */
  load(edits: Edits): void {
    this.edits = edits;
    this.refused = null;
    this.#past = [];
    this.#future = [];
    this.#moving = null;
  }

  /** Makes an intervention, or takes it back when it is there. */
  toggle(rewrite: Rewrite): void {
    if (this.has(rewrite)) this.take(rewrite);
    else this.make(rewrite);
  }

  make(rewrite: Rewrite): void {
    this.#change(withEdit(this.edits, rewrite));
  }

  take(rewrite: Rewrite): void {
    this.#change(withoutEdit(this.edits, rewrite));
  }

  /** Multiplies a path of a block; 1 is what it was trained with. Moves of one slider in a row are one step. */
  scale(kind: 'scaleBranch' | 'scaleShortcut', block: BlockId, factor: number): void {
    const rewrite: Rewrite = { kind, block, factor };
    const next = factor === 1 ? withoutEdit(this.edits, rewrite) : withEdit(this.edits, rewrite);
    this.#change(next, editKey(rewrite));
  }

  has(rewrite: Rewrite): boolean {
    return this.edits.some((one) => editKey(one) === editKey(rewrite));
  }

  /** Lets a block change places with another of its stage, in place of a swap before; null takes that back. */
  swap(block: BlockId, partner: BlockId | null): void {
    const isOfBlock = (one: Rewrite) =>
      one.kind === 'swapBlocks' && (one.first === block || one.second === block);
    const others = this.edits.filter((one) => !isOfBlock(one));
    this.#change(
      partner === null ? others : withEdit(others, { kind: 'swapBlocks', first: block, second: partner }),
    );
  }

  /** Takes back all that is made in a block. */
  reset(block: BlockId): void {
    this.#change(this.edits.filter((one) => !blocksIn(this.#graph, one).includes(block)));
  }

  clear(): void {
    this.#change([]);
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.edits];
    this.#set(before);
  }

  redo(): void {
    const next = this.#future.at(-1);
    if (!next) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.edits];
    this.#set(next);
  }

  #change(next: Edits, moving: string | null = null): void {
    const error = whyNot(this.#graph, next);
    if (error) {
      this.refused = error;
      return;
    }
    const goesOn = moving !== null && moving === this.#moving;
    if (!goesOn) this.#past = [...this.#past, this.edits].slice(-longest);
    this.#future = [];
    this.#set(next);
    this.#moving = moving;
  }

  #set(edits: Edits): void {
    this.#moving = null;
    this.refused = null;
    this.edits = edits;
    this.#onchange(edits);
  }
}

/** One number of the last pass, taken apart: the sum that made it, the pixels it measurably rests on, and the way back. */
import { Superseded } from '../model/client.ts';
import { toPlainError, type PlainError } from '../model/errors.ts';
import type { AttributionMap, AuditReport, Unit } from '../model/protocol.ts';
import type { Ask } from './addition.svelte.ts';

/** A unit of the network: a node, and the place in its value. */
export interface NetworkUnit extends Unit {
  readonly node: string;
}

export function sameUnit(a: NetworkUnit | null, b: NetworkUnit | null): boolean {
  if (!a || !b) return a === b;
  return a.node === b.node && a.row === b.row && a.column === b.column && a.channel === b.channel;
}

/** What is to be audited. */
export interface FollowedUnit {
  /** Counts passes. */
  readonly run: number;
  /** The pass has ended and can be asked. */
  readonly done: boolean;
  /** The chosen unit, if one is; not one of the picture, which nothing is computed from. */
  readonly unit: NetworkUnit | null;
}

/** How far a unit's measured receptive field has come. */
export type MeasuredField =
  | { readonly state: 'measuring'; readonly unit: NetworkUnit }
  | { readonly state: 'measured'; readonly unit: NetworkUnit; readonly map: AttributionMap };

/** Steps back that are remembered. */
const longest = 200;

export class NumberAudit {
  /** The chosen unit's sum, or still that of the unit or pass before. */
  report = $state.raw<AuditReport | null>(null);
  /** Whether `report` is the chosen unit's, in the current pass. */
  current = $state(false);
  /** |∂unit/∂input| of the chosen unit, once it is asked for; null before that. */
  field = $state.raw<MeasuredField | null>(null);
  error = $state.raw<PlainError | null>(null);
  /** Where a step has just led: what shows it takes the focus, and sets this to null. */
  arrival = $state.raw<NetworkUnit | null>(null);

  readonly #ask: Ask;
  #unit: NetworkUnit | null = null;
  #run = 0;
  #sum: AbortController | null = null;
  #measuring: AbortController | null = null;
  /** From each unit to the one of its terms that was followed. */
  #steps = $state.raw<readonly { readonly from: NetworkUnit; readonly to: NetworkUnit }[]>([]);

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Asks for the sum of this unit in this pass, where it has not been asked for; what is under way for others ends. */
  follow({ run, done, unit }: FollowedUnit): void {
    const isAnother = !sameUnit(unit, this.#unit);
    if (run !== this.#run || !done || isAnother) this.#end();
    this.#run = run;
    this.#unit = unit;
    if (unit && done && !this.#sum) void this.#readSum(unit);
  }

  async #readSum(unit: NetworkUnit): Promise<void> {
    const { signal } = (this.#sum = new AbortController());
    try {
      const report = await this.#ask('audit', { ...unit }, { signal });
      if (signal.aborted) return;
      this.report = report;
      this.current = true;
    } catch (error) {
      this.#fail(error, signal);
    }
  }

  /** Measures which pixels the chosen unit rests on; by a walk back through the network, so only when asked to. */
  async measureField(): Promise<void> {
    const unit = this.#unit;
    if (!unit || this.field) return;
    const { signal } = (this.#measuring = new AbortController());
    this.field = { state: 'measuring', unit };
    try {
      const map = await this.#ask('receptiveField', { ...unit }, { signal });
      if (!signal.aborted) this.field = { state: 'measured', unit, map };
    } catch (error) {
      if (!signal.aborted) this.field = null;
      this.#fail(error, signal);
    }
  }

  forgetField(): void {
    this.#measuring?.abort();
    this.field = null;
  }

  /** Remembers where a walk came from. A walk from elsewhere than the last one led to begins anew. */
  step(from: NetworkUnit, to: NetworkUnit): void {
    const isNext = sameUnit(this.#steps.at(-1)?.to ?? null, from);
    this.#steps = [...(isNext ? this.#steps : []), { from, to }].slice(-longest);
    this.arrival = to;
  }

  /** Where the step to this unit came from; null when no walk led here. */
  origin(unit: NetworkUnit | null): NetworkUnit | null {
    const last = this.#steps.at(-1);
    return last && sameUnit(last.to, unit) ? last.from : null;
  }

  /** Takes the last step back: the unit that it came from. */
  back(): NetworkUnit | null {
    const last = this.#steps.at(-1);
    this.#steps = this.#steps.slice(0, -1);
    if (last) this.arrival = last.from;
    return last?.from ?? null;
  }

  #fail(error: unknown, signal: AbortSignal): void {
    if (!signal.aborted && !(error instanceof Superseded)) this.error = toPlainError(error);
  }

  #end(): void {
    this.#sum?.abort();
    this.#sum = null;
    this.forgetField();
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

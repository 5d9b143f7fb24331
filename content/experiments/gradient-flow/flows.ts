/** What is kept of the two gradient flows of the lesson: with all shortcuts, and with none. */

export interface FlowFigures {
  /** The loss −log p(target). */
  readonly loss: number;
  /** ‖∂loss/∂(block output)‖ from 2a to 5c. */
  readonly norms: readonly number[];
}

export interface Result {
  readonly skips: FlowFigures;
  readonly cut: FlowFigures;
}

const short = (value: number) => Number(value.toPrecision(4));

export const flowFigures = (loss: number, norms: readonly number[]): FlowFigures => ({
  loss: short(loss),
  norms: norms.map(short),
});

/** The norm at the first block divided by that at the last. */
export const arrives = ({ norms }: FlowFigures): number => norms[0] / norms.at(-1)!;

/** Where a stage's last block is followed by the first of the next: 2c to 3a, 3d to 4a, 4f to 5a. */
const boundaries = [2, 6, 12];

/** By what factor the norm changes from one block to the one before, whichever way. */
export function changes({ norms }: FlowFigures): readonly number[] {
  return norms.slice(1).map((norm, i) => Math.max(norms[i] / norm, norm / norms[i]));
}

export interface LargestChange {
  /** Index of the earlier block. */
  readonly at: number;
  readonly factor: number;
  readonly isBetweenStages: boolean;
}

export function largestChange(flow: FlowFigures): LargestChange {
  const all = changes(flow);
  const at = all.indexOf(Math.max(...all));
  return { at, factor: all[at], isBetweenStages: boundaries.includes(at) };
}

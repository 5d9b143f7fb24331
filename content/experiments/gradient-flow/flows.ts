/** What is kept of the two gradient flows of the lesson: with all shortcuts, and with none. */

export interface FlowFigures {
  /** The loss −log p(target). */
  readonly loss: number;
  /** ‖∂loss/∂(block output)‖ from 2a to 5c. */
  readonly norms: readonly number[];
}

export interface Result {
  /** The class whose loss it is, as the weights name it. */
  readonly label: string;
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

export interface LargestChange {
  /** Index of the earlier block. */
  readonly at: number;
  /** By what factor the norm differs, whichever way. */
  readonly factor: number;
  readonly isBetweenStages: boolean;
}

/** Between which neighbours the norm changes most. */
export function largestChange({ norms }: FlowFigures): LargestChange {
  const factors = norms.slice(1).map((norm, i) => Math.max(norms[i] / norm, norm / norms[i]));
  const at = factors.indexOf(Math.max(...factors));
  return { at, factor: factors[at], isBetweenStages: boundaries.includes(at) };
}

/** What recorded runs tell of the depth of networks. Pure functions of their table. */
import type { RecordedSummary } from './recordedSummaries.ts';

/** Error and loss on the training batches of the last steps; error on pictures that are never trained on. */
export const depthFigures = ['error', 'loss', 'heldOut'] as const;
export type DepthFigure = (typeof depthFigures)[number];

/** What is told of a run: which figure, after how many steps. */
export interface DepthQuestion {
  readonly figure: DepthFigure;
  readonly after: number;
}

/** Null where the run has none. */
export function figureOf({ standings }: RecordedSummary, { figure, after }: DepthQuestion): number | null {
  const standing = standings.find((one) => one.after === after);
  if (!standing) return null;
  if (figure === 'loss') return standing.loss;
  if (figure === 'error') return 1 - standing.accuracy;
  return standing.heldOut && 1 - standing.heldOut.accuracy;
}

export const depthsOf = (runs: readonly RecordedSummary[]): readonly number[] =>
  [...new Set(runs.map(({ depth }) => depth))].sort((a, b) => a - b);

export const ofNet = (
  runs: readonly RecordedSummary[],
  net: RecordedSummary['net'],
  depth: number,
): readonly RecordedSummary[] => runs.filter((run) => run.net === net && run.depth === depth);

export interface DepthPoint {
  /** Index of the depth in `depths`. */
  readonly x: number;
  /** Mean of all seeds. */
  readonly y: number;
  /** Of each seed. */
  readonly each: readonly number[];
}

/** A figure of one kind of network against the depth. */
export function overDepths(
  runs: readonly RecordedSummary[],
  net: RecordedSummary['net'],
  depths: readonly number[],
  question: DepthQuestion,
): readonly DepthPoint[] {
  return depths.flatMap((depth, x) => {
    const each = ofNet(runs, net, depth)
      .map((run) => figureOf(run, question))
      .filter((value) => value !== null);
    if (each.length === 0) return [];
    return [{ x, y: each.reduce((sum, value) => sum + value, 0) / each.length, each }];
  });
}

/** What is drawn and told of a race: curves over the steps, and how the networks stand. Pure functions of the runs. */
import { lastSteps, type TrainedStep } from '../../model/protocol/training.ts';
import { meanOf } from '../../model/statistics.ts';
import type { Lane, LaneRun } from './race.svelte.ts';

/** What a curve shows of a step; undefined where it was not measured. */
export type StepFigure = (step: TrainedStep) => number | undefined;

export interface CurvePoint {
  /** A step. */
  readonly x: number;
  /** Mean of all seeds. */
  readonly y: number;
  /** Smallest and largest of the seeds, where there are several. */
  readonly low?: number;
  readonly high?: number;
}

/** More points in one curve cost time and are not told apart. */
export const mostPoints = 400;

interface Measured {
  readonly step: number;
  readonly value: number;
}

const measured = ({ steps }: LaneRun, figure: StepFigure): readonly Measured[] =>
  steps.flatMap((one) => {
    const value = figure(one);
    return value === undefined ? [] : [{ step: one.step, value }];
  });

/** Each value with the mean of itself and those before it, `window` of them where there are so many. */
export function movingMean(values: readonly number[], window: number): readonly number[] {
  let sum = 0;
  return values.map((value, i) => {
    sum += value;
    if (i >= window) sum -= values[i - window];
    return sum / Math.min(window, i + 1);
  });
}

/** How many values one point of a curve stands for, when there are so many. */
export const binOf = (values: number): number => Math.max(1, Math.ceil(values / mostPoints));

/**
 * The curve of a network: each seed's values smoothed over `window` measured steps, then their mean, smallest and
 * largest, as far as all seeds have come. Of more than 400 values each point is the mean of equally many, at the last
 * of their steps.
 */
export function curveOf(runs: readonly LaneRun[], figure: StepFigure, window: number): readonly CurvePoint[] {
  const all = runs.map((run) => measured(run, figure));
  const count = Math.min(...all.map(({ length }) => length));
  if (!Number.isFinite(count)) return [];
  const smooth = all.map((values) =>
    movingMean(
      values.slice(0, count).map(({ value }) => value),
      window,
    ),
  );
  const bin = binOf(count);
  return Array.from({ length: Math.ceil(count / bin) }, (_, i) => {
    const from = i * bin;
    const to = Math.min(count, from + bin);
    const ofSeeds = smooth.map((values) => meanOf(values.slice(from, to)));
    return {
      x: all[0][to - 1].step,
      y: meanOf(ofSeeds),
      ...(runs.length > 1 && { low: Math.min(...ofSeeds), high: Math.max(...ofSeeds) }),
    };
  });
}

/** How a network stands: means over its last steps and all seeds. */
export interface Standing {
  readonly id: string;
  readonly loss: number;
  readonly accuracy: number;
  /** The seeds' lowest and highest accuracy; null for a single seed. */
  readonly spread: { readonly low: number; readonly high: number } | null;
  readonly diverged: number | null;
}

/** Of the networks that have made a step. */
export function standings(lanes: readonly Lane[]): readonly Standing[] {
  return lanes.flatMap(({ id, runs, diverged }) => {
    const begun = runs.filter(({ steps }) => steps.length > 0);
    if (begun.length === 0) return [];
    const ofSeeds = (figure: (step: TrainedStep) => number) =>
      begun.map(({ steps }) => meanOf(steps.slice(-lastSteps).map(figure)));
    const accuracies = ofSeeds(({ accuracy }) => accuracy);
    const spread = begun.length > 1 ? { low: Math.min(...accuracies), high: Math.max(...accuracies) } : null;
    return [
      { id, loss: meanOf(ofSeeds(({ loss }) => loss)), accuracy: meanOf(accuracies), spread, diverged },
    ];
  });
}

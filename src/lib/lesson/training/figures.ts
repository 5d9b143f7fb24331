/** What lessons tell and draw of runs of training, live or recorded: pure functions. */
import { lastSteps, type TrainedStep } from '../../model/protocol/training.ts';
import { meanOf } from '../../model/statistics.ts';
import type { LaneRun } from '../../state/compare/race.svelte.ts';
import { curveOf, movingMean, type StepFigure } from '../../state/compare/raceCurves.ts';
import { styleOf, type ChartSeries } from '../../ui/chart/series.ts';

/** How a run stands: means over its last steps. */
export interface Ended {
  readonly loss: number;
  readonly accuracy: number;
}

export function ended(steps: readonly Pick<TrainedStep, 'loss' | 'accuracy'>[]): Ended {
  const last = steps.slice(-lastSteps);
  return {
    loss: meanOf(last.map(({ loss }) => loss)),
    accuracy: meanOf(last.map(({ accuracy }) => accuracy)),
  };
}

/** One curve of a chart: a network with one or several seeds. */
export interface Curve {
  readonly id: string;
  readonly name: string;
  readonly runs: readonly LaneRun[];
}

export const lossOf = ({ loss }: TrainedStep): number => loss;

/** Steps over which a curve is smoothed. */
export const smoothing = 10;

interface CurveOptions {
  /** One point for so many steps. */
  readonly every?: number;
  /** Behind a smooth curve of one seed, every single step. */
  readonly raw?: boolean;
}

/** The curves of networks over the steps, drawn the same wherever a lesson shows them. */
export function curves(
  networks: readonly Curve[],
  figure: StepFigure,
  { every = 1, raw = false }: CurveOptions = {},
): readonly ChartSeries[] {
  const begun = networks.filter(({ runs }) => runs.every(({ steps }) => steps.length > 0));
  const drawn = begun.map(({ id, name, runs }): ChartSeries => {
    const points = curveOf(runs, figure, smoothing);
    const kept = points.filter((_, i) => i % every === 0 || i === points.length - 1);
    return { id, name, ...styleOf(networks.findIndex((one) => one.id === id)), spread: 'band', points: kept };
  });
  const behind = begun
    .filter(({ runs }) => raw && runs.length === 1)
    .map(({ id, name, runs }): ChartSeries => ({
      id: `${id} raw`,
      name,
      colour: drawn.find((one) => one.id === id)!.colour,
      background: true,
      points: curveOf(runs, figure, 1),
    }));
  return [...behind, ...drawn];
}

/** The first step from which on one smoothed curve of losses is below the other for at least as long as it is smoothed. */
export function crossing(lower: readonly TrainedStep[], upper: readonly TrainedStep[]): number | null {
  const smooth = (steps: readonly TrainedStep[]) => movingMean(steps.map(lossOf), smoothing);
  const [below, above] = [smooth(lower), smooth(upper)];
  const isBelow = (i: number) => below[i] < above[i];
  const last = Math.min(below.length, above.length) - smoothing;
  for (let i = 0; i <= last; i++)
    if (Array.from({ length: smoothing }, (_, k) => i + k).every(isBelow)) return lower[i].step;
  return null;
}

/** Iterative refinement as points of charts: of one picture, and of a set of pictures with its spread. */
import type { BlockRefinement, RefinementReport } from '../model/protocol/refinement.ts';
import { spreadOf, type Spread } from '../model/statistics.ts';
import type { ChartPoint } from '../ui/chart/series.ts';

export type RefinementMeasure = 'error' | 'cosine' | 'cosineAtSum' | 'ratio';

type Blocks = RefinementReport['blocks'];

/** A figure over the pictures of a set, and each picture's own. */
export interface FigureSpread extends Spread {
  readonly values: readonly number[];
}

/** Figures of one block over the pictures of a set; a cosine that a picture does not have is not counted. */
export interface BlockSpread {
  readonly stage: string;
  readonly errorMean: FigureSpread;
  readonly errorStd: FigureSpread;
  readonly errorBias: FigureSpread;
  readonly cosine: FigureSpread;
  readonly cosineAtSum: FigureSpread;
  readonly ratio: FigureSpread;
}

/** By block, in the order of the first report; none of no reports. */
export function blockSpreads(
  reports: readonly Pick<RefinementReport, 'blocks'>[],
): Record<string, BlockSpread> {
  return Object.fromEntries(
    Object.entries(reports[0]?.blocks ?? {}).map(([id, { stage }]) => {
      const over = (figure: (block: BlockRefinement) => number | null): FigureSpread => {
        const values = reports.flatMap(({ blocks }) => figure(blocks[id]) ?? []);
        return { ...spreadOf(values), values };
      };
      return [
        id,
        {
          stage,
          errorMean: over(({ error }) => error.mean),
          errorStd: over(({ error }) => error.std),
          errorBias: over(({ error }) => error.bias),
          cosine: over(({ cosine }) => cosine),
          cosineAtSum: over(({ cosineAtSum }) => cosineAtSum),
          ratio: over(({ ratio }) => ratio),
        },
      ];
    }),
  );
}

/** Where each stage begins, between two blocks. */
export function stageParts(blocks: Readonly<Record<string, { readonly stage: string }>>) {
  const stages = Object.values(blocks).map(({ stage }) => stage);
  return stages.flatMap((stage, i) => (stage === stages[i - 1] ? [] : [{ from: i - 0.5, name: stage }]));
}

/** Of one picture. An estimation error's ends are one standard deviation of its values from their mean. */
export function picturePoints(blocks: Blocks, measure: RefinementMeasure): ChartPoint[] {
  return pointsOf(blocks, ({ error, ...block }) =>
    measure === 'error'
      ? { y: error.mean, low: error.mean - error.std, high: error.mean + error.std }
      : block[measure] === null
        ? null
        : { y: block[measure] },
  );
}

/**
 * Means over a set of pictures. An estimation error's ends are the mean standard deviation of its values away, as for
 * one picture; the others' one standard error of the mean, with each picture's value beside it.
 */
export function setPoints(
  spreads: Readonly<Record<string, BlockSpread>>,
  measure: RefinementMeasure,
): ChartPoint[] {
  return pointsOf(spreads, ({ errorMean, errorStd, ...others }) => {
    if (measure === 'error') {
      const { mean } = errorMean;
      return { y: mean, low: mean - errorStd.mean, high: mean + errorStd.mean };
    }
    const { count, mean, standardError, values } = others[measure];
    if (count === 0) return null;
    return { y: mean, low: mean - standardError, high: mean + standardError, each: values };
  });
}

/** One point a block, in order; lines do not lead from stage to stage. */
function pointsOf<B extends { readonly stage: string }>(
  blocks: Readonly<Record<string, B>>,
  point: (block: B) => Omit<ChartPoint, 'x'> | null,
): ChartPoint[] {
  const all = Object.values(blocks);
  return all.flatMap((block, x) => {
    const found = point(block);
    return found ? [{ x, ...found, begins: block.stage !== all[x - 1]?.stage }] : [];
  });
}

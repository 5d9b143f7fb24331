/** Figures of lesions as text and as points of charts. */
import { decimals, formatNumber, formatPercent } from '$lib/i18n/format.ts';
import type { Language } from '$lib/i18n/index.ts';
import { blocksOf } from '$lib/model/architecture/blocks.ts';
import type { Effect, LesionMeasure } from '$lib/state/gradients/lesionFigures.ts';
import { resnet50 } from '$lib/state/resnet50.ts';
import type { ChartPoint } from '$lib/ui/chart/series.ts';

const blocks = blocksOf(resnet50.graph);

/** Where a stage begins on an axis of blocks. */
export const stageParts = blocks.flatMap(({ stage }, i) =>
  i === 0 || blocks[i - 1].stage !== stage ? [{ from: i - 0.5, name: `${stage}_x` }] : [],
);

/** A measured effect: a change with its sign, or a share. */
export function effectText(measure: LesionMeasure, value: number, language: Language): string {
  if (measure === 'kept') return formatPercent(value, language);
  const text = formatNumber(value, language, decimals(3));
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** Mean with its standard error; each picture's value, where that says more than yes or no. */
export function effectPoint(
  x: number,
  { mean, standardError, each }: Effect,
  measure: LesionMeasure,
): ChartPoint {
  return {
    x,
    y: mean,
    ...(standardError !== null && { low: mean - standardError, high: mean + standardError }),
    ...(measure !== 'kept' && each.length > 1 && { each }),
  };
}

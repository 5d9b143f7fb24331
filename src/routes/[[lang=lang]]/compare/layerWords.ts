/** Layers and what is found in them, in words. */
import { formatFigure, formatNumber, formatPercent } from '$lib/i18n/format.ts';
import type { Language } from '$lib/i18n/languages.ts';
import type { layerFigures } from '$lib/i18n/messages/layerFigures.en.ts';
import {
  changeOf,
  course,
  extremes,
  figuresAt,
  layerRole,
  notFiniteFrom,
  stageStarts,
  type LayerFigure,
  type MeasuredRun,
} from '$lib/state/compare/layerFigures.ts';
import type { ChartSeries } from '$lib/ui/chart/series.ts';

type Words = typeof layerFigures;

/** A run with its network's name and how its lines are drawn. */
export interface ShownRun extends MeasuredRun {
  readonly name: string;
  readonly style: Required<Pick<ChartSeries, 'colour' | 'dash' | 'marker'>>;
}

/** 'stage 1, block 3, convolution 2'. */
export function layerName(layer: string, t: Words): string {
  const role = layerRole(layer);
  if (role.kind === 'stem' || role.kind === 'head') return t.layers[role.kind];
  const { stage, block } = role;
  if (role.kind === 'projection') return t.layers.projection(String(stage), String(block));
  return t.layers.conv(String(stage), String(block), String(role.index));
}

/** The stages beside a map: each with its first row. */
export const stageGroups = (layers: readonly string[], t: Words) =>
  stageStarts(layers).map(({ stage, from }) => ({
    from,
    name: stage === 0 ? t.groups.stem : stage === 4 ? t.groups.head : t.groups.stage(String(stage)),
  }));

/** A figure's value as it is read off. */
export const figureText = (figure: LayerFigure, value: number, language: Language): string =>
  figure === 'dead' && Number.isFinite(value)
    ? formatPercent(value, language)
    : formatFigure(value, language);

/** How a figure of the first convolution changes over the steps. */
function changeText(run: MeasuredRun, figure: LayerFigure, t: Words, language: Language): string | null {
  const change = changeOf(course(run, figure, 0));
  if (!change) return null;
  const [from, to] = [change.from, change.to].map((step) => formatNumber(step, language));
  const times = formatNumber(change.factor, language, { maximumSignificantDigits: 2 });
  return change.kind === 'stayed' ? t.change.stayed(from, to) : t.change[change.kind](times, from, to);
}

/** The layers with the least and the greatest value at a step. */
function rangeText(run: MeasuredRun, figure: LayerFigure, step: number, t: Words, language: Language) {
  const found = extremes(run, figure, step);
  if (!found) return null;
  const values = figuresAt(run, step)![figure];
  const value = (row: number) => figureText(figure, values[row], language);
  const name = (row: number) => layerName(run.layers[row], t);
  const { least, greatest } = found;
  if (values[least] === values[greatest]) return t.found.same(value(least));
  return t.found.between(value(least), name(least), value(greatest), name(greatest));
}

/** What a run's map of a figure shows, for `found.all`; the range is that of a step. */
export function findings(
  run: MeasuredRun,
  figure: LayerFigure,
  step: number,
  t: Words,
  language: Language,
): readonly string[] {
  const change = (of: 'gradient' | 'weight' | 'update', told: (change: string) => string = t.found[of]) => {
    const text = changeText(run, of, t, language);
    return text && told(text);
  };
  const from = notFiniteFrom(run, figure);
  return [
    figure === 'gradient' || figure === 'weight' || figure === 'update'
      ? change(figure)
      : rangeText(run, figure, step, t, language),
    figure === 'gradient' ? change('weight', t.found.itsWeight) : null,
    from === null ? null : t.found.notFinite(formatNumber(from, language)),
  ].filter((sentence) => sentence !== null);
}

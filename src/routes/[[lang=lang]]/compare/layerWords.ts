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

/** What a run shows of a figure, in a sentence; up to a step. */
function finding(
  run: ShownRun,
  figure: LayerFigure,
  step: number,
  t: Words,
  language: Language,
): string | null {
  const number = (value: number) => formatNumber(value, language);
  if (figure === 'gradient' || figure === 'weight' || figure === 'update') {
    const change = changeOf(course(run, figure, 0));
    if (!change) return null;
    const { kind, factor, from, to } = change;
    const times = formatNumber(factor, language, { maximumSignificantDigits: 2 });
    const text =
      kind === 'stayed'
        ? t.change.stayed(number(from), number(to))
        : t.change[kind](times, number(from), number(to));
    return t.ofFirst[figure](run.name, text);
  }
  const found = extremes(run, figure, step);
  if (!found) return null;
  const values = figuresAt(run, step)![figure];
  const told = [found.least, found.greatest].flatMap((row) => [
    figureText(figure, values[row], language),
    layerName(run.layers[row], t),
  ]);
  return t.between(run.name, number(step), told[0], told[1], told[2], told[3]);
}

/** What the maps of a figure show, a sentence or two for each network. */
export const findings = (
  runs: readonly ShownRun[],
  figure: LayerFigure,
  step: number,
  t: Words,
  language: Language,
): readonly string[] =>
  runs.flatMap((run) => {
    const from = notFiniteFrom(run, figure);
    return [
      finding(run, figure, step, t, language),
      figure === 'gradient' ? finding(run, 'weight', step, t, language) : null,
      from === null ? null : t.notFinite(run.name, formatNumber(from, language)),
    ].filter((sentence) => sentence !== null);
  });

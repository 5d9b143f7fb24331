/** The gradient at every block, with all shortcuts and with none, as a chart draws it. */
import { formatFigure } from '../../../src/lib/i18n/format.ts';
import type { Language } from '../../../src/lib/i18n/languages.ts';
import { flowBlocks } from '../../../src/lib/state/gradients/flowNetwork.ts';
import type { ChartSeries } from '../../../src/lib/ui/chart/series.ts';
import { words } from './words.ts';

/** By block, as far as it is known; the last blocks are known first. */
export type Norms = Readonly<Record<string, number | undefined>>;

const looks = {
  skips: { colour: 'var(--shortcut)', dash: 'solid', marker: 'circle' },
  cut: { colour: 'var(--residual)', dash: 'dashed', marker: 'square' },
} as const;

export function flowChart(flows: Readonly<Record<keyof typeof looks, Norms>>, language: Language) {
  const t = words[language];
  const series = (['skips', 'cut'] as const).flatMap((id): ChartSeries[] => {
    const points = flowBlocks.flatMap((block, x) => {
      const y = flows[id][block];
      return y === undefined ? [] : [{ x, y }];
    });
    return points.length > 0 ? [{ id, name: t.names[id], ...looks[id], points }] : [];
  });
  const spans = series.map(({ name, points }) =>
    t.span(name, formatFigure(points.at(-1)!.y, language), formatFigure(points[0].y, language)),
  );
  return {
    description: t.chart(spans),
    x: { label: t.block, categories: flowBlocks },
    y: { label: t.gradient, kind: 'log' as const },
    series,
  };
}

/** The gradient at every block of the networks that have been measured, as a chart draws it. */
import { formatFigure } from '../../../src/lib/i18n/format.ts';
import type { Language } from '../../../src/lib/i18n/languages.ts';
import { styleOf } from '../../../src/lib/ui/chart/series.ts';
import { blocks, networkNames, type NetworkName } from './networks.ts';
import { words } from './words.ts';

export type Gradients = Readonly<Partial<Record<NetworkName, readonly number[]>>>;

export function gradientChart(gradients: Gradients, language: Language) {
  const t = words[language];
  const series = networkNames.flatMap((name, index) => {
    const values = gradients[name];
    if (!values) return [];
    return [
      {
        id: name,
        name: t.names[name],
        ...styleOf(index),
        points: values.map((y, i) => ({ x: i + 1, y })),
      },
    ];
  });
  const spans = series.map(({ name, points }) =>
    t.span(name, formatFigure(points[0].y, language), formatFigure(points.at(-1)!.y, language)),
  );
  const parts = [2, 3].map((stage) => ({ from: ((stage - 1) * blocks) / 3 + 0.5, name: t.stage(stage) }));
  return {
    description: t.chart(spans),
    x: { label: t.block, parts },
    y: { label: t.gradient, kind: 'log' as const },
    series,
  };
}

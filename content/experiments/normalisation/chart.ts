/** The gradient after every convolution of the four networks that are drawn over each other. */
import { formatFigure, formatNumber } from '../../../src/lib/i18n/format.ts';
import type { Language } from '../../../src/lib/i18n/languages.ts';
import { theoreticalGrowth } from '../../../src/lib/state/gradients/expectedGrowth.ts';
import { curve, theoreticalCurve } from '../../../src/lib/state/gradients/initialisationFigures.ts';
import type { NetworkFigures } from '../../../src/lib/state/gradients/networkFigures.ts';
import { styleOf, type ChartSeries } from '../../../src/lib/ui/chart/series.ts';
import { drawn, type NetworkId } from './networks.ts';
import { words } from './words.ts';

export function gradientChart(figuresOf: (id: NetworkId) => NetworkFigures | undefined, language: Language) {
  const t = words[language];
  const series = drawn.flatMap((id, index): ChartSeries[] => {
    const figures = figuresOf(id);
    return figures
      ? [
          {
            id,
            name: t.names[id],
            ...styleOf(index),
            points: curve(figures, 'activationGradient', true),
          },
        ]
      : [];
  });
  const spans = series.map(({ name, points }) =>
    t.span(name, formatFigure(points[0].y, language), formatFigure(points.at(-1)!.y, language)),
  );
  const plain = figuresOf('plain-56');
  const growth = theoreticalGrowth.batchNorm;
  const theory: ChartSeries[] = plain
    ? [
        {
          id: 'theory',
          name: t.theory(formatNumber(growth, language, { maximumFractionDigits: 3 })),
          colour: 'var(--muted)',
          dash: 'dotted',
          points: theoreticalCurve(plain, growth, true),
        },
      ]
    : [];
  return {
    description: t.chart(spans),
    x: {
      label: t.convolution,
      parts: [2, 3].map((stage) => ({ from: 18 * (stage - 1) + 1.5, name: t.stage(stage) })),
    },
    y: { label: t.gradient, kind: 'log' as const },
    series: [...series, ...theory],
  };
}

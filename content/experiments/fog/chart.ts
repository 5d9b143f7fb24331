import { formatNumber, formatPercent } from '../../../src/lib/i18n/format.ts';
import type { Language } from '../../../src/lib/i18n/languages.ts';
import type { RecordedChart } from '../../../src/lib/lesson/charts.ts';
import { styleOf } from '../../../src/lib/ui/chart/series.ts';
import type { Seen } from './result.ts';
import { words } from './words.ts';

/** Probability and contrast, step by step into the fog. */
export function fogChart(steps: readonly Seen[], language: Language): Omit<RecordedChart, 'provenance'> {
  const t = words[language];
  const percent = (share: number) => formatPercent(share, language);
  const span = (of: 'probability' | 'contrast') =>
    steps.length > 0 ? t.span(percent(steps[0]![of]), percent(steps.at(-1)![of])) : '';
  const points = (of: 'probability' | 'contrast') => steps.map((step, x) => ({ x, y: step[of] * 100 }));
  return {
    description: t.describe(span('probability'), span('contrast')),
    x: {
      label: t.visibility,
      categories: steps.map(({ visibility }) =>
        visibility === null ? t.clear : formatNumber(visibility, language),
      ),
    },
    y: { label: '%', kind: 'linear', include: [0, 100] },
    series: (['probability', 'contrast'] as const).map((of, index) => ({
      id: of,
      name: t[of],
      ...styleOf(index),
      points: points(of),
    })),
  };
}

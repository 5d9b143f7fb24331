import { formatDate } from '../../src/lib/i18n/format.ts';
import type { Charts } from '../../src/lib/lesson/charts.ts';
import seen from '../../src/lib/state/recordings/seen.json' with { type: 'json' };
import { meanOf } from '../../src/lib/model/statistics.ts';

const names = ['C2', 'C3', 'C4', 'C5'];
const perCent = (share: number) => Math.round(share * 1000) / 10;

const zeros = names.map((_, level) => {
  const each = seen.images.map(({ levels }) => perCent(levels[level].zeros));
  return { mean: Math.round(meanOf(each) * 10) / 10, low: Math.min(...each), high: Math.max(...each) };
});

const words = {
  en: {
    describe:
      'Four points, joined: the share of zeros is below a third in C2 and C3, near half in C4, and above four fifths in C5, with hardly any spread over the pictures.',
    level: 'Output of stage',
    share: 'Share of values that are exactly zero, %',
    series: 'mean of 16 pictures; bars: smallest to largest',
  },
  zh: {
    describe:
      '四个点相连：零的比例在 C2 和 C3 不到三分之一，C4 接近一半，C5 超过五分之四；各图片之间几乎没有差别。',
    level: '阶段的输出',
    share: '恰好为零的值所占比例，%',
    series: '16 张图片的平均值；竖线：最小到最大',
  },
} as const;

export const charts: Charts = {
  zeros: (language) => {
    const w = words[language];
    return {
      description: w.describe,
      x: { label: w.level, categories: names },
      y: { label: w.share, kind: 'linear', include: [0, 100] },
      series: [
        {
          id: 'zeros',
          name: w.series,
          colour: 'var(--series-1)',
          marker: 'circle',
          points: zeros.map(({ mean, low, high }, x) => ({ x, y: mean, low, high })),
        },
      ],
      provenance: { kind: 'recorded', text: `${formatDate(seen.recorded, language)} · ${seen.command}` },
    };
  },
};

import { formatDate } from '../../src/lib/i18n/format.ts';
import type { Charts } from '../../src/lib/lesson/charts.ts';
import { command, recorded, rightIn } from '../../scripts/feedingRecording.ts';
import { pointOf, publishedTop1 } from '../experiments/what-76-percent-means/counts.ts';
import lesson from '../recorded/what-76-percent-means.json' with { type: 'json' };

const countOf = (right: readonly boolean[]) => ({ right: right.filter(Boolean).length, of: right.length });
const { exact, nearest, top5 } = lesson.result;
const counts = [
  countOf(rightIn('asTrained')),
  countOf(rightIn('tenCrops')),
  countOf(rightIn('shorter256')),
  countOf(rightIn('squeezed')),
  exact,
  nearest,
  top5,
];

const text = {
  en: {
    description:
      'Points with wide error bars. Under four protocols the share is between 72 and 78 per cent, and the published accuracy lies within all their intervals; own classes fare better than nearest ones.',
    categories: ['one crop', 'ten crops', 'from 256', 'squeezed', 'own class', 'nearest class', 'top-5'],
    x: 'What is counted',
    y: 'Right answers, %, with 95 % interval',
    series: 'right',
    published: 'published, one crop 75.3 %',
  },
  zh: {
    description:
      '带有很长误差线的点。四种协议下比例都在 72 % 到 78 % 之间，公布的准确率落在它们所有的区间里；有专属类别的比只有近似类别的好。',
    categories: ['单裁剪', '十裁剪', '先缩到 256', '压扁', '专属类别', '近似类别', 'top-5'],
    x: '统计的是什么',
    y: '答对的比例，%，带 95 % 区间',
    series: '答对',
    published: '公布的单裁剪 75.3 %',
  },
} as const;

export const charts: Charts = {
  protocols: (language) => {
    const t = text[language];
    return {
      description: t.description,
      x: { label: t.x, categories: t.categories },
      y: { label: t.y, kind: 'linear', include: [0, 100] },
      series: [
        {
          id: 'right',
          name: t.series,
          colour: 'var(--accent)',
          marker: 'circle',
          form: 'points',
          points: counts.map(pointOf),
        },
      ],
      references: [{ value: publishedTop1 * 100, text: t.published }],
      provenance: { kind: 'recorded', text: `${formatDate(recorded, language)} · ${command}` },
    };
  },
};

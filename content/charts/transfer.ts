import { formatDate, formatPercent } from '../../src/lib/i18n/format.ts';
import type { Charts } from '../../src/lib/lesson/charts.ts';
import { planeSeries } from '../experiments/transfer/plane.ts';
import { words } from '../experiments/transfer/words.ts';
import lesson from '../recorded/transfer.json' with { type: 'json' };

const { pictures, majority, right, colours, probabilities, plane, explained } = lesson.result;

const text = {
  en: {
    representations:
      'Bars: the features in three scalings are right on fourteen to sixteen pictures, probabilities on eight, colours on six, always naming the largest group on five.',
    categories: ['features', 'length one', 'standardised', 'probabilities', 'colours', 'largest group'],
    x: 'What the means are taken of',
    y: `Right of ${pictures}, leaving one out`,
    series: 'right',
    plane:
      'Points for the pictures on two principal axes: the buildings stand apart on the left, the other groups overlap.',
  },
  zh: {
    representations: '柱形：三种缩放的特征答对 14 到 16 张，概率 8 张，颜色 6 张，总答最大的一组 5 张。',
    categories: ['特征', '长度归一', '标准化', '概率', '颜色', '总答最大组'],
    x: '对什么求均值',
    y: `留一法答对的张数（共 ${pictures} 张）`,
    series: '答对',
    plane: '各图片在两个主轴上的点：建筑独自在左边，其余各组互相重叠。',
  },
} as const;

const rights = [right.raw, right.unit, right.standardised, probabilities, colours, majority];

export const charts: Charts = {
  representations: (language) => {
    const t = text[language];
    return {
      description: t.representations,
      x: { label: t.x, categories: t.categories },
      y: { label: t.y, kind: 'linear', include: [0, pictures] },
      series: [
        {
          id: 'right',
          name: t.series,
          colour: 'var(--accent)',
          form: 'bars',
          points: rights.map((y, x) => ({ x, y })),
        },
      ],
      provenance: { kind: 'recorded', text: formatDate(lesson.recorded, language) },
    };
  },
  plane: (language) => {
    const t = words[language];
    const axis = (index: number) => t.axis(index, formatPercent(explained[index - 1], language));
    return {
      description: text[language].plane,
      x: { label: axis(1) },
      y: { label: axis(2), kind: 'linear' },
      series: planeSeries(plane, t.groups),
      provenance: { kind: 'recorded', text: formatDate(lesson.recorded, language) },
    };
  },
};

import { formatDate } from '../../src/lib/i18n/format.ts';
import type { Language } from '../../src/lib/i18n/languages.ts';
import type { Charts } from '../../src/lib/lesson/charts.ts';
import { buildModel } from '../../src/lib/model/architecture/families.ts';
import { receptiveFields } from '../../src/lib/model/architecture/receptiveField.ts';
import seen from '../../src/lib/state/recordings/seen.json' with { type: 'json' };
import { className } from '../../src/lib/viz/className.ts';

const gate = seen.images.find(({ picture }) => picture === 'brandenburg-gate')!;
const fields = receptiveFields(buildModel('resnet50'));
const tenths = (value: number) => Math.round(value * 10) / 10;

const stages = seen.levels.map((node, level) => {
  const sides = seen.images.map(({ effective }) => effective[level]!).sort((a, b) => a - b);
  const middle = (sides[sides.length / 2 - 1] + sides[sides.length / 2]) / 2;
  return { name: `conv${level + 2}_x`, bound: fields.get(node)!.size, sides, middle };
});

const recordedOn = (language: Language) => `${formatDate(seen.recorded, language)} · ${seen.command}`;

const words = {
  en: {
    rows: 'Two lines over the seven rows of the maps: pier is largest at pixel 128 from the top, triumphal arch at pixel 64.',
    row: 'Middle of the row, pixels from the top',
    mean: 'Mean of the map over a row',
    fields:
      'Two lines over the four stages: the theoretical receptive field grows from 35 to 483 pixels; the measured one is about half of it in the early stages and less later.',
    stage: 'Output of',
    side: 'Side of the square, pixels',
    bound: 'theoretical',
    measured: '95 % of the gradient, median of 16 pictures; bars: smallest to largest',
  },
  zh: {
    rows: '沿特征图的七行有两条折线：pier 在距顶部 128 像素处最大，triumphal arch 在 64 像素处最大。',
    row: '该行的中心，距顶部的像素数',
    mean: '一行的平均值',
    fields:
      '沿四个阶段有两条折线：理论感受野从 35 像素增至 483 像素；实测的在靠前的阶段约为它的一半，之后更小。',
    stage: '输出',
    side: '正方形边长，像素',
    bound: '理论值',
    measured: '梯度的 95 %，16 张图片的中位数；竖线：最小到最大',
  },
} as const;

export const charts: Charts = {
  rows: (language) => {
    const w = words[language];
    return {
      description: w.rows,
      x: { label: w.row, kind: 'linear', isExact: true },
      y: { label: w.mean, kind: 'linear', include: [0] },
      series: gate.maps.map(({ label, map }, i) => ({
        id: label,
        name: className(label),
        colour: `var(--series-${i === 0 ? 1 : 3})`,
        marker: i === 0 ? ('circle' as const) : ('square' as const),
        dash: i === 0 ? ('solid' as const) : ('dashed' as const),
        points: Array.from({ length: 7 }, (_, row) => ({
          x: 32 * row,
          y: tenths(map.slice(7 * row, 7 * row + 7).reduce((sum, value) => sum + value, 0) / 7),
        })),
      })),
      provenance: { kind: 'recorded', text: recordedOn(language) },
    };
  },
  fields: (language) => {
    const w = words[language];
    return {
      description: w.fields,
      x: { label: w.stage, categories: stages.map(({ name }) => name) },
      y: { label: w.side, kind: 'linear' },
      series: [
        {
          id: 'bound',
          name: w.bound,
          colour: 'var(--muted)',
          dash: 'dashed',
          marker: 'square',
          points: stages.map(({ bound }, x) => ({ x, y: bound })),
        },
        {
          id: 'measured',
          name: w.measured,
          colour: 'var(--series-1)',
          marker: 'circle',
          points: stages.map(({ middle, sides }, x) => ({
            x,
            y: middle,
            low: sides[0],
            high: sides.at(-1)!,
          })),
        },
      ],
      provenance: { kind: 'recorded', text: recordedOn(language) },
    };
  },
};

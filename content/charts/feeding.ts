import { formatDate } from '../../src/lib/i18n/format.ts';
import type { Language } from '../../src/lib/i18n/languages.ts';
import type { Charts, RecordedChart } from '../../src/lib/lesson/charts.ts';
import { command, keptOf, pictures, recorded, type WayName } from '../../scripts/feedingRecording.ts';
import { levelsNames, warpNames } from '../experiments/feeding/feeds.ts';

const text = {
  en: {
    levels:
      'A bar for each preparation. Exchanged colours and kept means leave most answers; dividing by 255 leaves none.',
    warps:
      'A bar for each change. Mirrored and enlarged pictures keep most answers, those made smaller the fewest.',
    way: 'Preparation',
    change: 'Change',
    axis: `Answers that stay, of ${pictures.length}`,
    series: 'photographs',
    names: {
      notReversed: 'red ↔ blue',
      meansKept: 'means kept',
      divided: '÷ 255',
      dividedThenPrepared: '÷ 255, − means',
      signed: 'for V2',
      torchvision: 'torchvision',
      mirrored: 'mirrored',
      larger: '× 1.2',
      smaller: '× 0.8',
      sheared: 'sheared',
      turned: 'turned',
      moved: 'moved',
      corner: 'corner',
      squeezed: 'squeezed',
    },
  },
  zh: {
    levels: '每种预处理一根柱形。红蓝对调和不减均值保住了多数答案；除以 255 一个也没有保住。',
    warps: '每种变化一根柱形。翻转和放大保住的答案最多，缩小保住的最少。',
    way: '预处理',
    change: '变化',
    axis: `不变的答案数（共 ${pictures.length} 张）`,
    series: '照片数',
    names: {
      notReversed: '红 ↔ 蓝',
      meansKept: '不减均值',
      divided: '÷ 255',
      dividedThenPrepared: '÷ 255 再减均值',
      signed: 'V2',
      torchvision: 'torchvision',
      mirrored: '翻转',
      larger: '× 1.2',
      smaller: '× 0.8',
      sheared: '错切',
      turned: '旋转',
      moved: '平移',
      corner: '一角',
      squeezed: '压扁',
    },
  },
} as const;

const chart = (
  language: Language,
  ways: readonly Exclude<WayName, 'asTrained' | 'shorter256' | 'tenCrops'>[],
  kind: 'levels' | 'warps',
): RecordedChart => {
  const t = text[language];
  return {
    description: t[kind],
    x: { label: kind === 'levels' ? t.way : t.change, categories: ways.map((way) => t.names[way]) },
    y: { label: t.axis, kind: 'linear', include: [0, pictures.length] },
    series: [
      {
        id: 'kept',
        name: t.series,
        colour: 'var(--accent)',
        form: 'bars',
        points: ways.map((way, x) => ({ x, y: keptOf(way) })),
      },
    ],
    provenance: { kind: 'recorded', text: `${formatDate(recorded, language)} · ${command} …` },
  };
};

export const charts: Charts = {
  levels: (language) =>
    chart(
      language,
      levelsNames.filter((name) => name !== 'asTrained'),
      'levels',
    ),
  warps: (language) => chart(language, warpNames, 'warps'),
};

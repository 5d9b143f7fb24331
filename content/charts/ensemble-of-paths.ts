import { formatDate } from '../../src/lib/i18n/format.ts';
import type { Language } from '../../src/lib/i18n/languages.ts';
import type { Charts } from '../../src/lib/lesson/charts.ts';
import { blocksOf } from '../../src/lib/model/architecture/blocks.ts';
import { buildModel } from '../../src/lib/model/architecture/families.ts';
import { effectsOf } from '../../src/lib/state/gradients/lesionFigures.ts';
import { lesionRecording } from '../../src/lib/state/gradients/lesionRecording.ts';
import { pathsRecording } from '../../src/lib/state/gradients/pathsRecording.ts';
import { lengthFigures } from '../../src/lib/viz/pathFigures.ts';

const blocks = blocksOf(buildModel('resnet50'));
const stages = blocks.flatMap(({ stage }, i) =>
  i === 0 || blocks[i - 1].stage !== stage ? [{ from: i - 0.5, name: `${stage}_x` }] : [],
);
const effects = effectsOf(
  lesionRecording.images.map((image) => image.blocks),
  'probability',
);
/** To the thousandth: what a chart of this height can show. */
const rounded = (value: number) => Math.round(value * 1000) / 1000;
const perCent = (share: number) => Math.round(share * 1000) / 10;
const lengths = lengthFigures(pathsRecording.report);

const recordedOn = (recorded: string, command: string, language: Language) =>
  `${formatDate(recorded, language)} · ${command}`;

const words = {
  en: {
    lesions:
      'Bars for the sixteen blocks, all below zero: 2b costs most, 4b and 4e are among those that cost least.',
    block: 'Block removed',
    change: 'Change of the class’s probability, mean of 16 pictures ± standard error',
    mean: 'mean of 16 pictures',
    lengths:
      'By number of branches: the bars of the gradient’s share are highest at five branches, the line of number times norm at six, the share of the paths at eight.',
    length: 'Branches that a path takes',
    share: 'Share of the whole, %',
    gradient: 'of the gradient, exactly',
    estimate: 'number × norm of one path',
    paths: 'of the paths',
  },
  zh: {
    lesions: '十六个块各有一根柱形，全在零以下：2b 的代价最大，4b 和 4e 属于代价最小的几个。',
    block: '去掉的块',
    change: '该类别概率的变化，16 张图片的平均值 ± 标准误',
    mean: '16 张图片的平均值',
    lengths:
      '按经过的残差分支数：梯度份额的柱形在 5 处最高，“条数 × 范数”的折线在 6 处最高，路径份额在 8 处最高。',
    length: '路径经过的残差分支数',
    share: '占总量的份额，%',
    gradient: '梯度（精确）',
    estimate: '条数 × 单条范数',
    paths: '路径',
  },
} as const;

export const charts: Charts = {
  lesions: (language) => {
    const w = words[language];
    return {
      description: w.lesions,
      x: { label: w.block, categories: blocks.map(({ id }) => id), parts: stages },
      y: { label: w.change, kind: 'linear' },
      series: [
        {
          id: 'blocks',
          name: w.mean,
          colour: 'var(--residual)',
          form: 'bars',
          points: effects.map(({ mean, standardError }, x) => ({
            x,
            y: rounded(mean),
            low: rounded(mean - standardError!),
            high: rounded(mean + standardError!),
          })),
        },
      ],
      provenance: {
        kind: 'recorded',
        text: recordedOn(lesionRecording.recorded, lesionRecording.command, language),
      },
    };
  },
  lengths: (language) => {
    const w = words[language];
    const points = (of: (one: (typeof lengths)[number]) => number) =>
      lengths.map((one) => ({ x: one.length, y: perCent(of(one)) }));
    return {
      description: w.lengths,
      x: { label: w.length, categories: lengths.map(({ length }) => String(length)) },
      y: { label: w.share, kind: 'linear' },
      series: [
        {
          id: 'gradient',
          name: w.gradient,
          colour: 'var(--series-3)',
          form: 'bars',
          points: points(({ share }) => share!),
        },
        {
          id: 'estimate',
          name: w.estimate,
          colour: 'var(--series-1)',
          marker: 'circle',
          dash: 'dashed',
          points: points(({ estimate }) => estimate!),
        },
        {
          id: 'paths',
          name: w.paths,
          colour: 'var(--muted)',
          dash: 'dotted',
          points: points(({ shareOfPaths }) => shareOfPaths),
        },
      ],
      provenance: {
        kind: 'recorded',
        text: recordedOn(pathsRecording.recorded, pathsRecording.command, language),
      },
    };
  },
};

import type { Language } from '$lib/i18n/languages.ts';

interface Words {
  readonly doing: string;
  readonly first: string;
  readonly place: (place: string) => string;
  readonly missing: string;
  readonly label: string;
  readonly nearest: string;
  readonly answer: string;
  readonly counts: readonly [top1: string, exact: string, nearest: string, top5: string];
  readonly axis: string;
  readonly what: string;
  readonly series: string;
  readonly published: (percent: string) => string;
  readonly describe: string;
  readonly tally: (right: string, of: string) => string;
  readonly list: string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    doing: 'Asking about the photographs',
    first: 'right',
    place: (place) => `label in place ${place}`,
    missing: 'not among five',
    label: 'label: ',
    nearest: 'nearest label: ',
    answer: 'answer: ',
    counts: ['top-1', 'top-1, own class', 'top-1, nearest class', 'top-5'],
    axis: 'Share of right answers, with its 95 % interval',
    what: 'What is counted',
    series: 'this run',
    published: (percent) => `top-1 published ${percent}`,
    describe:
      'Four points with error bars: the share of right answers, counted as top-1, as top-1 for each of the two kinds of labels, and as top-5.',
    tally: (right, of) => `${right} of ${of} right`,
    list: 'The photographs and their answers',
  },
  zh: {
    doing: '正在逐张提问',
    first: '正确',
    place: (place) => `标签排在第 ${place} 位`,
    missing: '不在前五',
    label: '标签：',
    nearest: '最接近的标签：',
    answer: '答案：',
    counts: ['top-1', 'top-1，有专属类别', 'top-1，只有近似类别', 'top-5'],
    axis: '答对的比例，及其 95 % 区间',
    what: '统计的是什么',
    series: '本次运行',
    published: (percent) => `公布的 top-1 ${percent}`,
    describe: '四个带误差线的点：按 top-1、按两类标签分别统计的 top-1，以及按 top-5，答对的比例。',
    tally: (right, of) => `${of} 张中答对 ${right} 张`,
    list: '照片与答案',
  },
};

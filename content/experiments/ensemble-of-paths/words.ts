import type { Language } from '$lib/i18n/languages.ts';

interface Words {
  readonly run: (count: number) => string;
  readonly doing: string;
  readonly describe: (block: string, percent: string) => string;
  readonly axis: string;
  readonly block: string;
  readonly series: string;
  readonly whole: (percent: string) => string;
  readonly none: string;
  readonly changed: string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    run: (count) => `Remove each of the ${count} blocks in turn`,
    doing: 'Running the damaged networks',
    describe: (block, percent) =>
      `A bar for each block: the probability of the class without it. It is smallest without ${block}, ${percent}.`,
    axis: 'Change of the class’s probability',
    block: 'Block removed',
    series: 'without this block',
    whole: (percent) => `The whole network gives this class ${percent}.`,
    none: 'No removal changes the answer.',
    changed: 'Another answer:',
  },
  zh: {
    run: (count) => `逐个去掉 ${count} 个块`,
    doing: '正在运行受损的网络',
    describe: (block, percent) =>
      `每个块一根柱形：去掉它以后该类别的概率。去掉 ${block} 时最小，为 ${percent}。`,
    axis: '该类别概率的变化',
    block: '去掉的块',
    series: '去掉这个块以后',
    whole: (percent) => `完整网络给这个类别的概率是 ${percent}。`,
    none: '去掉任何一个块，答案都不变。',
    changed: '答案变了：',
  },
};

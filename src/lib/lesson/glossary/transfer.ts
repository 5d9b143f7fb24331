import type { Entries } from './entry.ts';

/** Using what was learnt for something else. */
export const transfer = {
  'fine-tuning': {
    en: {
      term: 'fine-tuning',
      definition:
        'Training a network further on a new task from the weights that it learnt on an old one, usually with a small learning rate.',
    },
    zh: {
      term: '微调',
      definition: '以在旧任务上学到的权重为起点，在新任务上继续训练网络，通常用较小的学习率。',
    },
    lesson: 'transfer',
  },
  'linear-probe': {
    en: {
      term: 'linear probe',
      definition:
        'A linear classifier trained on the features of a network whose own weights stay as they are; it shows what the features already tell apart.',
    },
    zh: {
      term: '线性探测',
      also: ['线性探针'],
      definition: '网络自身的权重保持不变，只在它的特征上训练一个线性分类器，以此看这些特征已经能区分什么。',
    },
    lesson: 'transfer',
  },
  'transfer-learning': {
    en: {
      term: 'transfer learning',
      definition:
        'Using what a network learnt on one set of data, usually a large one, for a task with other, often fewer data.',
    },
    zh: {
      term: '迁移学习',
      definition: '把网络在一批（通常很多的）数据上学到的东西，用到另一批（往往较少的）数据的任务上。',
    },
    lesson: 'transfer',
  },
} satisfies Entries;

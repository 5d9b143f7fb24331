import type { Entries } from './entry.ts';

/** What a network sees, and what is built on top of it. */
export const seeing = {
  backbone: {
    en: {
      term: 'backbone',
      definition:
        'A classification network without its last layers, used to supply feature maps to a detector or another head.',
    },
    zh: {
      term: '主干网络',
      also: ['骨干网络'],
      definition: '去掉最后几层的分类网络，用来为检测器等各种输出头提供特征图。',
    },
    lesson: 'backbone',
  },
  'class-activation-map': {
    en: {
      term: 'class activation map',
      also: ['CAM'],
      definition:
        'The last feature map with its channels added up by the weights that a class gives them: what each position contributes to that class’s logit.',
    },
    zh: {
      term: '类激活图',
      also: ['CAM'],
      definition:
        '把最后的特征图按某个类别给各通道的权重加起来得到的图：每个位置为该类别的 logit 贡献了多少。',
    },
    lesson: 'what-it-sees',
  },
  'feature-pyramid': {
    en: {
      term: 'feature pyramid',
      also: ['FPN'],
      definition:
        'Feature maps of several resolutions offered together; in an FPN the coarse ones are enlarged and added to the finer ones, so that every level knows both what and where.',
    },
    zh: {
      term: '特征金字塔',
      also: ['FPN'],
      definition:
        '同时提供几种分辨率的特征图；在 FPN 中，粗的一层放大后加到细的一层上，使每一层既知道是什么，又知道在哪里。',
    },
    lesson: 'backbone',
  },
} satisfies Entries;

import type { Entries } from './entry.ts';

/** Pictures, what is done to them, and how answers are counted. */
export const data = {
  augmentation: {
    en: {
      term: 'data augmentation',
      also: ['augmentation'],
      definition:
        'Changing training pictures at random in ways that should not change the answer, such as mirroring or cropping, so that the network sees more variety.',
    },
    zh: {
      term: '数据增强',
      definition: '对训练图片做不应改变答案的随机变化，如镜像、裁剪，让网络见到更多样的图片。',
    },
    lesson: 'feeding',
  },
  crop: {
    en: {
      term: 'crop',
      also: ['centre crop', 'random crop'],
      definition:
        'A rectangle cut out of the picture. In testing it is usually the 224 × 224 pixels in the middle (one crop); ten crops average over corners, centre and mirror images.',
    },
    zh: {
      term: '裁剪',
      also: ['中心裁剪', '随机裁剪'],
      definition:
        '从图片中切出的矩形。测试时通常取正中的 224 × 224 像素（单裁剪）；十裁剪则对四角、中心及其镜像的结果取平均。',
    },
    lesson: 'what-76-percent-means',
  },
  preprocessing: {
    en: {
      term: 'preprocessing',
      definition:
        'What turns a picture file into the numbers that a network was trained on: size, crop, order of colours, means subtracted, scale.',
    },
    zh: {
      term: '预处理',
      definition: '把图片文件变成网络训练时所用的那种数值：尺寸、裁剪、颜色顺序、减去均值、缩放。',
    },
    lesson: 'feeding',
  },
  'top-1': {
    en: {
      term: 'top-1',
      also: ['top-1 accuracy', 'top-1 error'],
      definition: 'Counting an answer right only when the most probable class is the label.',
    },
    zh: {
      term: 'top-1',
      also: ['top-1 准确率', 'top-1 错误率'],
      definition: '只有概率最大的类别与标签一致时才算答对。',
    },
    lesson: 'what-76-percent-means',
  },
  'top-5': {
    en: {
      term: 'top-5',
      also: ['top-5 accuracy', 'top-5 error'],
      definition: 'Counting an answer right when the label is among the five most probable classes.',
    },
    zh: {
      term: 'top-5',
      also: ['top-5 准确率', 'top-5 错误率'],
      definition: '标签只要在概率最大的五个类别之中就算答对。',
    },
    lesson: 'what-76-percent-means',
  },
} satisfies Entries;

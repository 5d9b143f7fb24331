import type { Language } from '$lib/i18n/languages.ts';

interface Words {
  readonly waiting: string;
  readonly doing: string;
  readonly second: string;
  readonly drawn: string;
  readonly ways: { readonly aligned: string; readonly usual: string };
  readonly notes: { readonly aligned: string; readonly usual: string };
  readonly nowhere: string;
  readonly filters: (count: number) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    waiting: 'The maps follow when the network has answered.',
    doing: 'Computing the maps',
    second: 'Second class',
    drawn: 'Drawn',
    ways: { aligned: 'aligned: where the cells lie', usual: 'as usual: stretched over the picture' },
    notes: {
      aligned: 'Cell (row, column) round pixel (32 · column, 32 · row), as the network has it.',
      usual: 'As libraries enlarge it: every cell 15.5 pixels too far right and down.',
    },
    nowhere: 'One of the maps is nowhere positive: choose another class.',
    filters: (count) =>
      `The ${count} filters of conv1, in colours, each on a scale of its own: grey is zero.`,
  },
  zh: {
    waiting: '网络给出答案之后，就会显示这两张图。',
    doing: '正在计算',
    second: '第二个类别',
    drawn: '画法',
    ways: { aligned: '对齐：格子所在的地方', usual: '通常：拉伸到铺满图片' },
    notes: {
      aligned: '格子（行，列）以像素（32 · 列，32 · 行）为中心，与网络一致。',
      usual: '按库的通常做法放大：每一格都偏右、偏下 15.5 像素。',
    },
    nowhere: '有一张图处处不为正：请换一个类别。',
    filters: (count) => `conv1 的 ${count} 个滤波器，按颜色画出，各用自己的尺度：灰色是零。`,
  },
};

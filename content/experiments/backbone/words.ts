import type { Language } from '$lib/i18n/languages.ts';

interface Words {
  readonly waiting: string;
  readonly doing: string;
  readonly map: (name: string, height: number, width: number) => string;
  readonly norm: string;
  readonly scale: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly silent: (silent: string, all: string) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    waiting: 'The maps follow when the network has answered.',
    doing: 'Reading the maps',
    map: (name, height, width) => `${name} over the picture, ${height} × ${width} places`,
    norm: 'Norm over the channels at each place, drawn where the place lies.',
    scale: 'Each map on a scale of its own, from zero.',
    caption: 'C2 to C5 of this picture',
    head: ['level', 'shape', 'zeros', 'mean', 'root mean square', 'channels without a response'],
    silent: (silent, all) => `${silent} of ${all}`,
  },
  zh: {
    waiting: '网络给出答案之后，就会显示这些特征图。',
    doing: '正在读取特征图',
    map: (name, height, width) => `叠在图片上的 ${name}，${height} × ${width} 个位置`,
    norm: '每个位置上所有通道的范数，画在该位置所在的地方。',
    scale: '每张图各用自己的尺度，从零起。',
    caption: '这张图片的 C2 到 C5',
    head: ['层级', '形状', '零的比例', '平均值', '均方根', '没有响应的通道'],
    silent: (silent, all) => `${silent} / ${all}`,
  },
};

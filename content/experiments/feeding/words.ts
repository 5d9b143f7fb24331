import type { Language } from '$lib/i18n/languages.ts';
import type { LevelsName } from '$lib/model/feeding.ts';
import type { WarpName } from './feeds.ts';

interface Words {
  readonly run: string;
  readonly doing: string;
  readonly levels: string;
  readonly levelNames: Readonly<Record<LevelsName, string>>;
  readonly warps: string;
  readonly warpNames: Readonly<Record<WarpName, string>>;
  readonly others: string;
  readonly asTaken: (name: string) => string;
  readonly same: string;
  readonly another: string;
  readonly numbers: (low: string, high: string, deviation: string) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    run: 'Feed it in all ways',
    doing: 'Feeding the network',
    levels: 'Other preparations, as the network takes them',
    levelNames: {
      asTrained: 'As in training',
      notReversed: 'Red and blue exchanged',
      meansKept: 'Means not subtracted',
      divided: 'Divided by 255',
      dividedThenPrepared: 'Divided, then means subtracted',
      signed: 'Between −1 and 1, as for V2',
      torchvision: 'As for torchvision',
    },
    warps: 'Prepared rightly, the picture changed',
    warpNames: {
      mirrored: 'Mirrored',
      larger: '1.2 times as large',
      smaller: '0.8 times as large',
      sheared: 'Sheared by 11.5°',
      turned: 'Turned by 15°',
      moved: 'Moved by a tenth',
      corner: 'Upper left three quarters',
      squeezed: 'Squeezed, not cut',
    },
    others: 'Divided by 255: other pictures',
    asTaken: (name) => `${name}: the picture as the network takes it`,
    same: 'same answer',
    another: 'another answer',
    numbers: (low, high, deviation) => `${low} to ${high}, deviation ${deviation}`,
  },
  zh: {
    run: '用所有方式送入',
    doing: '正在送入网络',
    levels: '不同的预处理，网络眼中的图片',
    levelNames: {
      asTrained: '与训练时相同',
      notReversed: '红蓝对调',
      meansKept: '不减均值',
      divided: '除以 255',
      dividedThenPrepared: '先除以 255 再减均值',
      signed: '−1 到 1 之间（V2 的方式）',
      torchvision: 'torchvision 的方式',
    },
    warps: '预处理正确，改变图片本身',
    warpNames: {
      mirrored: '水平翻转',
      larger: '放大到 1.2 倍',
      smaller: '缩小到 0.8 倍',
      sheared: '错切 11.5°',
      turned: '旋转 15°',
      moved: '平移十分之一',
      corner: '左上四分之三',
      squeezed: '压扁而不裁剪',
    },
    others: '除以 255：其他图片',
    asTaken: (name) => `${name}：网络眼中的图片`,
    same: '答案相同',
    another: '答案不同',
    numbers: (low, high, deviation) => `${low} 到 ${high}，标准差 ${deviation}`,
  },
};

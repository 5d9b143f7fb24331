import type { chart as english } from './chart.en.ts';

export const chart: typeof english = {
  table: '全部数值',
  slider: (axis) => `“${axis}”轴上的位置`,
  spoken: (axis, place, values) => `${axis} ${place}：${values.join('；')}`,
  notPositive: '零或负值',
  infinite: '∞',
  notANumber: 'NaN',
  missing: '–',
  between: (value, low, high) => `${value}（${low} 至 ${high}）`,
  beyond:
    '∞ 与 NaN（“非数”）就是算出来的结果：数值超出了 32 位浮点数的范围（3.4 × 10³⁸），而 ∞ − ∞ 或 0 · ∞ 之后便没有数可以显示了。',
  zero: '对数轴上没有零：这样的值画在轴的下缘。',
};

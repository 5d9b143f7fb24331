import type { views as en } from './views.en.ts';

export const views: typeof en = {
  label: '这次计算的各种视图',
  sums: '各块加了什么',
  attribution: '网络看了哪里',
  compare: '比较',
};

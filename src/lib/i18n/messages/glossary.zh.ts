import { formatNumber } from '../format.ts';
import type { glossary as english } from './glossary.en.ts';

const count = (value: number) => formatNumber(value, 'zh');

export const glossary: typeof english = {
  title: '术语表',
  description: '残差网络课程中的术语，每个用一两句话定义，并附英文名称。',
  intro: (words) =>
    `课程中的 ${count(words)} 个术语，每个用一两句话说明。课文里带点状下划线的词，显示的就是这里的定义。`,
  course: '全部课程',
  filter: '查找术语',
  placeholder: '术语或定义中的字词，中英文均可',
  letters: '按拼音首字母',
  found: (words) => `${count(words)} 个术语`,
  none: '术语表里没有这个词。',
  all: '显示全部术语',
  also: '又称',
  inLesson: (title) => `课程：${title}`,
  signs: '符号与数字',
};

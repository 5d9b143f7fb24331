/** Places in a source, written once in English, in the reader's language: 'Table 2, 10-crop' → '表 2，十裁剪'. */
import type { Language } from '../i18n/languages.ts';

const counts: Readonly<Record<string, string>> = {
  two: '两',
  three: '三',
  four: '四',
  five: '五',
  ten: '十',
};

const chinese: readonly (readonly [RegExp, string])[] = [
  [/\b(?:two|three|four|five|ten)\b(?= runs)/g, '#$&'],
  [/\bTables?\s+(?=\w)/g, '表 '],
  [/\bFig(?:ure|\.)?s?\.?\s+(?=\w)/g, '图 '],
  [/\b(?:Sections?|Sec\.)\s+([\w.]+)/g, '第 $1 节'],
  [/§\s*([\w.]+)/g, '第 $1 节'],
  [/\bAppendix\s+([\w.]+)/g, '附录 $1'],
  [/\bAppendix\b/g, '附录'],
  [/\b(?:Equations?|Eqs?\.)\s*\(?([\w.]+)\)?/g, '式 ($1)'],
  [/\bpages?\s+([\d–-]+)/g, '第 $1 页'],
  [/\b(?:supplementary material|supplement)\b/gi, '补充材料'],
  [/\babstract\b/gi, '摘要'],
  [/\bfootnote\s+(\d+)/gi, '脚注 $1'],
  [/\b(?:1|one|single)-crop\b/gi, '单裁剪'],
  [/\b(?:10|ten)-crop\b/gi, '十裁剪'],
  [/\bcentre crop\b/gi, '中心裁剪'],
  [/\bmulti-scale\b/gi, '多尺度'],
  [/\bsingle model\b/gi, '单模型'],
  [/\bensemble\b/gi, '集成'],
  [/\bvalidation set\b/gi, '验证集'],
  [/\bvalidation error\b/gi, '验证错误率'],
  [/\bvalidation\b/gi, '验证集'],
  [/\btest set\b/gi, '测试集'],
  [/\btraining set\b/gi, '训练集'],
  [/\btest error\b/gi, '测试错误率'],
  [/\btraining error\b/gi, '训练错误率'],
  [/\btop-([15]) error\b/gi, 'top-$1 错误率'],
  [/\btop-([15]) accuracy\b/gi, 'top-$1 准确率'],
  [/\berror\b/gi, '错误率'],
  [/\baccuracy\b/gi, '准确率'],
  [/\bmean of (#?\w+) runs\b/gi, '$1 次运行的均值'],
  [/\bbest of (#?\w+) runs\b/gi, '$1 次运行中最好的一次'],
  [/\bmedian of (#?\w+) runs\b/gi, '$1 次运行的中位数'],
  [/\s+and\s+/g, '、'],
  [/,\s*/g, '，'],
  [/;\s*/g, '；'],
];

export function placeIn(place: string, language: Language): string {
  if (language === 'en') return place;
  const translated = chinese.reduce((text, [pattern, words]) => text.replace(pattern, words), place);
  return translated.replace(/#(\w+) ?/g, (_, count: string) => counts[count]);
}

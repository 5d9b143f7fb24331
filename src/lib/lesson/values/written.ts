/** A value as a reader's language writes it, and where it comes from in words. */
import {
  decimals,
  formatBytes,
  formatFigure,
  formatNumber,
  formatPercent,
  type NumberForm,
} from '../../i18n/format.ts';
import type { Language } from '../../i18n/languages.ts';
import { placeIn } from '../place.ts';
import type { NumberStyle, Value, ValueKind, Words } from './value.ts';

export const wordsIn = (words: Words, language: Language): string =>
  typeof words === 'string' ? words : words[language];

const thin = '\u202f';

function number(value: number, style: NumberStyle, language: Language): string {
  if (style.bytes) return formatBytes(value, language);
  if (style.percent && style.digits === undefined) return formatPercent(value, language);
  if (style.percent) return formatNumber(value * 100, language, decimals(style.digits!)) + `${thin}%`;
  const options: NumberForm = {
    ...(style.digits !== undefined && decimals(style.digits)),
    ...(style.significant !== undefined && {
      minimumSignificantDigits: style.significant,
      maximumSignificantDigits: style.significant,
    }),
    ...(style.plain && { useGrouping: false }),
  };
  const isBare = style.digits === undefined && style.significant === undefined;
  if (style.scientific || (isBare && !Number.isInteger(value))) return formatFigure(value, language);
  return formatNumber(value, language, options);
}

/** '28.54 %', '25,557,032', '1.2 × 10⁹'. */
export function writtenValue({ value, style }: Value, language: Language): string {
  const unit = style.unit === undefined ? '' : thin + wordsIn(style.unit, language);
  return (style.sign && value > 0 ? '+' : '') + number(value, style, language) + unit;
}

const kinds: Readonly<Record<ValueKind, Readonly<Record<Language, string>>>> = {
  computed: { en: 'Computed', zh: '由本站程序算出' },
  recorded: { en: 'Recorded', zh: '运行记录' },
  published: { en: 'Published', zh: '已发表' },
  mathematics: { en: 'By mathematics', zh: '由数学得出' },
};

/** Where a value comes from, in a sentence. @param cite how the source of a published one is named: 'He et al. 2015' */
export function originOf(value: Value, language: Language, cite?: string): string {
  const from = wordsIn(value.from, language);
  const place = value.kind === 'published' ? [cite, placeIn(from, language)] : [from];
  return (
    kinds[value.kind][language] +
    (language === 'zh' ? '：' : ': ') +
    place.join(language === 'zh' ? '，' : ', ')
  );
}

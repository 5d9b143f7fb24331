/** Numbers in sentences, as the lesson's language writes them. */
import {
  decimals,
  formatBytes,
  formatFigure,
  formatMilliseconds,
  formatNumber,
  formatPercent,
  formatScientific,
  type NumberForm,
} from '$lib/i18n/format.ts';
import type { Language } from '$lib/i18n/languages.ts';

export interface Formatters {
  /** @param form decimals that are always written, or a form */
  number(value: number, form?: number | NumberForm): string;
  /** A share of one as per cent. @param digits decimals; without them as many as its size asks for */
  percent(share: number, digits?: number): string;
  /** A positive quantity over many decades: '9.4 × 10⁻⁶'. */
  scientific(value: number): string;
  /** Any number over many decades, negative and not finite ones too. */
  figure(value: number): string;
  bytes(bytes: number): string;
  milliseconds(milliseconds: number): string;
}

export function formattersOf(language: Language): Formatters {
  const number: Formatters['number'] = (value, form = {}) =>
    formatNumber(value, language, typeof form === 'number' ? decimals(form) : form);
  const percent: Formatters['percent'] = (share, digits) => {
    if (digits !== undefined) return `${number(share * 100, digits)}\u202f%`;
    return share < 0 ? `\u2212${formatPercent(-share, language)}` : formatPercent(share, language);
  };
  return {
    number,
    percent,
    scientific: (value) => formatScientific(value, language),
    figure: (value) => formatFigure(value, language),
    bytes: (bytes) => formatBytes(bytes, language),
    milliseconds: (milliseconds) => formatMilliseconds(milliseconds, language),
  };
}

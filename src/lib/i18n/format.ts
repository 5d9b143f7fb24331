/** Numbers, sizes and dates as the reader's language writes them. */
import { formatLocale, type FormatLocaleObject } from 'd3';
import type { Language } from './languages.ts';

/** How a number is written. Names, meanings and what holds without them are those of `Intl.NumberFormat`. */
export type NumberForm = Pick<
  Intl.NumberFormatOptions,
  | 'minimumFractionDigits'
  | 'maximumFractionDigits'
  | 'minimumSignificantDigits'
  | 'maximumSignificantDigits'
  | 'useGrouping'
>;

/** Not Intl here and below: the first thing that it formats costs a page up to 50 ms before it answers. */
const inEnglish = formatLocale({ decimal: '.', thousands: ',', grouping: [3], currency: ['', ''] });
const locales: Readonly<Record<Language, FormatLocaleObject>> = { en: inEnglish, zh: inEnglish };

const formats = new Map<string, (value: number) => string>();

/** @returns the specifier of d3-format, and how many digits behind the point stay when they are zeros */
function specifierOf(form: NumberForm): { specifier: string; kept: number } {
  const { minimumFractionDigits: least = 0, minimumSignificantDigits, maximumSignificantDigits } = form;
  const group = form.useGrouping === false ? '' : ',';
  if (maximumSignificantDigits !== undefined) {
    const isExact = minimumSignificantDigits === maximumSignificantDigits;
    return { specifier: `${group}.${maximumSignificantDigits}${isExact ? '' : '~'}r`, kept: Infinity };
  }
  const most = form.maximumFractionDigits ?? Math.max(3, least);
  return { specifier: `${group}.${most}${least === 0 ? '~' : ''}f`, kept: least };
}

function formatOf(language: Language, form: NumberForm): (value: number) => string {
  const { specifier, kept } = specifierOf(form);
  const format = locales[language].format(specifier);
  const superfluous = new RegExp(`(\\.\\d{${kept}}\\d*?)0+$`);
  return kept > 0 && kept < Infinity ? (value) => format(value).replace(superfluous, '$1') : format;
}

/** A number, with a true minus sign; zero has none. */
export function formatNumber(value: number, language: Language, form: NumberForm = {}): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value < 0 ? '\u2212∞' : '∞';
  const key = language + JSON.stringify(form);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = formatOf(language, form)));
  return format(value);
}

/** Options for a number with so many digits behind the point, no more and no fewer. */
export const decimals = (digits: number): NumberForm => ({
  minimumFractionDigits: digits,
  maximumFractionDigits: digits,
});

/** A share of one as per cent: 0.9987 → '99.9 %'. Small shares keep a digit: 0.00031 → '0.03 %', 1e-9 → '< 0.001 %'. */
export function formatPercent(share: number, language: Language): string {
  const percent = share * 100;
  if (percent === 0) return '0\u202f%';
  if (percent < 0.0005) return `<\u202f${formatPercent(0.00001, language)}`;
  const digits = percent >= 9.995 ? 1 : percent >= 0.01 ? 2 : 3;
  return `${formatNumber(percent, language, decimals(digits))}\u202f%`;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A positive quantity over many decades: 0.0874 → '0.087', 0.0000094 → '9.4 × 10⁻⁶'. */
export function formatScientific(value: number, language: Language): string {
  if (value === 0 || (value >= 0.01 && value < 1000)) {
    const digits = value === 0 ? 1 : value < 100 ? 2 : 3;
    return formatNumber(value, language, {
      minimumSignificantDigits: digits,
      maximumSignificantDigits: digits,
    });
  }
  const [mantissa, exponent] = value.toExponential(1).split('e');
  const power = String(Math.abs(Number(exponent))).replace(/\d/g, (digit) => superscripts[Number(digit)]);
  return `${mantissa} × 10${Number(exponent) < 0 ? '⁻' : ''}${power}`;
}

/** Any number over many decades, negative and not finite ones too: −0.0012 → '−1.2 × 10⁻³', '∞', 'NaN'. */
export function formatFigure(value: number, language: Language): string {
  if (Number.isNaN(value)) return 'NaN';
  const size = Math.abs(value);
  const text = Number.isFinite(value) ? formatScientific(size, language) : '∞';
  return value < 0 ? `\u2212${text}` : text;
}

const units = ['B', 'kB', 'MB', 'GB'];

/** Bytes in decimal units: 51300000 → '51.3 MB'. */
export function formatBytes(bytes: number, language: Language): string {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const number = formatNumber(bytes / 1000 ** power, language, {
    maximumFractionDigits: power < 2 ? 0 : 1,
  });
  return `${number}\u202f${units[power]}`;
}

/** A time in milliseconds: '41 ms', '1.2 s'. */
export function formatMilliseconds(milliseconds: number, language: Language): string {
  if (milliseconds < 999.5) {
    const digits = milliseconds < 9.95 ? 1 : 0;
    return `${formatNumber(milliseconds, language, { maximumFractionDigits: digits })}\u202fms`;
  }
  return `${formatNumber(milliseconds / 1000, language, { maximumSignificantDigits: 3 })}\u202fs`;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A day, from an ISO date or time: '25 November 2026', '2026年11月25日'. The same in every time zone. */
export function formatDate(iso: string, language: Language): string {
  const date = new Date(iso);
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()];
  return language === 'en' ? `${day} ${months[month]} ${year}` : `${year}年${month + 1}月${day}日`;
}

import { randomLcg } from 'd3';
import { expect, test } from 'vitest';
import {
  decimals,
  formatBytes,
  formatDate,
  formatMilliseconds,
  formatNumber,
  formatPercent,
  formatFigure,
  formatScientific,
  type NumberForm,
} from './format.ts';
import { languages } from './languages.ts';

const plain = (text: string) => text.replace(/\u202f/g, ' ');

test('numbers: grouped, with a true minus sign', () => {
  expect(formatNumber(25636712, 'en')).toBe('25,636,712');
  expect(formatNumber(-0.18, 'en')).toBe('−0.18');
});

test('numbers are written as Intl.NumberFormat writes them', () => {
  const random = randomLcg(1);
  const digits = [0, 1, 2, 3, 4, 6];
  const forms: NumberForm[] = [
    {},
    { useGrouping: false },
    ...digits.map((most) => ({ maximumFractionDigits: most })),
    ...digits.map((least) => ({ minimumFractionDigits: least })),
    ...digits.map(decimals),
    ...[1, 2, 3, 6].flatMap((most) => [
      { maximumSignificantDigits: most },
      { minimumSignificantDigits: most, maximumSignificantDigits: most },
    ]),
    { minimumFractionDigits: 1, maximumFractionDigits: 4 },
  ];
  const values = Array.from({ length: 2000 }, () => (random() - 0.3) * 10 ** Math.round(random() * 12 - 5));
  const all = [...values, ...values.map(Math.round), 0, 0.5, 1, 10, 12.5, 1000, 1e6, 25_557_032, 0.05];
  for (const form of forms) {
    const reference = new Intl.NumberFormat('en', { ...form, signDisplay: 'negative' });
    // Zero has no significant digits: '0', where Intl has '0.0'.
    const those = all.filter((value) => value !== 0 || form.minimumSignificantDigits === undefined);
    const written = those.map((value) => formatNumber(value, 'en', form).replace('\u2212', '-'));
    expect(written).toEqual(those.map((value) => reference.format(value)));
  }
  expect([Infinity, -Infinity, NaN].map((value) => formatNumber(value, 'zh'))).toEqual(['∞', '−∞', 'NaN']);
});

test.each([
  [0.9987, '99.9 %'],
  [1, '100.0 %'],
  [0.0312, '3.12 %'],
  [0.00031, '0.03 %'],
  [0.00002, '0.002 %'],
  [0.0000051, '0.001 %'],
  [1e-9, '< 0.001 %'],
  [0, '0 %'],
])('share %d is %s', (share, text) => {
  expect(plain(formatPercent(share, 'en'))).toBe(text);
});

test.each([
  [0.0874, '0.087'],
  [0.213, '0.21'],
  [0.5, '0.50'],
  [123.4, '123'],
  [9.432e-6, '9.4 × 10⁻⁶'],
  [0.00996, '1.0 × 10⁻²'],
  [1.9e12, '1.9 × 10¹²'],
  [0, '0'],
])('%d over many decades is %s', (value, text) => {
  expect(formatScientific(value, 'en')).toBe(text);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [20_480, '20 kB'],
  [51_300_000, '51.3 MB'],
  [2_500_000_000, '2.5 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(plain(formatBytes(bytes, 'en'))).toBe(text);
});

test.each([
  [0.42, '0.4 ms'],
  [41.2, '41 ms'],
  [999.4, '999 ms'],
  [999.6, '1 s'],
  [1234, '1.23 s'],
])('%d ms are %s', (milliseconds, text) => {
  expect(plain(formatMilliseconds(milliseconds, 'en'))).toBe(text);
});

test('a day is the same in every time zone', () => {
  expect(formatDate('2026-11-25T23:59:59Z', 'en')).toBe('25 November 2026');
  expect(formatDate('2026-11-25', 'zh')).toBe('2026年11月25日');
});

test.each(
  Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 2 * month + 1)).toISOString()),
)('a day is written as Intl.DateTimeFormat writes it: %s', (iso) => {
  const tags = { en: 'en-GB', zh: 'zh-Hans' } as const;
  for (const language of languages) {
    const reference = new Intl.DateTimeFormat(tags[language], { dateStyle: 'long', timeZone: 'UTC' });
    expect(formatDate(iso, language)).toBe(reference.format(new Date(iso)));
  }
});

test('figures of any sign and size', () => {
  expect(formatFigure(-0.0012, 'en')).toBe('−1.2 × 10⁻³');
  expect(formatFigure(0.5, 'en')).toBe('0.50');
  expect(formatFigure(Infinity, 'en')).toBe('∞');
  expect(formatFigure(-Infinity, 'en')).toBe('−∞');
  expect(formatFigure(NaN, 'zh')).toBe('NaN');
});

import { expect, test } from 'vitest';
import { formattersOf } from './formatters.ts';

test('numbers and shares, with as many decimals as are asked for', () => {
  const { number, percent, figure } = formattersOf('en');
  expect([number(25_636_712), number(0.5, 2), number(1.25, { maximumFractionDigits: 1 })]).toEqual([
    '25,636,712',
    '0.50',
    '1.3',
  ]);
  expect([percent(0.07613), percent(0.07613, 1), percent(-0.02, 0), percent(-0.02)]).toEqual([
    '7.61\u202f%',
    '7.6\u202f%',
    '−2\u202f%',
    '−2.00\u202f%',
  ]);
  expect(figure(-0.00000123)).toBe('−1.2 × 10⁻⁶');
});

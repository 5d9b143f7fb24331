/** Figures of paths in words; reactive, as the language is. */
import { formatFigure, formatNumber } from '$lib/i18n/format.ts';
import { language } from '$lib/i18n/index.ts';
import type { paths } from '$lib/i18n/messages/paths.en.ts';
import type { LengthFigures } from '$lib/viz/pathFigures.ts';

/** A norm; '–' for one that is not known. */
export const number = (value: number | null): string =>
  value === null ? '–' : formatFigure(value, language());

/** A share that may be negative, to a tenth of a per cent: '23.6 %', '−0.1 %'; '–' for one that is not known. */
export function percent(share: number | null, digits = 1): string {
  if (share === null) return '–';
  const rounded = Math.round(share * 100 * 10 ** digits) / 10 ** digits;
  // No minus before a zero.
  return `${formatNumber(rounded + 0, language(), { minimumFractionDigits: digits })}\u202f%`;
}

/** What paths of one length carry, one by one and together. */
export function spoken({ length, paths: count, single, together }: LengthFigures, t: typeof paths): string {
  if (count === 1 || !single) return t.readingOne(length, number(together));
  const inOneDirection = count * single.mean;
  const unrelated = Math.sqrt(count) * single.rootMeanSquare;
  return t.reading(
    length,
    formatNumber(count, language()),
    number(single.mean),
    number(inOneDirection),
    number(unrelated),
    number(together),
  );
}

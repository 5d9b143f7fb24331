import type { Language } from '$lib/i18n/languages.ts';
import type { compare as words } from '$lib/i18n/messages/compare.en.ts';
import { orderByDifference, type Comparison } from '$lib/viz/comparison.ts';
import { valueText } from '$lib/viz/text.ts';

/** How many of the channels that differ most are named. */
const named = 3;

/** A comparison in words: as a whole and, of maps, the channels that differ most. */
export function differenceSummary(
  { all, channels }: Comparison,
  isMap: boolean,
  { summary, none }: typeof words,
  language: Language,
): string {
  if (all.distance === 0) return summary.same;
  const text = (value: number) => valueText(value, language);
  const whole = summary.whole(text(all.relative), all.cosine === null ? none : text(all.cosine));
  if (!isMap) return whole;
  const most = [...orderByDifference('distance', channels).subarray(0, named)]
    .filter((channel) => channels[channel].distance > 0)
    .map((channel) => summary.channel(channel, text(channels[channel].distance)));
  return [whole, summary.most(most)].join(summary.gap);
}

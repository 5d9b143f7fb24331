import type { ChartPoint } from '../../../src/lib/ui/chart/series.ts';
import { wilson } from '../../../src/lib/model/binomial.ts';
import type { Count } from './result.ts';

/** Of He's release on ImageNet's validation set, one centre crop. Source: the release's README. */
export const publishedTop1 = 1 - 0.247;

/** A share with its interval, in per cent, to the tenth. */
export function pointOf({ right, of }: Count, x: number): ChartPoint {
  const { low, high } = wilson(right, of);
  const perCent = (share: number) => Math.round(share * 1000) / 10;
  return { x, y: perCent(right / of), low: perCent(low), high: perCent(high) };
}

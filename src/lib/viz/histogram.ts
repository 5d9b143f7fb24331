/** Values counted in bins of one width. */
import { bin, max, scaleLinear } from 'd3';

export interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly bins: readonly {
    /** From `from` up to, but for the last, not with `to`. */
    readonly from: number;
    readonly to: number;
    readonly count: number;
  }[];
  /** The largest count. */
  readonly most: number;
  readonly all: number;
}

/** About `wanted` bins with round borders, between the smallest and the largest value. */
export function histogram(values: ArrayLike<number>, wanted = 32): Histogram {
  const numbers = Array.from(values);
  let [low, high] = [Infinity, -Infinity];
  for (const value of numbers) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(high > low)) {
    const bins = numbers.length > 0 ? [{ from: low, to: low, count: numbers.length }] : [];
    return { low, high, bins, most: numbers.length, all: numbers.length };
  }
  const scale = scaleLinear([low, high], [0, 1]).nice(wanted);
  const [from, to] = scale.domain() as [number, number];
  const bins = bin()
    .domain([from, to])
    // Borders inside alone: at the upper end, d3 would begin a bin without width.
    .thresholds(scale.ticks(wanted).filter((at) => at > from && at < to))(numbers)
    .map((one) => ({ from: one.x0!, to: one.x1!, count: one.length }));
  return { low: from, high: to, bins, most: max(bins, ({ count }) => count) ?? 0, all: numbers.length };
}

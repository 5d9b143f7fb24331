import { line, scaleLog } from 'd3';

export interface LogScale {
  /** Whole powers of ten that enclose all values: exponents, ascending. */
  readonly exponents: readonly number[];
  /** Distance from the top, in per cent of the plot's height. */
  top(value: number): number;
}

/**
 * A logarithmic axis over whole decades.
 * @param values positive; others are left out
 */
export function logScale(values: readonly number[]): LogScale {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  const lowest = Math.floor(Math.log10(Math.min(...positive, 1)));
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(Math.max(...positive, 10 ** lowest))));
  const scale = scaleLog([10 ** lowest, 10 ** highest], [100, 0]);
  const exponents = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
  return { exponents, top: scale };
}

/** Centre of category `index` of `count`, in per cent of the plot's width. */
export function centre(index: number, count: number): number {
  return ((index + 0.5) / count) * 100;
}

/** The path through a series in a 100 × 100 box, broken where a value is not positive. */
export function seriesPath(values: readonly number[], scale: LogScale): string {
  const path = line<number>(
    (_, index) => centre(index, values.length),
    (value) => scale.top(value),
  ).defined((value) => value > 0);
  return path(values as number[]) ?? '';
}

import type { Statistics } from './protocol.ts';

/** Over all values; `std` is the population's. In double precision. */
export function statistics(values: ArrayLike<number>): Statistics {
  const n = values.length;
  let sum = 0;
  let squares = 0;
  let zeros = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < n; i++) {
    const value = values[i];
    sum += value;
    squares += value * value;
    if (value === 0) zeros++;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const mean = sum / n;
  // Two passes: squares / n − mean² loses digits where the mean is large.
  let deviations = 0;
  for (let i = 0; i < n; i++) deviations += (values[i] - mean) ** 2;
  return { mean, std: Math.sqrt(deviations / n), min, max, l2: Math.sqrt(squares), zeros: zeros / n };
}

/** Of several measurements of one thing, a picture each. */
export interface Spread {
  readonly count: number;
  /** NaN of none. */
  readonly mean: number;
  /** Sample standard deviation, Σ(x − mean)² / (count − 1); 0 of fewer than two. */
  readonly std: number;
  /** Of the mean: std / √count. */
  readonly standardError: number;
}

/** NaN of none. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export function spreadOf(values: readonly number[]): Spread {
  const count = values.length;
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const std = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
  return { count, mean, std, standardError: count > 0 ? std / Math.sqrt(count) : 0 };
}

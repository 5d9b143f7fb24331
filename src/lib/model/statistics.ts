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

/** How much a curve sampled at equal distances resembles itself a few samples on. */

/**
 * The correlation coefficient (Pearson) of the samples with those `lag` places further: between −1 and 1; NaN where
 * the curve is constant on either side, or not finite. `lag` from 0 to one less than the number of samples.
 */
export function autocorrelation(curve: ArrayLike<number>, lag: number): number {
  const count = curve.length - lag;
  let first = 0;
  let second = 0;
  for (let i = 0; i < count; i++) {
    first += curve[i];
    second += curve[i + lag];
  }
  first /= count;
  second /= count;
  let product = 0;
  let firstSquare = 0;
  let secondSquare = 0;
  for (let i = 0; i < count; i++) {
    const a = curve[i] - first;
    const b = curve[i + lag] - second;
    product += a * b;
    firstSquare += a * a;
    secondSquare += b * b;
  }
  return product / Math.sqrt(firstSquare * secondSquare);
}

/** How often a curve goes from one side of zero to the other; samples that are zero count for neither. */
export function signChanges(curve: ArrayLike<number>): number {
  let changes = 0;
  let before = 0;
  for (let i = 0; i < curve.length; i++) {
    const sign = Math.sign(curve[i]);
    if (sign === 0) continue;
    if (sign === -before) changes++;
    before = sign;
  }
  return changes;
}

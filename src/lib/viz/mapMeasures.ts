/** How two maps of one size compare. */

/** Pearson's correlation of two rows of values; NaN where one of them does not vary. */
export function correlation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const count = first.length;
  let [sumFirst, sumSecond] = [0, 0];
  for (let i = 0; i < count; i++) {
    sumFirst += first[i];
    sumSecond += second[i];
  }
  const [meanFirst, meanSecond] = [sumFirst / count, sumSecond / count];
  let [product, squaresFirst, squaresSecond] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [a, b] = [first[i] - meanFirst, second[i] - meanSecond];
    product += a * b;
    squaresFirst += a * a;
    squaresSecond += b * b;
  }
  return product / Math.sqrt(squaresFirst * squaresSecond);
}

/** Cells between two places of a map, the longer of the two ways: 0 for the same, 1 for one beside or across the corner. */
export const cellsApart = (
  first: { readonly row: number; readonly column: number },
  second: { readonly row: number; readonly column: number },
): number => Math.max(Math.abs(first.row - second.row), Math.abs(first.column - second.column));

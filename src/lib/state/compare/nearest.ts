/** The index of the number that is nearest to this one. */
export function nearest(numbers: readonly number[], to: number): number {
  let best = 0;
  numbers.forEach((x, i) => {
    if (Math.abs(x - to) < Math.abs(numbers[best] - to)) best = i;
  });
  return best;
}

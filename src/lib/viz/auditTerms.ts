/** The terms of an audited number, for drawings. */
import type { Audit, AuditTerm } from '../model/protocol.ts';
import type { Place } from './addition.ts';

/** By term, in the order given: the share of Σ|terms| that it and all before it hold. */
export function coveredShares(terms: readonly AuditTerm[]): Float64Array {
  let sum = 0;
  const shares = Float64Array.from(terms, ({ product }) => (sum += Math.abs(product)));
  return sum > 0 ? shares.map((share) => share / sum) : shares;
}

/** How many terms, from the first on, hold a share of all. */
export function termsHolding(shares: Float64Array, share: number): number {
  // A little less: sums of many terms are rounded.
  const at = shares.findIndex((covered) => covered >= share - 1e-12);
  return at < 0 ? shares.length : at + 1;
}

/** Sum and number of the terms above zero, and of those below. */
export function bySign(terms: readonly AuditTerm[]) {
  const up = { sum: 0, count: 0 };
  const down = { sum: 0, count: 0 };
  for (const { product } of terms) {
    const side = product > 0 ? up : product < 0 ? down : null;
    if (!side) continue;
    side.sum += product;
    side.count++;
  }
  return { up, down };
}

/** What each place of a window adds, over all channels. */
export interface PlaceSums {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
  /** Row by row. */
  readonly values: Float32Array;
  /** Where the sum is largest in size. */
  readonly largest: Place & { readonly value: number };
}

/** Null where the terms come from one place, or from several nodes. */
export function placeSums({ terms }: Pick<Audit, 'terms'>): PlaceSums | null {
  if (terms.length === 0 || terms.some(({ node }) => node !== terms[0].node)) return null;
  let [top, left, bottom, right] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { row, column } of terms) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  const [height, width] = [bottom - top + 1, right - left + 1];
  if (height * width === 1) return null;
  const sums = new Float64Array(height * width);
  for (const { row, column, product } of terms) sums[(row - top) * width + column - left] += product;
  const at = sums.reduce((best, sum, i) => (Math.abs(sum) > Math.abs(sums[best]) ? i : best), 0);
  const largest = { row: top + Math.floor(at / width), column: left + (at % width), value: sums[at] };
  return { top, left, height, width, values: Float32Array.from(sums), largest };
}

/** In the order in which they are listed: by product as they come, what a max pool passed over by value. */
export function listed(kind: string, terms: readonly AuditTerm[]): readonly AuditTerm[] {
  if (kind !== 'maxPool') return terms;
  return terms.toSorted((a, b) => b.factor - a.factor || b.value - a.value);
}

/** The same measure that the engine is judged by: at least that of the number itself. */
export function allowedDifference({ magnitude, result }: Audit): number {
  return 1e-5 * Math.max(magnitude, Math.abs(result));
}

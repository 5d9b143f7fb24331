/** What is shown of a measurement along paths, by length: arithmetic on its report. */
import type { PathsReport } from '../model/protocol/paths.ts';

export interface LengthFigures {
  /** Branches taken. */
  readonly length: number;
  readonly paths: number;
  /** Share of all paths. */
  readonly shareOfPaths: number;
  /** L2 norm of the sum over all paths of this length; null as long as it is not known. */
  readonly together: number | null;
  /** Share of the gradient, adding up to 1; null as long as it is not known. */
  readonly share: number | null;
  /** L2 norms of single paths; null where none has been drawn. */
  readonly single: SingleNorms | null;
  /**
   * Number of paths × mean norm of one, as a share of the same over all lengths: the estimate of Veit et al. 2016.
   * Null until every length has been drawn from.
   */
  readonly estimate: number | null;
}

export interface SingleNorms {
  readonly each: readonly number[];
  readonly count: number;
  readonly mean: number;
  /** √(mean of squares). */
  readonly rootMeanSquare: number;
  readonly least: number;
  readonly most: number;
}

export function lengthFigures({ lengths }: PathsReport): LengthFigures[] {
  const all = lengths.reduce((sum, { paths }) => sum + paths, 0);
  const single = lengths.map(({ sampled }) => singleNorms(sampled));
  const products = lengths.map(({ paths }, i) => paths * (single[i]?.mean ?? NaN));
  const total = products.reduce((sum, product) => sum + product, 0);
  return lengths.map(({ paths, together }, length) => ({
    length,
    paths,
    shareOfPaths: paths / all,
    together: together && together.norm,
    share: together && together.share,
    single: single[length],
    estimate: Number.isFinite(total) ? products[length] / total : null,
  }));
}

function singleNorms(norms: readonly number[]): SingleNorms | null {
  const count = norms.length;
  if (count === 0) return null;
  return {
    each: norms,
    count,
    mean: norms.reduce((sum, norm) => sum + norm, 0) / count,
    rootMeanSquare: Math.sqrt(norms.reduce((sum, norm) => sum + norm ** 2, 0) / count),
    least: Math.min(...norms),
    most: Math.max(...norms),
  };
}

/**
 * The fewest neighbouring lengths that carry at least this share of the gradient, and of several such rows the one that
 * carries most; null where not even all together do (a gradient that is zero or not finite).
 */
export function carryingLengths(
  shares: readonly number[],
  least: number,
): { readonly from: number; readonly to: number; readonly share: number } | null {
  for (let count = 1; count <= shares.length; count++) {
    const rows = Array.from({ length: shares.length - count + 1 }, (_, from) => ({
      from,
      to: from + count - 1,
      share: shares.slice(from, from + count).reduce((sum, share) => sum + share, 0),
    }));
    const best = rows.reduce((most, row) => (row.share > most.share ? row : most));
    if (best.share >= least) return best;
  }
  return null;
}

/** Σ length · share: the length of a path, on average over the gradient (or over the paths, for their shares). */
export function meanLength(shares: readonly number[]): number {
  return shares.reduce((sum, share, length) => sum + length * share, 0);
}

/** By what factor each branch weakens the gradient, on average: from the path that takes none to the one that takes all. */
export function lossPerBranch(figures: readonly LengthFigures[]): number {
  const [none, all] = [figures[0].together, figures.at(-1)!.together];
  return none === null || all === null ? NaN : (none / all) ** (1 / (figures.length - 1));
}

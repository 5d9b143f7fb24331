import type { PathsReport } from '$lib/model/protocol/paths.ts';
import { carryingLengths, type LengthFigures } from '$lib/viz/pathFigures.ts';

/** The measurement that the page shows, in words where it comes from. */
export interface ShownPaths {
  readonly kind: 'live' | 'recorded';
  readonly report: PathsReport;
  /** The picture's name, and that of the class. */
  readonly title: string;
  readonly label: string;
  /** What computed it, and when it is recorded; how many paths were drawn. */
  readonly by: string;
  readonly drawn: string;
}

/** The lengths that carry nine tenths of the gradient, and their share of all paths. */
export function carrying(figures: readonly LengthFigures[]) {
  const found = carryingLengths(
    figures.map(({ share }) => share ?? NaN),
    0.9,
  );
  if (!found) return null;
  const among = figures.slice(found.from, found.to + 1);
  return { ...found, ofPaths: among.reduce((sum, { shareOfPaths }) => sum + shareOfPaths, 0) };
}

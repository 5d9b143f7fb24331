import type { ShownLandscape } from '$lib/state/compare/shownLandscape.ts';

/** A network whose landscape is shown, from wherever it comes. */
export interface ShownNetwork {
  readonly id: string;
  readonly name: string;
  /** Steps that it was trained for. */
  readonly step: number;
  /** Null before anything of it is known. */
  readonly landscape: ShownLandscape | null;
  /** Where it was recorded; null for what is computed here. */
  readonly recorded: { readonly date: string; readonly backend: string } | null;
  /** What repeats it. */
  readonly command: string;
}

/** Some points of a way that are written: the first, the last, and two between. */
export function writtenStops(steps: readonly number[], word: (step: number) => string) {
  const last = steps.length - 1;
  const indices = new Set([0, Math.round(last / 8), Math.round(last / 2), last]);
  return [...indices].map((index) => ({ index, text: word(steps[index]) }));
}

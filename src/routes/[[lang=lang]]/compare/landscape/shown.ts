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

/** Words nearer to each other than this share of the plane's side would cover each other. */
const apart = 0.1;

/** Some points of the way that are written: the first, the last, and two between where there is room. */
export function writtenStops({ a, b, path }: ShownLandscape, word: (step: number) => string) {
  if (!path) return [];
  const share = (axis: readonly number[], x: number) => x / (axis.at(-1)! - axis[0]);
  const distance = (i: number, j: number) =>
    Math.hypot(share(a, path.a[i] - path.a[j]), share(b, path.b[i] - path.b[j]));
  const last = path.steps.length - 1;
  const kept: number[] = [];
  for (const index of [0, last, Math.round(last / 8), Math.round(last / 2)])
    if (kept.every((other) => distance(index, other) > apart)) kept.push(index);
  return kept.map((index) => ({ index, text: word(path.steps[index]) }));
}

/** Curves of gradients over the blocks, and what each of them says. */
import { flowBlocks, formatNetwork, type FlowNetwork } from '$lib/state/gradients/flowNetwork.ts';
import type { ChartPoint, ChartSeries } from '$lib/ui/chart/series.ts';

export interface Curve {
  readonly network: FlowNetwork;
  readonly name: string;
  /** By block, as far as it is known. */
  readonly norms: Readonly<Record<string, number | undefined>>;
  /** Still of another picture or class. */
  readonly stale: boolean;
}

type Look = Pick<ChartSeries, 'colour' | 'dash' | 'marker'>;

const trainedLook: Look = { colour: 'var(--shortcut)', dash: 'solid', marker: 'circle' };
const changedLook: Look = { colour: 'var(--residual)', dash: 'dashed', marker: 'square' };
const pinnedLooks: readonly Look[] = [
  { colour: 'var(--series-1)', dash: 'dotted', marker: 'triangle' },
  { colour: 'var(--series-3)', dash: 'dashDotted', marker: 'diamond' },
  { colour: 'var(--series-4)', dash: 'dotted', marker: 'cross' },
  { colour: 'var(--series-5)', dash: 'dashDotted', marker: 'plus' },
];

/**
 * One series for each curve.
 * @param curves the trained network's first, then the chosen one's where `hasChanged`, then those kept
 */
export function flowSeries(curves: readonly Curve[], hasChanged: boolean): ChartSeries[] {
  const looks = [trainedLook, ...(hasChanged ? [changedLook] : []), ...pinnedLooks];
  return curves.map(({ network, name, norms, stale }, i) => ({
    ...looks[i],
    id: formatNetwork(network),
    name,
    faint: stale,
    points: flowBlocks.flatMap((block, x): ChartPoint[] => {
      const y = norms[block];
      return y === undefined ? [] : [{ x, y }];
    }),
  }));
}

/** As multiples of the norm at the last block: nothing before that is known. */
export function relativeToLast(norms: Curve['norms']): Curve['norms'] {
  const last = norms[flowBlocks.at(-1)!];
  if (last === undefined) return {};
  return Object.fromEntries(
    Object.entries(norms).flatMap(([block, norm]) => (norm === undefined ? [] : [[block, norm / last]])),
  );
}

export type Finding =
  | { readonly kind: 'falls' | 'grows'; readonly ratio: number }
  | { readonly kind: 'level' | 'zero' | 'notFinite' };

/** What becomes of the norm from the last block back to the first; null while one of them is not known. */
export function finding({ norms }: Pick<Curve, 'norms'>): Finding | null {
  const values = flowBlocks.map((block) => norms[block]);
  if (values.some((value) => value !== undefined && !Number.isFinite(value))) return { kind: 'notFinite' };
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (first === 0) return { kind: 'zero' };
  const ratio = first / last;
  if (Math.abs(ratio - 1) < 0.05) return { kind: 'level' };
  return ratio < 1 ? { kind: 'falls', ratio: 1 / ratio } : { kind: 'grows', ratio };
}

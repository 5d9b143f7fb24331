import type { BlockLesions } from '$lib/model/protocol/inside.ts';
import type { TrainedRun } from '$lib/state/compare/inside.svelte.ts';
import type { ChartSeries } from '$lib/ui/chart/series.ts';

/** What has been counted of a run. */
export interface CountedRun {
  readonly run: TrainedRun;
  readonly found: BlockLesions;
}

export function counted(
  runs: readonly TrainedRun[],
  found: Readonly<Record<string, BlockLesions | undefined>>,
): readonly CountedRun[] {
  return runs.flatMap((run) => {
    const of = found[run.run.id];
    return of ? [{ run, found: of }] : [];
  });
}

/** A bar for the whole network, and for each block as far as they are counted. */
export function lesionSeries(runs: readonly CountedRun[], nameOf: (run: string) => string): ChartSeries[] {
  return runs.map(({ run: { lane, run }, found: { whole, blocks } }) => ({
    id: run.id,
    name: nameOf(run.id),
    colour: lane.configuration.net === 'residual' ? 'var(--shortcut)' : 'var(--muted)',
    form: 'bars',
    points: [...(whole === null ? [] : [whole]), ...Object.values(blocks)].map((y, x) => ({ x, y })),
  }));
}

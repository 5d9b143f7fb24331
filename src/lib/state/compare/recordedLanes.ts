/** Recorded networks of one depth, as those of a race. */
import type { RunFacts } from '../../model/protocol/training.ts';
import { ofNet } from './depthFigures.ts';
import type { LaneRun } from './race.svelte.ts';
import { recordedNets, type RecordedRun } from './recordedRuns.ts';
import type { RecordedSummary } from './recordedSummaries.ts';

/** One network; with k seeds it is k runs. */
export interface RecordedLane {
  /** 'plain-56' */
  readonly id: string;
  readonly net: RecordedSummary['net'];
  readonly facts: RunFacts;
  readonly runs: readonly LaneRun[];
}

/** Those networks of the depth that files are here of. */
export function recordedLanes(
  summaries: readonly RecordedSummary[],
  files: Readonly<Record<string, RecordedRun>>,
  depth: number,
): readonly RecordedLane[] {
  return recordedNets.flatMap((net) => {
    const found = ofNet(summaries, net, depth).flatMap(({ name }) => files[name] ?? []);
    if (found.length === 0) return [];
    const id = `${net}-${depth}`;
    const runs = found.map(({ options: { seed }, steps }) => ({ id: `${id} ${seed}`, seed, steps }));
    return [{ id, net, facts: found[0].facts, runs }];
  });
}

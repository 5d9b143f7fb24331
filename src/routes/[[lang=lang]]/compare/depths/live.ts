import { parseLane } from '$lib/state/compare/laneConfiguration.ts';
import { raceTable } from '$lib/state/compare/raceAddress.ts';
import type { DepthsState } from '$lib/state/compare/depthsAddress.ts';
import { recordedNets } from '$lib/state/compare/recordedRuns.ts';
import type { RecordedSummary } from '$lib/state/compare/recordedSummaries.ts';
import { parseState, serialiseState } from '$lib/state/parameters.ts';

/** The race of the networks whose curves are shown, with the steps of their recorded runs, one seed. */
export function liveAddress(
  { task, depth, smooth }: DepthsState,
  runs: readonly RecordedSummary[],
): `/compare/${string}` {
  const recorded = runs.filter((run) => run.depth === Number(depth)).map(({ steps }) => steps);
  const { state } = parseState(raceTable, '');
  const query = serialiseState(raceTable, {
    ...state,
    task,
    smooth,
    lanes: recordedNets.map((net) => parseLane(`${net}-${depth}`)!),
    steps: Math.max(state.steps, ...recorded),
  });
  return `/compare/${query}`;
}

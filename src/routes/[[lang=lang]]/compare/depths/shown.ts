/** What the panels of this page share: which runs, and how the two kinds of network look. */
import type { DepthsState } from '$lib/state/compare/depthsAddress.ts';
import type { RecordedSummary } from '$lib/state/compare/recordedSummaries.ts';
import { styleOf } from '$lib/ui/chart/series.ts';

export const styles = { plain: styleOf(0), residual: styleOf(1) } as const;

export interface ShownDepths {
  readonly state: DepthsState;
  /** All recorded runs on the task. */
  readonly runs: readonly RecordedSummary[];
  /** When and on what they were recorded, in words. */
  readonly recorded: string;
  /** What belongs under a figure that is saved. */
  readonly lines: readonly string[];
}

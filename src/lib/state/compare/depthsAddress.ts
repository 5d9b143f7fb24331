import { oneOf, wholeNumber, type StateOf } from '../parameters.ts';
import { depthFigures } from './depthFigures.ts';
import { recordedTasks, type RecordedTask } from './recordedRuns.ts';

/** Depths of recorded runs; not every task has all of them. */
export const recordedDepths = ['8', '20', '32', '56', '110'] as const;

/** As `standingSteps`. */
export const afterSteps = ['100', '200', '500', '1000'] as const;

/** What is chosen on the page of depths. */
export const depthsTable = {
  task: oneOf(recordedTasks, 'gratings'),
  /** What is drawn against the depth. */
  figure: oneOf(depthFigures, 'error'),
  /** After how many steps. */
  after: oneOf(afterSteps, '200'),
  /** Of which networks the curves are shown. */
  depth: oneOf(recordedDepths, '56'),
  /** Steps over which the curves are averaged; 1: not at all. */
  smooth: wholeNumber(1, 200, 20),
} as const;

export type DepthsState = StateOf<typeof depthsTable>;

/** Windows that the page offers; the address takes any. */
export const smoothings = [1, 5, 20, 50] as const;

export const taskClasses: Readonly<Record<RecordedTask, number>> = { gratings: 8, shapes: 10, emoji: 10 };

/** Runs that there are to be: depths, two networks of each, three seeds (`scripts/recordTraining.ts`). */
export const plannedRuns: Readonly<Record<RecordedTask, number>> = { gratings: 30, shapes: 18, emoji: 12 };

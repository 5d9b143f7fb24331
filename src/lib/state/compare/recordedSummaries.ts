/** What is told of each recorded run before its file is fetched. */
import { runName, type RecordedRun, type RecordedTask } from './recordedRuns.ts';

export interface RecordedSummary {
  /** Of the run, and of its file without `.json`. */
  readonly name: string;
  readonly task: RecordedTask;
  readonly depth: number;
  readonly net: 'plain' | 'residual';
  readonly seed: number;
  /** Steps that were made; fewer than were planned where the loss was not finite any more. */
  readonly steps: number;
  readonly params: number;
  /** Mean over the last steps (`lastSteps`), of training batches before each step. */
  readonly loss: number;
  readonly accuracy: number;
  /** Of the last test of held-out pictures; null where the task has none. */
  readonly heldOut: { readonly step: number; readonly loss: number; readonly accuracy: number } | null;
  /** ISO 8601. */
  readonly recorded: string;
  readonly backend: string;
  readonly command: string;
}

/** Over so many steps at the end means are taken. */
export const lastSteps = 20;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export function summaryOf(run: RecordedRun): RecordedSummary {
  const { task, options, facts, steps, recorded, backend, command } = run;
  const last = steps.slice(-lastSteps);
  const round = (value: number) => Number(value.toPrecision(4));
  const tested = steps.findLast(({ heldOut }) => heldOut);
  return {
    name: runName(run),
    task,
    depth: options.depth,
    net: options.net,
    seed: options.seed,
    steps: steps.length,
    params: facts.params,
    loss: round(mean(last.map(({ loss }) => loss))),
    accuracy: round(mean(last.map(({ accuracy }) => accuracy))),
    heldOut: tested ? { step: tested.step, ...tested.heldOut! } : null,
    recorded,
    backend,
    command,
  };
}

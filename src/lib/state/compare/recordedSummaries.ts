/** What is told of each recorded run before its file is fetched. */
import { lastSteps, type TrainedStep } from '../../model/protocol/training.ts';
import { meanOf } from '../../model/statistics.ts';
import { runName, type RecordedRun, type RecordedTask } from './recordedRuns.ts';

/** How a run stood after so many steps. */
export interface RecordedStanding {
  readonly after: number;
  /** Mean over the last steps (`lastSteps`), of training batches before each step. */
  readonly loss: number;
  readonly accuracy: number;
  /** Of held-out pictures, at the last test until then; null where the task has none. */
  readonly heldOut: { readonly step: number; readonly loss: number; readonly accuracy: number } | null;
}

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
  /** How it stood, after ever more steps. */
  readonly standings: readonly RecordedStanding[];
  /** ISO 8601. */
  readonly recorded: string;
  readonly backend: string;
  readonly command: string;
}

/** Numbers of steps after which it is told how a run stood. */
export const standingSteps = [100, 200, 500, 1000] as const;

const round = (value: number): number => Number(value.toPrecision(4));

function standing(steps: readonly TrainedStep[], after: number): RecordedStanding {
  const until = steps.slice(0, after);
  const last = until.slice(-lastSteps);
  const tested = until.findLast(({ heldOut }) => heldOut);
  return {
    after,
    loss: round(meanOf(last.map(({ loss }) => loss))),
    accuracy: round(meanOf(last.map(({ accuracy }) => accuracy))),
    heldOut: tested ? { step: tested.step, ...tested.heldOut! } : null,
  };
}

export function summaryOf(run: RecordedRun): RecordedSummary {
  const { task, options, facts, steps, recorded, backend, command } = run;
  return {
    name: runName(run),
    task,
    depth: options.depth,
    net: options.net,
    seed: options.seed,
    steps: steps.length,
    params: facts.params,
    standings: standingSteps.filter((after) => after <= steps.length).map((after) => standing(steps, after)),
    recorded,
    backend,
    command,
  };
}

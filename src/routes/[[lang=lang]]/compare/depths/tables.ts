/** Recorded runs as tables: columns are named for programs, in English in both languages. */
import type { Cell, Table } from '$lib/export/table.ts';
import type { RecordedLane } from '$lib/state/compare/recordedLanes.ts';
import type { RecordedSummary } from '$lib/state/compare/recordedSummaries.ts';

/** A row for each run and number of steps after which it is told how it stood. */
export function depthsOverview(runs: readonly RecordedSummary[]): Table {
  return {
    columns: [
      'task',
      'network',
      'layers',
      'seed',
      'params',
      'after_steps',
      'loss_mean_of_20',
      'accuracy_mean_of_20',
      'held_out_loss',
      'held_out_accuracy',
      'recorded',
      'command',
    ],
    rows: runs.flatMap(({ task, net, depth, seed, params, standings, recorded, command }) =>
      standings.map(({ after, loss, accuracy, heldOut }): Cell[] => [
        task,
        net,
        depth,
        seed,
        params,
        after,
        loss,
        accuracy,
        heldOut && heldOut.loss,
        heldOut && heldOut.accuracy,
        recorded,
        command,
      ]),
    ),
  };
}

/** A row for each step of each run. */
export function stepsTable(task: string, lanes: readonly RecordedLane[]): Table {
  return {
    columns: ['task', 'network', 'seed', 'step', 'loss', 'accuracy'],
    rows: lanes.flatMap(({ id, runs }) =>
      runs.flatMap(({ seed, steps }) =>
        steps.map(({ step, loss, accuracy }): Cell[] => [task, id, seed, step, loss, accuracy]),
      ),
    ),
  };
}

/** Curves of training as a table. */
import type { TrainedStep } from '../model/protocol/training.ts';
import type { Cell, Table } from './table.ts';

/** A network with the steps of each of its seeds. */
interface TrainedLane {
  readonly id: string;
  readonly runs: readonly { readonly seed: number; readonly steps: readonly TrainedStep[] }[];
}

/** A row for each step of each network and seed; held-out figures where they were measured. */
export function curvesTable(lanes: readonly TrainedLane[]): Table {
  return {
    columns: ['network', 'seed', 'step', 'loss', 'accuracy', 'rate', 'held_out_loss', 'held_out_accuracy'],
    rows: lanes.flatMap(({ id, runs }) =>
      runs.flatMap(({ seed, steps }) =>
        steps.map(({ step, loss, accuracy, rate, heldOut }): Cell[] => [
          id,
          seed,
          step,
          loss,
          accuracy,
          rate,
          heldOut?.loss ?? null,
          heldOut?.accuracy ?? null,
        ]),
      ),
    ),
  };
}

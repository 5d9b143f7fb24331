/** The layers' figures as a table: columns are named for programs, in English in both languages. */
import type { Cell, Table } from '$lib/export/table.ts';
import { layerFigures, type MeasuredRun } from '$lib/state/compare/layerFigures.ts';

/** A row for each layer of each measured step; ‖F‖ / ‖x‖ in the row of the layer that ends the block's branch. */
export function layersTable(runs: readonly MeasuredRun[], seed: number): Table {
  return {
    columns: [
      'network',
      'seed',
      'step',
      'layer',
      'gradient_l2',
      'weight_l2',
      'update_over_weight',
      'activation_std',
      'activation_mean',
      'dead_share',
      'branch_over_shortcut',
    ],
    rows: runs.flatMap(({ id, layers, blocks, steps }) => {
      const blockOf = new Map(blocks.map((block, i) => [`${block}_conv2`, i]));
      return steps.flatMap(({ step, figures }) =>
        layers.map((layer, row): Cell[] => {
          const block = blockOf.get(layer);
          return [
            id,
            seed,
            step,
            layer,
            ...layerFigures.map((figure) => figures[figure][row]),
            block === undefined ? null : figures.branch[block],
          ];
        }),
      );
    }),
  };
}

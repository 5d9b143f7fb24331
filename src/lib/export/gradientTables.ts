/** Numbers of the experiment on the trained network as tables. */
import type { GradientAt, GradientFlowReport } from '../model/protocol/gradientFlow.ts';
import type { Table } from './table.ts';

export interface NamedFlow {
  /** As in the page's address: 'none', 'all', '4d,branch.0.5'. */
  readonly network: string;
  readonly report: GradientFlowReport;
}

/** The norm at the picture and at each block's output, a row for each network and place. */
export function flowTable(flows: readonly NamedFlow[]): Table {
  return {
    columns: ['network', 'target_class', 'loss', 'place', 'gradient_l2'],
    rows: flows.flatMap(({ network, report: { target, loss, input, blocks } }) => [
      [network, target, loss, 'input', input.norm],
      ...Object.entries(blocks).map(([block, { norm }]) => [network, target, loss, block, norm]),
    ]),
  };
}

/** The five most probable classes of each network. */
export function flowAnswersTable(flows: readonly NamedFlow[], labels: readonly string[]): Table {
  return {
    columns: ['network', 'rank', 'class_index', 'class', 'probability'],
    rows: flows.flatMap(({ network, report }) =>
      report.top.map(({ index, probability }, rank) => [
        network,
        rank + 1,
        index,
        labels[index] ?? null,
        probability,
      ]),
    ),
  };
}

/** Every position of the maps, row by row. */
export function gradientMapsTable(maps: readonly (GradientAt & { readonly network: string })[]): Table {
  return {
    columns: ['network', 'node', 'row', 'column', 'sum_over_channels', 'l2_over_channels'],
    rows: maps.flatMap(({ network, node, width, sum, l2 }) =>
      Array.from(sum, (value, i) => [network, node, Math.floor(i / width), i % width, value, l2[i]]),
    ),
  };
}

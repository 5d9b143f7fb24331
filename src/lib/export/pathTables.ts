/** The numbers of the measurement along paths as tables. */
import type { FewPaths, PathsReport } from '../model/protocol/paths.ts';
import type { LengthFigures } from '../viz/pathFigures.ts';
import type { Table } from './table.ts';

/** By the number of branches taken. */
export function pathLengthsTable(figures: readonly LengthFigures[]): Table {
  return {
    columns: [
      'branches',
      'paths',
      'paths_share',
      'together_l2',
      'gradient_share',
      'drawn',
      'single_l2_mean',
      'single_l2_least',
      'single_l2_most',
      'paths_times_mean_share',
    ],
    rows: figures.map(({ length, paths, shareOfPaths, together, share, single, estimate }) => [
      length,
      paths,
      shareOfPaths,
      together,
      share,
      single?.count ?? 0,
      single && single.mean,
      single && single.least,
      single && single.most,
      estimate,
    ]),
  };
}

/** Each path that was drawn, in the order in which those of its length were. */
export function sampledPathsTable({ lengths }: PathsReport): Table {
  return {
    columns: ['branches', 'draw', 'gradient_l2'],
    rows: lengths.flatMap(({ sampled }, length) => sampled.map((norm, i) => [length, i + 1, norm])),
  };
}

/** Each path through the last blocks: 1 where it takes the branch, 0 where it takes the shortcut. */
export function fewPathsTable({ blocks, paths }: FewPaths): Table {
  return {
    columns: [...blocks.map((block) => `branch_${block}`), 'gradient_l2', 'gradient_share'],
    rows: paths.map(({ takes, norm, share }) => [...takes.map(Number), norm, share]),
  };
}

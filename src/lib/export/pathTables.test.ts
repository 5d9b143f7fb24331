import { expect, it } from 'vitest';
import type { PathsReport } from '../model/protocol/paths.ts';
import { lengthFigures } from '../viz/pathFigures.ts';
import { fewPathsTable, pathLengthsTable, sampledPathsTable } from './pathTables.ts';

const report: PathsReport = {
  target: 0,
  loss: 1,
  node: 'res4f',
  norm: 5,
  lengths: [
    { paths: 1, together: { norm: 4, share: 0.75 }, sampled: [4] },
    { paths: 1, together: { norm: 1, share: 0.25 }, sampled: [] },
  ],
  few: {
    blocks: ['5c'],
    node: 'res5b',
    norm: 5,
    paths: [
      { takes: [false], norm: 4, share: 0.75 },
      { takes: [true], norm: 1, share: 0.25 },
    ],
  },
};

it('has a row for each length, with nothing where nothing has been drawn', () => {
  const { columns, rows } = pathLengthsTable(lengthFigures(report));
  expect(rows).toEqual([
    [0, 1, 0.5, 4, 0.75, 1, 4, 4, 4, null],
    [1, 1, 0.5, 1, 0.25, 0, null, null, null, null],
  ]);
  expect(columns).toHaveLength(rows[0].length);
});

it('has a row for each path', () => {
  expect(sampledPathsTable(report).rows).toEqual([[0, 1, 4]]);
  expect(fewPathsTable(report.few)).toEqual({
    columns: ['branch_5c', 'gradient_l2', 'gradient_share'],
    rows: [
      [0, 4, 0.75],
      [1, 1, 0.25],
    ],
  });
});

import { expect, test } from 'vitest';
import type { RefinementReport } from '../model/protocol/refinement.ts';
import { exitsTable, refinementTable } from './refinementTables.ts';

const report: RefinementReport = {
  target: 1,
  loss: 0.5,
  blocks: {
    '5b': {
      stage: 'conv5',
      error: { mean: 0.1, std: 0.2, bias: 0.3 },
      cosine: 0.4,
      cosineAtSum: null,
      ratio: 2,
    },
  },
  exits: [{ block: '5b', probability: 0.25, loss: 1.5, top: [{ index: 0, probability: 0.75 }] }],
  picture: null,
};
const measured = [{ picture: 'castle', live: false, report }];

test('a row for every picture and block, a value that there is none of left out', () => {
  const { columns, rows } = refinementTable(measured);
  expect(rows).toEqual([['castle', 'recorded', 1, 0.5, '5b', 'conv5', 0.1, 0.2, 0.3, 0.4, null, 2]]);
  expect(rows[0]).toHaveLength(columns.length);
});

test('a row for every answer after every block, named where its name is known', () => {
  const { columns, rows } = exitsTable(measured, ['tench']);
  expect(rows).toEqual([['castle', 'recorded', 1, 0.5, '5b', 0.25, 1.5, 1, 0, 'tench', 0.75]]);
  expect(rows[0]).toHaveLength(columns.length);
  expect(exitsTable([{ ...measured[0], live: true }], []).rows[0].slice(-2)).toEqual(['', 0.75]);
});

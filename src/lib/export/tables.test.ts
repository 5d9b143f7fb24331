import { expect, test } from 'vitest';
import { facts } from '../model/architecture/facts.ts';
import { buildModel } from '../model/architecture/families.ts';
import type { MapsReport } from '../model/protocol.ts';
import { compareMaps } from '../viz/comparison.ts';
import {
  additionTable,
  attributionTable,
  costsTable,
  differencesTable,
  mapTable,
  pairTable,
  probabilitiesTable,
  residualsTable,
  statisticsTable,
  vectorTable,
} from './tables.ts';

/** Two channels of 2 × 3: 0 … 5 and 10 … 15, times a factor. */
function maps(factor = 1): MapsReport {
  const per = (...values: number[]) => Float32Array.from(values);
  return {
    node: 'res2a_add',
    pass: 1,
    shape: [2, 3, 2],
    values: per(0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15).map((value) => value * factor),
    statistics: { mean: 7.5, std: 5.3, min: 0, max: 15, l2: 31.8, zeros: 0.08 },
    channels: {
      mean: per(2.5, 12.5),
      std: per(1.7, 1.7),
      min: per(0, 10),
      max: per(5, 15),
      zeros: per(0.17, 0),
    },
  } as MapsReport;
}

test('classes: most probable first, equal ones by index; before and after where there are both', () => {
  const labels = ['tench', 'goldfish', 'shark'];
  const report = { probabilities: Float32Array.of(0.25, 0.5, 0.25) };
  expect(probabilitiesTable(labels, report, null)).toEqual({
    columns: ['rank', 'class_index', 'class', 'probability'],
    rows: [
      [1, 1, 'goldfish', 0.5],
      [2, 0, 'tench', 0.25],
      [3, 2, 'shark', 0.25],
    ],
  });
  const before = { probabilities: Float32Array.of(1, 0, 0) };
  const both = probabilitiesTable(labels, report, before);
  expect(both.columns.at(-1)).toBe('probability_unmodified');
  expect(both.rows.map((row) => row.at(-1))).toEqual([0, 1, 0]);
});

test('a map: row by row, of the channel asked for', () => {
  const { rows } = mapTable(maps(), 1);
  expect(rows).toHaveLength(6);
  expect(rows.slice(2, 4)).toEqual([
    [1, 0, 2, 12],
    [1, 1, 0, 13],
  ]);
});

test('statistics: the whole, then every channel', () => {
  const { columns, rows } = statisticsTable(maps());
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  expect(rows.map((row) => row[1])).toEqual(['all', 0, 1]);
  expect(rows[2].slice(2, 6)).toEqual([12.5, Math.fround(1.7), 10, 15]);
});

test('a sum: four values at each place; a path that is cut has none', () => {
  const report = {
    block: '2a',
    shortcut: null,
    branch: maps(2),
    sum: maps(3),
    output: maps(4),
    figures: null,
  };
  expect(additionTable(report, 0).rows[5]).toEqual([0, 1, 2, null, 10, 15, 20]);
});

test('figures of the blocks: what a cut or removed path takes away is empty', () => {
  const figures = { branch: 3, shortcut: 2, cosine: 0.5, clipped: 0.25 };
  const { rows } = residualsTable([
    { id: '2a', figures },
    { id: '2b', figures: { ...figures, shortcut: null, cosine: null } },
    { id: '2c', figures: null },
  ]);
  expect(rows).toEqual([
    ['2a', 3, 2, 1.5, 0.5, 0.25],
    ['2b', 3, null, null, null, 0.25],
    ['2c', null, null, null, null, null],
  ]);
});

test('a vector, with names where its entries are classes; an attribution by place', () => {
  const vector = { ...maps(), shape: [2], values: Float32Array.of(5, 7) };
  expect(vectorTable(vector, ['a', 'b']).rows).toEqual([
    [0, 'a', 5],
    [1, 'b', 7],
  ]);
  expect(vectorTable(vector, null).columns).toEqual(['index', 'value']);
  const map = { node: 'res5c', height: 2, width: 2, values: Float32Array.of(1, 2, 3, 4) };
  expect(attributionTable(387, map).rows[2]).toEqual([387, 1, 0, 3]);
});

test('two values beside each other: their difference by channel and by place', () => {
  const [a, b] = [maps(3), maps(2)];
  const comparison = compareMaps(a, b);
  const { columns, rows } = differencesTable(comparison);
  expect(rows.map(([channel]) => channel)).toEqual(['all', 0, 1]);
  // a − b is 0 … 5 and 10 … 15, half of b: √(0² + … + 5²) = √55.
  expect(rows[1].slice(1, 5)).toEqual([Math.sqrt(55), 0.5, 1, 2.5]);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  expect(pairTable(a, b, comparison, 1).rows[4]).toEqual([1, 1, 1, 42, 28, 14]);
});

test('costs of every operation, which add up to the published count', () => {
  const { columns, rows } = costsTable(facts(buildModel('resnet50-nobias')));
  const sum = (name: string) => rows.reduce((total, row) => total + Number(row[columns.indexOf(name)]), 0);
  // torchvision's 25,557,032 and the moving statistics: 2 for each of the 26,560 normalised channels.
  expect(sum('parameters')).toBe(25_557_032 + 2 * 26_560);
  const conv1 = rows.find(([id]) => id === 'conv1')!;
  expect(conv1.slice(4, 9)).toEqual([112, 112, 64, 9408, 118_013_952]);
  expect(rows.find(([id]) => id === 'fc1000')!.slice(4, 7)).toEqual([null, null, 1000]);
});

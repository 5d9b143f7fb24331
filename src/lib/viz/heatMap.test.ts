import { expect, test } from 'vitest';
import { colourTables } from './colour.ts';
import {
  binned,
  heatMarks,
  heatPixels,
  heatPosition,
  heatScale,
  heatTicks,
  moveInMap,
  type HeatColumns,
} from './heatMap.ts';

/** The pixel of row and column, as a table of colours packs it. */
function pixel(
  columns: HeatColumns,
  rows: number,
  scale: ReturnType<typeof heatScale>,
  row: number,
  x: number,
) {
  return new Uint32Array(heatPixels(columns, rows, scale).buffer)[row * columns.length + x];
}

test('one logarithmic scale reaches from the least to the greatest value of all maps', () => {
  const maps: HeatColumns[] = [[[1, 100]], [[1e-4, 0], [NaN, Infinity], null]];
  const scale = heatScale('log', maps);
  expect(scale.colours).toMatchObject({ kind: 'sequential', low: -4, high: 2 });
  expect(heatPosition(scale, 0.1)).toBeCloseTo(0.5, 12);
  const { packed } = colourTables.sequential;
  expect(pixel(maps[0], 2, scale, 1, 0)).toBe(packed.at(-1));
  expect(pixel(maps[1], 2, scale, 0, 0)).toBe(packed[0]);
  // (0 − −4) / 6 of the way through 255 entries.
  expect(pixel(maps[0], 2, scale, 0, 0)).toBe(packed[Math.round((4 / 6) * 254)]);
});

test('what has no place on a scale has no colour, but a mark that says which it is', () => {
  const columns: HeatColumns = [[1, 0], [NaN, Infinity], null];
  const scale = heatScale('log', [columns]);
  for (const [row, x] of [
    [1, 0],
    [0, 1],
    [1, 1],
    [0, 2],
  ])
    expect(pixel(columns, 2, scale, row, x)).toBe(0);
  expect(heatMarks(columns, 2, scale)).toEqual({ zero: 'M0,1.5h1', notFinite: 'M1,1l1,-1M1,2l1,-1' });
  expect(heatMarks([[0]], 1, heatScale('share', []))).toEqual({ zero: '', notFinite: '' });
});

test('shares go from 0 to 1, signed values as far down as up', () => {
  expect(heatScale('share', [[[0.2, 0.3]]]).colours).toMatchObject({ low: 0, high: 1 });
  const signed = heatScale('signed', [[[-1, 3]]]);
  expect(signed.colours).toMatchObject({ kind: 'diverging', low: -3, high: 3 });
  expect(heatPosition(signed, 0)).toBe(0.5);
  // One that has exploded is beyond the end; the others keep their colours.
  const exploded = heatScale('signed', [[[0.4, 0.4, -0.1]], [[0.4, 3e7]]]);
  expect(exploded.colours).toMatchObject({ low: -1.6, high: 1.6, clipped: true });
  expect(heatScale('signed', [[[0, 0, 0, 2]]]).colours).toMatchObject({ high: 2, clipped: false });
});

test('a scale of no values, or of one, can be drawn', () => {
  expect(heatTicks(heatScale('log', [[null]])).map(({ value }) => value)).toEqual([1, 2, 5, 10]);
  expect(heatTicks(heatScale('log', [[[7]]]))).toHaveLength(1);
});

test('a legend names its ends and round values between them', () => {
  const values = (low: number, high: number) =>
    heatTicks(heatScale('log', [[[low, high]]])).map(({ value }) => Number(value.toPrecision(6)));
  expect(values(0.012, 700)).toEqual([0.012, 0.1, 1, 10, 700]);
  expect(values(0.4, 1.8)).toEqual([0.4, 1, 1.8]);
  expect(heatTicks(heatScale('signed', [[[-1, 3]]]))).toEqual([
    { at: 0, value: -3 },
    { at: 0.5, value: 0 },
    { at: 1, value: 3 },
  ]);
});

test('more columns than there is room for are summed up by their means', () => {
  const columns: HeatColumns = [[1, 0, 4], [100, 0, NaN], [10, 0, 1], [10, 10, 1], null];
  const log = binned(columns, 3, 'log');
  expect(log.columns.map((column) => column && Array.from(column))).toEqual([
    [10, 0, NaN],
    [10, 10, 1],
    null,
  ]);
  expect(log.size).toBe(2);
  expect(Array.from(binned(columns, 3, 'share').columns[0]!)).toEqual([50.5, 0, NaN]);
  expect(binned(columns, 5, 'log').columns).toBe(columns);
});

test('keys lead through rows and columns, and never out of the map', () => {
  const at = { row: 1, column: 1 };
  const size = { rows: 30, columns: 4 };
  const press = (key: string, ctrlKey = false) => moveInMap({ key, ctrlKey }, at, size);
  expect(press('ArrowRight')).toEqual({ row: 1, column: 2 });
  expect(press('ArrowUp')).toEqual({ row: 0, column: 1 });
  expect(press('PageDown')).toEqual({ row: 4, column: 1 });
  expect(press('PageUp')).toEqual({ row: 0, column: 1 });
  expect(press('End')).toEqual({ row: 1, column: 3 });
  expect(press('End', true)).toEqual({ row: 29, column: 3 });
  expect(press('Enter')).toBeNull();
});

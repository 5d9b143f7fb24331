import { describe, expect, it } from 'vitest';
import { landscapeFigures, withRow, type ShownLandscape } from './shownLandscape.ts';

const axis = [-2, -1, 0, 1, 2];
const grid = (of: (a: number, b: number) => number): ShownLandscape => ({
  a: axis,
  b: axis,
  path: null,
  rows: 5,
  loss: axis.flatMap((b) => axis.map((a) => of(a, b))),
  accuracy: axis.flatMap(() => axis.map(() => 0)),
});

describe('figures of a landscape', () => {
  it('of a bowl: it curves down nowhere', () => {
    const found = landscapeFigures(grid((a, b) => 1 + a * a + 2 * b * b));
    expect(found).toEqual({ centre: 1, least: 1, most: 13, curvesDown: 0, notFinite: 0 });
  });

  it('of a dome and of a saddle that lies askew: they curve down everywhere', () => {
    expect(landscapeFigures(grid((a, b) => 9 - a * a - b * b))!.curvesDown).toBe(1);
    expect(landscapeFigures(grid((a, b) => 9 + a * b))!.curvesDown).toBe(1);
  });

  it('count what is not finite, and leave it out of the rest', () => {
    const found = landscapeFigures(grid((a, b) => (a === 2 && b > 0 ? Infinity : a + 3)));
    expect(found).toMatchObject({ notFinite: 2, most: 5 });
  });

  it('are not there before all rows are', () => {
    expect(landscapeFigures({ ...grid(() => 1), rows: 4 })).toBeNull();
  });
});

it('rows are put together in the order in which they come', () => {
  const row = (index: number) => ({
    a: [0, 1],
    b: [0, 1],
    path: null,
    row: index,
    loss: Float32Array.of(index, index + 0.5),
    accuracy: Float32Array.of(0, 1),
  });
  const all = withRow(withRow(null, row(0)), row(1));
  expect([...Array.from(all.loss)]).toEqual([0, 0.5, 1, 1.5]);
  expect([...Array.from(all.accuracy)]).toEqual([0, 1, 0, 1]);
  expect(all.rows).toBe(2);
});

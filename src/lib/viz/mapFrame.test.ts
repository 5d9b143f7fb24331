import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around, cellBox, gridPath, mapBox, positionAt, windowBox } from './mapFrame.ts';

const last = { jump: 32, centre: 0 };

test('the last block’s cells are centred on the middles of pixels 0, 32 … 192, and hang over two borders', () => {
  expect(mapBox({ height: 7, width: 7 }, last)).toEqual({ x: -15.5, y: -15.5, width: 224, height: 224 });
  const { x, y, width, height } = cellBox({ row: 3, column: 6 }, last);
  expect([x + width / 2, y + height / 2]).toEqual([192.5, 96.5]);
});

test('a map of the picture’s own size lies on its pixels; padding lies around', () => {
  expect(mapBox({ height: 224, width: 224 }, { jump: 1, centre: 0 })).toEqual({
    x: 0,
    y: 0,
    width: 224,
    height: 224,
  });
  expect(mapBox({ height: 230, width: 230 }, { jump: 1, centre: -3 })).toEqual({
    x: -3,
    y: -3,
    width: 230,
    height: 230,
  });
});

test('a 3 × 3 window is nine cells, also beyond the border', () => {
  expect(windowBox({ top: -1, left: 4, height: 3, width: 3 }, { jump: 4, centre: 0 })).toEqual({
    x: 14.5,
    y: -5.5,
    width: 12,
    height: 12,
  });
});

test('a point leads to the cell that holds it, and beside the map to none', () => {
  const size = { height: 5, width: 9 };
  fc.assert(
    fc.property(
      fc.nat(4),
      fc.nat(8),
      fc.constantFrom(1, 2, 4, 32),
      fc.constantFrom(0, -3, -0.5),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (row, column, jump, centre, within) => {
        const cell = cellBox({ row, column }, { jump, centre });
        const point = { x: cell.x + within * jump, y: cell.y + within * jump };
        expect(positionAt(point, size, { jump, centre })).toEqual({ row, column });
      },
    ),
  );
  expect(positionAt({ x: 270, y: 10 }, size, last)).not.toBeNull();
  expect(positionAt({ x: 273, y: 10 }, size, last)).toBeNull();
  expect(positionAt({ x: 10, y: -16 }, size, last)).toBeNull();
});

test('the frame holds picture and map', () => {
  const map = mapBox({ height: 7, width: 7 }, last);
  expect(around([{ x: 0, y: 0, width: 224, height: 224 }, map])).toEqual({
    x: -15.5,
    y: -15.5,
    width: 239.5,
    height: 239.5,
  });
});

test('grid lines run between the cells only', () => {
  expect(gridPath({ height: 2, width: 2 }, { jump: 32, centre: 0 })).toBe('M16.5,-15.5v64M-15.5,16.5h64');
});

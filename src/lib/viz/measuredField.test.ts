import { expect, test } from 'vitest';
import { fieldFigures } from './measuredField.ts';

const side = 21;
const map = (at: (row: number, column: number) => number) => ({
  height: side,
  width: side,
  values: Float32Array.from({ length: side * side }, (_, i) => at(Math.floor(i / side), i % side)),
});
const centre = { row: 10, column: 10 };
const whole = { top: 0, left: 0, height: side, width: side };

test('all in one pixel: a square of one', () => {
  const figures = fieldFigures(
    map((r, c) => (r === 10 && c === 10 ? 3 : 0)),
    whole,
    centre,
  );
  expect(figures).toEqual({
    inside: 1,
    used: 1 / side ** 2,
    effectiveSide: 1,
    square: { top: 10, left: 10, height: 1, width: 1 },
  });
});

test('the same everywhere: the square that holds 95 % of the pixels', () => {
  // 19² = 361 of 441 are too few (82 %), 21² are all.
  expect(
    fieldFigures(
      map(() => 1),
      whole,
      centre,
    ),
  ).toMatchObject({ effectiveSide: 21, used: 1 });
});

test('what lies outside the box is told', () => {
  const half = { top: 0, left: 0, height: side, width: 10 };
  expect(
    fieldFigures(
      map((_, c) => (c === 0 || c === 20 ? 1 : 0)),
      half,
      centre,
    ),
  ).toMatchObject({
    inside: 0.5,
    used: 1 / 10,
  });
});

test('a centre between two pixels, or beside the picture, is one all the same', () => {
  const between = { row: 10.5, column: 10.5 };
  expect(
    fieldFigures(
      map((r, c) => Number(r === 10 && c === 11)),
      whole,
      between,
    )?.effectiveSide,
  ).toBe(3);
  const beside = { row: -3, column: 0 };
  expect(
    fieldFigures(
      map((r, c) => Number(r === 1 && c === 0)),
      whole,
      beside,
    )?.effectiveSide,
  ).toBe(9);
});

test('nothing at all: no figures', () => {
  expect(
    fieldFigures(
      map(() => 0),
      whole,
      centre,
    ),
  ).toBeNull();
});

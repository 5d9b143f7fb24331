import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fitCut,
  growCut,
  middleCut,
  moveCut,
  normalTurn,
  pullCorner,
  rotation,
  turnCut,
  turnedSize,
} from './pictureCut.ts';

const size = fc.record({
  width: fc.integer({ min: 16, max: 5000 }),
  height: fc.integer({ min: 16, max: 5000 }),
});
const turn = fc.integer({ min: 0, max: 3599 }).map((tenths) => tenths / 10);

test('turned by quarters a picture keeps its sides, by an eighth it has the diagonal of a square', () => {
  const picture = { width: 640, height: 480 };
  expect(turnedSize(picture, 0)).toEqual(picture);
  expect(turnedSize(picture, 90)).toEqual({ width: 480, height: 640 });
  expect(turnedSize(picture, 180)).toEqual(picture);
  expect(turnedSize(picture, 270)).toEqual({ width: 480, height: 640 });
  // √2 · 100 = 141.42…
  expect(turnedSize({ width: 100, height: 100 }, 45)).toEqual({ width: 142, height: 142 });
});

test('every angle has its name between 0 and 360', () => {
  expect([-90, 360, 450, 12.34, -0.04, 359.97].map(normalTurn)).toEqual([270, 0, 90, 12.3, 0, 0]);
});

test('what is asked for becomes a square on the picture, and a fitting one stays as it is', () => {
  fc.assert(
    fc.property(
      size,
      fc.record({ turn, left: fc.double(), top: fc.double(), side: fc.double() }),
      (picture, wanted) => {
        fc.pre([wanted.left, wanted.top, wanted.side].every((value) => Number.isFinite(value)));
        const cut = fitCut(wanted, picture);
        const { width, height } = turnedSize(picture, cut.turn);
        expect([cut.left, cut.top, cut.side].every((value) => Number.isInteger(value))).toBe(true);
        expect(Math.min(cut.left, cut.top)).toBeGreaterThanOrEqual(0);
        expect(cut.side).toBeGreaterThanOrEqual(16);
        expect(cut.left + cut.side).toBeLessThanOrEqual(width);
        expect(cut.top + cut.side).toBeLessThanOrEqual(height);
        expect(fitCut(cut, picture)).toEqual(cut);
      },
    ),
  );
});

test('the middle square is the one that the network gets without a choice', () => {
  expect(middleCut({ width: 640, height: 480 })).toEqual({ turn: 0, left: 80, top: 0, side: 480 });
  expect(middleCut({ width: 640, height: 480 }, 90)).toEqual({ turn: 90, left: 0, top: 80, side: 480 });
});

test('four quarter turns lead back; the square stays on the same place of the picture', () => {
  const picture = { width: 640, height: 480 };
  const start = { turn: 0, left: 10, top: 20, side: 100 };
  const quarter = turnCut(start, 90, picture);
  // The upper left corner of a picture of height 480 comes to stand at the upper right.
  expect(quarter).toEqual({ turn: 90, left: 480 - 20 - 100, top: 10, side: 100 });
  const back = [180, 270, 360].reduce((cut, to) => turnCut(cut, to, picture), quarter);
  expect(back).toEqual(start);
});

test('a rotation leaves lengths as they are, exactly so at quarters', () => {
  expect([0, 90, 180, 270].map((degrees) => Object.values(rotation(degrees)))).toEqual([
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ]);
  fc.assert(
    fc.property(turn, (degrees) => {
      const { cos, sin } = rotation(degrees);
      expect(Math.hypot(cos, sin)).toBeCloseTo(1, 12);
    }),
  );
});

test('a corner that is pulled moves alone: the opposite one stays, and the square stays on the picture', () => {
  const picture = { width: 640, height: 480 };
  const cut = { turn: 0, left: 100, top: 100, side: 200 };
  expect(pullCorner(cut, { x: 1, y: 1 }, { x: 350, y: 320 }, picture)).toEqual({ ...cut, side: 250 });
  expect(pullCorner(cut, { x: 1, y: 1 }, { x: 9999, y: 0 }, picture)).toEqual({ ...cut, side: 380 });
  expect(pullCorner(cut, { x: -1, y: -1 }, { x: 50, y: 90 }, picture)).toEqual({
    turn: 0,
    left: 50,
    top: 50,
    side: 250,
  });
  const anyCorner = fc.record({
    x: fc.constantFrom(-1 as const, 1 as const),
    y: fc.constantFrom(-1 as const, 1 as const),
  });
  const place = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });
  fc.assert(
    fc.property(anyCorner, place, turn, (corner, to, angle) => {
      const before = turnCut(cut, angle, picture);
      const after = pullCorner(before, corner, to, picture);
      const fixed = (one: typeof cut, axis: 'x' | 'y') =>
        (axis === 'x' ? one.left : one.top) + (corner[axis] > 0 ? 0 : one.side);
      expect([fixed(after, 'x'), fixed(after, 'y')]).toEqual([fixed(before, 'x'), fixed(before, 'y')]);
      expect(fitCut(after, picture)).toEqual(after);
    }),
  );
});

test('grown and shrunk it keeps its middle; moved it ends at the edges', () => {
  const picture = { width: 640, height: 480 };
  const cut = { turn: 0, left: 100, top: 100, side: 200 };
  expect(growCut(cut, 20, picture)).toEqual({ turn: 0, left: 90, top: 90, side: 220 });
  expect(growCut(cut, -1000, picture)).toEqual({ turn: 0, left: 192, top: 192, side: 16 });
  expect(growCut(cut, 1000, picture)).toEqual({ turn: 0, left: 0, top: 0, side: 480 });
  expect(moveCut(cut, -150, 30, picture)).toEqual({ turn: 0, left: 0, top: 130, side: 200 });
});

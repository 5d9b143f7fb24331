import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coarser, smoothed, summarise, type FlatMap } from './overlay.ts';

/** The last block's maps in ResNet-50. */
const last = { jump: 32, centre: 0 };
const peaked = (row: number, column: number, side = 7): FlatMap => ({
  height: side,
  width: side,
  values: Float32Array.from({ length: side * side }, (_, i) => Number(i === row * side + column)),
});
/** Mean place of the largest values, in pixels. */
function peakOf(values: Float32Array, side: number) {
  const largest = values.reduce((max, value) => Math.max(max, value));
  const all = Array.from(values.keys()).filter((i) => values[i] === largest);
  const mean = (of: (i: number) => number) => all.reduce((sum, i) => sum + of(i), 0) / all.length;
  return { x: mean((i) => i % side), y: mean((i) => Math.floor(i / side)) };
}
/** How pictures are enlarged: the map's cells tile the picture, half a pixel at its edges. */
function naively({ height, width, values }: FlatMap, side: number): Float32Array {
  const at = (pixel: number, count: number) =>
    Math.max(0, Math.min(count - 1, ((pixel + 0.5) * count) / side - 0.5));
  return Float32Array.from({ length: side * side }, (_, i) => {
    const [v, u] = [at(Math.floor(i / side), height), at(i % side, width)];
    const [y, x] = [Math.floor(v), Math.floor(u)];
    const value = (row: number, column: number) =>
      values[Math.min(height - 1, row) * width + Math.min(width - 1, column)];
    const mix = (a: number, b: number, t: number) => a * (1 - t) + b * t;
    return mix(
      mix(value(y, x), value(y, x + 1), u - x),
      mix(value(y + 1, x), value(y + 1, x + 1), u - x),
      v - y,
    );
  });
}

describe('a map over its picture', () => {
  test('a position is drawn at its centre; naive enlarging is off by 15.5 pixels', () => {
    for (const [row, column] of [
      [1, 1],
      [3, 5],
      [5, 2],
    ]) {
      const map = peaked(row, column);
      expect(peakOf(smoothed(map, last, 224), 224)).toEqual({ x: 32 * column, y: 32 * row });
      expect(peakOf(naively(map, 224), 224)).toEqual({ x: 32 * column + 15.5, y: 32 * row + 15.5 });
    }
  });

  test('smooth values are exact at the centres and never beyond what lies around', () => {
    fc.assert(
      fc.property(
        fc.float32Array({ minLength: 49, maxLength: 49, noNaN: true, max: 1e6, min: -1e6 }),
        (values) => {
          const map = { height: 7, width: 7, values };
          const drawn = smoothed(map, last, 224);
          for (let cell = 0; cell < 49; cell++)
            // Plus zero, for which minus zero is another number.
            expect(drawn[32 * Math.floor(cell / 7) * 224 + 32 * (cell % 7)] + 0).toBe(values[cell] + 0);
          const [low, high] = [Math.min(...values), Math.max(...values)];
          const slack = 1e-6 * Math.max(Math.abs(low), Math.abs(high));
          expect(drawn.every((value) => value >= low - slack && value <= high + slack)).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('a map of the picture’s own size is drawn as it is', () => {
    const values = Float32Array.from({ length: 224 * 224 }, (_, i) => Math.sin(i));
    const map = { height: 224, width: 224, values };
    expect(smoothed(map, { jump: 1, centre: 0 }, 224)).toEqual(values);
  });
});

describe('where a map is large', () => {
  test('all in one cell: the peak, its part of the picture, and a box that holds everything', () => {
    expect(summarise(peaked(1, 5), last, 224)).toEqual({
      peak: { row: 1, column: 5, value: 1 },
      at: { x: 160, y: 32 },
      third: { row: 0, column: 2 },
      box: { x: 144.5, y: 16.5, width: 32, height: 32 },
      share: 1,
      area: (32 * 32) / 224 ** 2,
    });
  });

  test('the same everywhere: no side loses more than a tenth', () => {
    const map = { height: 20, width: 20, values: new Float32Array(400).fill(0.5) };
    const summary = summarise(map, { jump: 1, centre: 0 }, 20)!;
    expect(summary.box).toEqual({ x: 2, y: 2, width: 16, height: 16 });
    expect(summary.share).toBeCloseTo(0.64, 6);
    expect(summary.area).toBeCloseTo(0.64, 6);
  });

  test('cells that hang over the borders count as far as the picture goes', () => {
    expect(summarise(peaked(0, 0), last, 224)?.box).toEqual({ x: 0, y: 0, width: 16.5, height: 16.5 });
    expect(summarise(peaked(6, 6), last, 224)?.box).toEqual({ x: 176.5, y: 176.5, width: 32, height: 32 });
  });

  test('what is negative counts for nothing; a map without anything positive has no summary', () => {
    const map = peaked(2, 2);
    const values = Float32Array.from(map.values, (value) => value || -3);
    expect(summarise({ ...map, values }, last, 224)?.share).toBe(1);
    expect(summarise({ height: 2, width: 2, values: [0, -1, -2, 0] }, last, 224)).toBeNull();
  });
});

test('means over squares, for a table', () => {
  const values = Float32Array.from({ length: 16 }, (_, i) => i);
  expect(coarser({ height: 4, width: 4, values }, 2)).toEqual({
    height: 2,
    width: 2,
    values: Float64Array.of(2.5, 4.5, 10.5, 12.5),
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitCut, middleCut, turnedSize, type PictureCut } from '../../pictureCut.ts';
import type { Pixels } from '../../protocol.ts';
import { cutPixels } from './cut.ts';

/** Every pixel has levels of its own: its column and its row. */
function numbered(width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([x, y, 7], 3 * at++);
  }
  return { width, height, channels: 3, data };
}

const pixel = ({ width, channels, data }: Pixels, column: number, row: number) => [
  ...data.subarray((row * width + column) * channels, (row * width + column + 1) * channels),
];

const anyCase = fc
  .record({
    width: fc.integer({ min: 16, max: 60 }),
    height: fc.integer({ min: 16, max: 60 }),
    left: fc.nat(60),
    top: fc.nat(60),
    side: fc.integer({ min: 16, max: 60 }),
  })
  .map(({ width, height, ...square }) => ({ picture: numbered(width, height), square }));

describe('by quarter turns', () => {
  /** Where a pixel of the turned picture stands in the original, turning a sheet of paper clockwise by hand. */
  const sources: Record<number, (x: number, y: number, of: Pixels) => number[]> = {
    0: (x, y) => [x, y],
    90: (x, y, { height }) => [y, height - 1 - x],
    180: (x, y, { width, height }) => [width - 1 - x, height - 1 - y],
    270: (x, y, { width }) => [width - 1 - y, x],
  };

  test.each([0, 90, 180, 270])('%i°: every pixel is one of the original, at its place', (turn) => {
    fc.assert(
      fc.property(anyCase, ({ picture, square }) => {
        const cut = fitCut({ turn, ...square }, picture);
        const result = cutPixels(picture, cut);
        expect([result.width, result.height, result.channels]).toEqual([cut.side, cut.side, 3]);
        for (const [column, row] of [
          [0, 0],
          [cut.side - 1, 0],
          [0, cut.side - 1],
          [cut.side >> 1, cut.side >> 2],
        ]) {
          const source = sources[turn](cut.left + column, cut.top + row, picture);
          expect(pixel(result, column, row)).toEqual([...source, 7]);
        }
      }),
    );
  });
});

describe('by other angles', () => {
  const cutOf = (picture: Pixels, cut: PictureCut) => cutPixels(picture, fitCut(cut, picture));

  test('a ramp stays a ramp: bilinear interpolation is exact on it', () => {
    const picture = numbered(100, 80);
    const turn = 30;
    const cut = fitCut({ ...middleCut(picture, turn), side: 30, left: 50, top: 40 }, picture);
    const result = cutPixels(picture, cut);
    const { width, height } = turnedSize(picture, turn);
    for (const [column, row] of [
      [0, 0],
      [29, 3],
      [14, 29],
    ]) {
      // By complex numbers, independently: z / e^(iθ).
      const [re, im] = [cut.left + column + 0.5 - width / 2, cut.top + row + 0.5 - height / 2];
      const [c, s] = [Math.sqrt(3) / 2, 0.5];
      const expected = [re * c + im * s + 50 - 0.5, im * c - re * s + 40 - 0.5];
      const found = pixel(result, column, row);
      expect(Math.abs(found[0] - expected[0])).toBeLessThanOrEqual(0.51);
      expect(Math.abs(found[1] - expected[1])).toBeLessThanOrEqual(0.51);
    }
  });

  test('what lies outside the picture is white', () => {
    const picture = numbered(40, 40);
    const result = cutOf(picture, middleCut(picture, 45));
    expect(pixel(result, 0, 0)).toEqual([255, 255, 255]);
    expect(pixel(result, result.width - 1, result.height - 1)).toEqual([255, 255, 255]);
    expect(pixel(result, result.width >> 1, result.height >> 1)[2]).toBe(7);
  });

  test('a picture of one colour has no other inside', () => {
    const data = new Uint8Array(50 * 50 * 4).fill(90);
    const picture: Pixels = { width: 50, height: 50, channels: 4, data };
    const result = cutOf(picture, { turn: 17.3, left: 22, top: 22, side: 16 });
    expect([...new Set(result.data)]).toEqual([90]);
  });
});

import { describe, expect, test } from 'vitest';
import { meansBGR } from '../../architecture/imageNet.ts';
import { asTrained, levelsByName, tenCrops, type Warp } from '../../feeding.ts';
import type { Pixels } from '../../protocol.ts';
import { applyLevels, seenIn, squareOf } from './feed.ts';
import { cropToSquare, preprocess, type Crop } from './preprocess.ts';
import { warpPicture } from './warp.ts';

/** A square picture of one channel's worth of levels, in all three colours. */
function grey(rows: readonly (readonly number[])[]): Crop {
  const data = Uint8ClampedArray.from(rows.flat().flatMap((level) => [level, level, level, 255]));
  return { width: rows.length, height: rows.length, channels: 4, data };
}
const levelsOf = ({ width, data }: Crop) =>
  Array.from({ length: width }, (_, row) =>
    Array.from({ length: width }, (_, column) => data[(row * width + column) * 4]),
  );

function noise(width: number, height: number): Pixels {
  const data = Uint8Array.from(
    { length: width * height * 3 },
    (_, i) => (Math.sin(i * 12.9898) * 43758.5) & 255,
  );
  return { width, height, channels: 3, data };
}

describe('levels', () => {
  /** One pixel: red 200, green 100, blue 50. */
  const pixel: Crop = { width: 1, height: 1, channels: 4, data: Uint8ClampedArray.of(200, 100, 50, 255) };

  test.each([
    ['asTrained', [50 - 103.939, 100 - 116.779, 200 - 123.68]],
    ['notReversed', [200 - 103.939, 100 - 116.779, 50 - 123.68]],
    ['meansKept', [50, 100, 200]],
    ['divided', [200 / 255, 100 / 255, 50 / 255]],
    ['dividedThenPrepared', [50 / 255 - 103.939, 100 / 255 - 116.779, 200 / 255 - 123.68]],
    ['signed', [200 / 127.5 - 1, 100 / 127.5 - 1, 50 / 127.5 - 1]],
    ['torchvision', [(200 / 255 - 0.485) / 0.229, (100 / 255 - 0.456) / 0.224, (50 / 255 - 0.406) / 0.225]],
  ] as const)('%s, by hand', (name, expected) => {
    const input = applyLevels(pixel, levelsByName[name]);
    expected.forEach((value, i) => expect(input[i]).toBeCloseTo(value, 5));
  });

  test('as trained, the input is bit for bit that of everywhere else', () => {
    const pixels = noise(301, 233);
    const crop = cropToSquare(pixels);
    expect(squareOf(pixels, {})).toEqual(crop);
    expect(applyLevels(crop)).toEqual(preprocess(crop));
    expect(applyLevels(crop, { ...asTrained })).toEqual(preprocess(crop));
  });
});

describe('what the network takes an input for', () => {
  const crop = cropToSquare(noise(240, 300));

  test('is the picture itself, when prepared as in training', () => {
    expect(seenIn(applyLevels(crop)).data).toEqual(crop.data);
  });

  test('is a picture with red and blue exchanged, when they were not reversed', () => {
    const { order } = levelsByName.notReversed;
    const seen = seenIn(applyLevels(crop, { ...asTrained, order }));
    for (const at of [0, 4000, 90_000]) {
      const [red, green, blue] = crop.data.subarray(at, at + 3);
      // Their means stand where they did.
      expect([...seen.data.subarray(at, at + 3)]).toEqual([blue, green, red]);
    }
  });

  test('is nearly the mean’s grey when divided by 255, nearly black when then prepared', () => {
    const divided = seenIn(applyLevels(crop, levelsByName.divided)).data;
    const black = seenIn(applyLevels(crop, levelsByName.dividedThenPrepared)).data;
    const [blue, green, red] = meansBGR;
    for (let at = 0; at < divided.length; at += 4) {
      for (const [channel, mean] of [red, green, blue].entries()) {
        expect(Math.abs(divided[at + channel] - mean)).toBeLessThanOrEqual(1.5);
        expect(black[at + channel]).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('the square', () => {
  const wide = noise(448, 224);

  test('squeezed is the whole picture, each pair of columns one', () => {
    const { data } = squareOf(wide, { fit: 'squeeze' });
    // The triangle filter of scale 2 at a column's middle: weights 1, 3, 3, 1 of eight.
    const level = (x: number) => wide.data[(5 * 448 + x) * 3];
    const expected = (level(19) + 3 * level(20) + 3 * level(21) + level(22)) / 8;
    expect(Math.abs(data[(5 * 224 + 10) * 4] - expected)).toBeLessThanOrEqual(0.5);
  });

  test('of a larger side is its middle, or lies in its corner', () => {
    const picture = noise(256, 256);
    const at = (crop: Crop, column: number, row: number) => crop.data[(row * 224 + column) * 4];
    const original = (column: number, row: number) => picture.data[(row * 256 + column) * 3];
    expect(at(squareOf(picture, { shorter: 256 }), 3, 7)).toBe(original(16 + 3, 16 + 7));
    const corner = squareOf(picture, { shorter: 256, corner: { left: 32, top: 0 } });
    expect([at(corner, 0, 0), at(corner, 223, 223)]).toEqual([original(32, 0), original(255, 223)]);
  });

  test('of the ten crops are five places, each also mirrored', () => {
    expect(tenCrops).toHaveLength(10);
    const picture = noise(256, 256);
    const [plain, mirrored] = tenCrops.map((feed) => squareOf(picture, feed));
    expect(mirrored.data.subarray(0, 4)).toEqual(plain.data.subarray(223 * 4, 224 * 4));
    expect(new Set(tenCrops.map((feed) => squareOf(picture, feed).data.join())).size).toBe(10);
  });

  test('can be cut from elsewhere', () => {
    const cut = { turn: 0, left: 100, top: 0, side: 224 };
    expect(squareOf(wide, { cut }).data[0]).toBe(wide.data[100 * 3]);
  });
});

describe('warps, by hand', () => {
  const picture = grey([
    [10, 20, 30],
    [40, 50, 60],
    [70, 80, 90],
  ]);
  const warped = (warp: Warp) => levelsOf(warpPicture(picture, warp));

  test('nothing asked, nothing done', () => {
    expect(warpPicture(picture, {})).toBe(picture);
    expect(warped({ zoom: 1, shear: 0, turn: 0 })).toEqual(levelsOf(picture));
  });

  test('mirrored', () => {
    expect(warped({ flip: true })).toEqual([
      [30, 20, 10],
      [60, 50, 40],
      [90, 80, 70],
    ]);
  });

  test('turned by a quarter, clockwise', () => {
    expect(warped({ turn: 90 })).toEqual([
      [70, 40, 10],
      [80, 50, 20],
      [90, 60, 30],
    ]);
  });

  test('twice as large: halfway between the middle and its neighbours', () => {
    expect(warped({ zoom: 2 })).toEqual([
      [30, 35, 40],
      [45, 50, 55],
      [60, 65, 70],
    ]);
  });

  test('half as large: the border is repeated', () => {
    expect(warped({ zoom: 0.5 })).toEqual([
      [10, 20, 30],
      [40, 50, 60],
      [70, 80, 90],
    ]);
  });

  test('sheared by 45°: the upper row moves right, the lower one left, by one', () => {
    expect(warped({ shear: 45 })).toEqual([
      [10, 10, 20],
      [40, 50, 60],
      [80, 90, 90],
    ]);
  });

  test('moved by a third: right and down', () => {
    expect(warped({ right: 1 / 3 })).toEqual([
      [10, 10, 20],
      [40, 40, 50],
      [70, 70, 80],
    ]);
    expect(warped({ down: -1 / 3 })).toEqual([
      [40, 50, 60],
      [70, 80, 90],
      [70, 80, 90],
    ]);
  });

  test('together: turned first, then mirrored', () => {
    expect(warped({ turn: 90, flip: true })).toEqual([
      [10, 40, 70],
      [20, 50, 80],
      [30, 60, 90],
    ]);
  });
});

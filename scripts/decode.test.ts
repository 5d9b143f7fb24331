import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtlasError } from '../src/lib/model/errors.ts';
import type { Pixels } from '../src/lib/model/protocol.ts';
import { badPictures, quarters, quartersLevel, writeBadPictures } from './bad-pictures.ts';
import { decodeFile } from './decode.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  await writeBadPictures(folder);
});

afterAll(() => rm(folder, { recursive: true }));

const open = (file: string) => decodeFile(join(folder, file), file);

/** Greatest difference between a picture's levels and those of a formula. */
function distance(
  { width, height, channels, data }: Pixels,
  level: (x: number, y: number, c: number) => number,
) {
  let most = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) {
        most = Math.max(most, Math.abs(data[(y * width + x) * channels + c] - level(x, y, c)));
      }
    }
  }
  return most;
}

/** sRGB's curve, from levels to light and back, for all but the darkest. Source: IEC 61966-2-1. */
const linear = (level: number) => ((level / 255 + 0.055) / 1.055) ** 2.4;
const encoded = (light: number) => 255 * (1.055 * light ** (1 / 2.4) - 0.055);

const bad = badPictures.filter(({ error }) => error !== null);

test.each(bad)('$file: $error', async ({ file, error }) => {
  await expect(open(file)).rejects.toMatchObject({
    name: 'AtlasError',
    code: error,
    details: { name: file },
  });
});

test('a missing file and a folder are not found', async () => {
  const details = { name: 'missing.png' };
  await expect(open('missing.png')).rejects.toEqual(new AtlasError('pictureNotFound', details));
  await expect(decodeFile(folder, 'folder')).rejects.toMatchObject({ code: 'pictureNotFound' });
});

test('a file that is whole in form and damaged in content is unreadable', async () => {
  const { make } = badPictures.find(({ file }) => file === 'quarters.png')!;
  const bytes = Uint8Array.from(await make()).fill(0, 60, 120);
  await writeFile(join(folder, 'damaged.png'), bytes);
  await expect(open('damaged.png')).rejects.toMatchObject({ code: 'pictureUnreadable' });
});

describe('what opens', () => {
  const orientations = [1, 2, 3, 4, 5, 6, 7, 8].map((number): [string, number] => [
    `orientation-${number}.jpg`,
    2,
  ]);

  test.each([
    ['quarters.png', 0],
    ['quarters.webp', 0],
    ['quarters.gif', 0],
    ['quarters.avif', 2],
    ['palette.png', 0],
    ['picture.txt', 0],
    ['progressive.jpg', 2],
    ...orientations,
  ])('%s shows the four quarters upright, within %i levels', async (file, levels) => {
    const pixels = await open(file);
    expect(pixels).toMatchObject({ width: quarters.width, height: quarters.height });
    expect(distance(pixels, quartersLevel)).toBeLessThanOrEqual(levels);
  });

  test('of an animation, the first frame', async () => {
    const pixels = await open('animated.gif');
    expect(pixels).toMatchObject({ width: 64, height: 48 });
    expect(distance(pixels, (_x, _y, c) => quarters.colours[0][c])).toBe(0);
  });

  test.each(['grey.png', 'grey.jpg'])('%s: luminance in all three channels', async (file) => {
    // Rec. 709 luminance.
    const grey = (x: number, y: number) => {
      const [red, green, blue] = [0, 1, 2].map((c) => linear(quartersLevel(x, y, c)));
      return encoded(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    };
    expect(distance(await open(file), grey)).toBeLessThan(2);
  });

  test('an embedded profile is ignored: levels are as stored', async () => {
    // From sRGB to Display P3, which has the same curve. Source: CSS Color 4, section 10.
    const toP3 = [
      [0.8225, 0.1774, 0],
      [0.0332, 0.9669, 0],
      [0.0171, 0.0724, 0.9108],
    ];
    const stored = (x: number, y: number, c: number) =>
      encoded(toP3[c].reduce((sum, share, from) => sum + share * linear(quartersLevel(x, y, from)), 0));
    expect(distance(await open('display-p3.png'), stored)).toBeLessThan(2);
  });

  test('16 bits become the nearest of 8, or the one below', async () => {
    const value = (x: number, y: number, c: number) => (((y * 96 + x) * 3 + c) * 2731) & 0xffff;
    expect(distance(await open('16-bit.png'), (x, y, c) => value(x, y, c) / 257)).toBeLessThan(1);
  });

  test('what is transparent lies on white', async () => {
    const level = (x: number, y: number, c: number) => {
      const alpha = (255 - x) / 255;
      return Math.round(((y * 4 + c * 41) & 255) * alpha + 255 * (1 - alpha));
    };
    expect(distance(await open('transparent.png'), level)).toBe(0);
    const grey = (x: number, y: number) => level(x, y, 0);
    expect(distance(await open('grey-transparent.png'), grey)).toBe(0);
  });

  test.each(['cmyk.jpg', 'cmyk-profile.jpg'])('%s: inks become colours', async (file) => {
    const pixels = await open(file);
    expect(pixels).toMatchObject({ width: quarters.width, height: quarters.height, channels: 3 });
    // A press cannot print all of the quarters' colours, so only their kind can be told.
    for (const [at, strongest] of [
      [0, 0],
      [quarters.width - 1, 1],
      [quarters.width * (quarters.height - 1), 2],
    ]) {
      const colour = [...pixels.data.slice(at * 3, at * 3 + 3)];
      expect(colour.indexOf(Math.max(...colour))).toBe(strongest);
    }
  });
});

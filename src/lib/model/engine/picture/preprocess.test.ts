import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pixels } from '../../protocol.ts';
import pillow from './fixtures/pillow.json' with { type: 'json' };
import { cropGeometry, cropToSquare, inputSide, preprocess } from './preprocess.ts';

function picture(
  width: number,
  height: number,
  level: (x: number, y: number, channel: number) => number,
  channels: 3 | 4 = 3,
): Pixels {
  const data = new Uint8Array(width * height * channels);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < channels; channel++)
        data[at++] = channel < 3 ? level(x, y, channel) : 255;
    }
  }
  return { width, height, channels, data };
}

function transpose({ width, height, channels, data }: Pixels): Pixels {
  const index = (x: number, y: number, channel: number) => (y * width + x) * channels + channel;
  return picture(height, width, (x, y, channel) => data[index(y, x, channel)]);
}

const rgb = ({ data, channels }: Pixels) => data.filter((_, index) => index % channels < 3);
const alpha = ({ data }: Pixels) => data.filter((_, index) => index % 4 === 3);

/** Greatest difference between two lists of levels. */
const distance = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce(
    (most, value, index) => Math.max(most, Math.abs(value - b[index])),
    a.length === b.length ? 0 : Infinity,
  );

/** One output level by the definition: a weighted mean over the whole picture, both axes at once, unrounded. */
function triangleMean(pixels: Pixels, side: number, column: number, row: number, channel: number): number {
  const { width, height, channels, data } = pixels;
  const { left, top, ...resized } = cropGeometry(width, height, side);
  const weight = (input: number, output: number, scale: number) =>
    Math.max(0, 1 - Math.abs(input + 0.5 - (output + 0.5) * scale) / Math.max(1, scale));
  let sum = 0;
  let weights = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const both =
        weight(x, left + column, width / resized.width) * weight(y, top + row, height / resized.height);
      sum += both * data[(y * width + x) * channels + channel];
      weights += both;
    }
  }
  return sum / weights;
}

const noise = (width: number, height: number, channels: 3 | 4, seed: number) =>
  picture(
    width,
    height,
    (x, y, c) => (Math.sin(seed + 12.9898 * x + 78.233 * y + 37.7 * c) * 43758.5453) & 255,
    channels,
  );

const anyPicture = (minimum: number, maximum: number) =>
  fc
    .record({
      width: fc.integer({ min: minimum, max: maximum }),
      height: fc.integer({ min: minimum, max: maximum }),
      channels: fc.constantFrom<3 | 4>(3, 4),
      seed: fc.integer({ min: 0, max: 1000 }),
    })
    .map(({ width, height, channels, seed }) => noise(width, height, channels, seed));

describe('geometry', () => {
  test.each([
    [640, 427, { width: 335, height: 224, left: 56, top: 0 }],
    [427, 640, { width: 224, height: 335, left: 0, top: 56 }],
    // 337 − 224 = 113: Python rounds 56.5 to 56
    [451, 300, { width: 336, height: 224, left: 56, top: 0 }],
    [905, 600, { width: 337, height: 224, left: 56, top: 0 }],
    [224, 224, { width: 224, height: 224, left: 0, top: 0 }],
    [16, 16, { width: 224, height: 224, left: 0, top: 0 }],
  ])('%i × %i', (width, height, expected) => {
    expect(cropGeometry(width, height)).toEqual(expected);
  });

  test('the square lies in the resized picture, centred within half a pixel', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 16, max: 16384 }),
        fc.integer({ min: 16, max: 16384 }),
        (width, height) => {
          const resized = cropGeometry(width, height);
          expect(Math.min(resized.width, resized.height)).toBe(inputSide);
          for (const [start, length] of [
            [resized.left, resized.width],
            [resized.top, resized.height],
          ]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(Math.abs(length - inputSide - 2 * start)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

describe('resizing', () => {
  test.each(pillow.cases)('$width × $height to $side: bit for bit what Pillow makes of it', (expected) => {
    const level = (x: number, y: number, channel: number) =>
      (31 * x * x + 17 * y * y + 7 * x * y + 101 * channel * x + 53 * channel * y) % 256;
    const crop = cropToSquare(picture(expected.width, expected.height, level), expected.side);
    expect(Buffer.from(rgb(crop)).toString('base64')).toBe(expected.rgb);
  });

  test('the definition, both axes at once, within the rounding of two passes', () => {
    fc.assert(
      fc.property(anyPicture(8, 40), fc.integer({ min: 4, max: 20 }), (pixels, side) => {
        const { data } = cropToSquare(pixels, side);
        for (let row = 0; row < side; row += 3) {
          for (let column = 0; column < side; column += 3) {
            const exact = triangleMean(pixels, side, column, row, 1);
            expect(Math.abs(data[(row * side + column) * 4 + 1] - exact)).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a 224 × 224 picture passes through untouched', () => {
    for (const channels of [3, 4] as const) {
      const pixels = noise(inputSide, inputSide, channels, 5);
      expect(rgb(cropToSquare(pixels))).toEqual(Uint8ClampedArray.from(rgb(pixels)));
    }
  });

  test('the square is opaque', () => {
    const clear = { ...noise(40, 30, 4, 3), data: new Uint8Array(40 * 30 * 4) };
    expect(new Set(alpha(cropToSquare(clear, 16)))).toEqual(new Set([255]));
  });

  test('RGB and RGBA give the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        expect(cropToSquare(noise(31, 47, 4, seed), 16)).toEqual(cropToSquare(noise(31, 47, 3, seed), 16));
      }),
      { numRuns: 10 },
    );
  });

  test('a picture of one colour keeps it, enlarged or reduced', () => {
    const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
    const size = fc.integer({ min: 16, max: 90 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 8, max: 40 }), colour, (width, height, side, levels) => {
        const { data } = cropToSquare(
          picture(width, height, (_x, _y, channel) => levels[channel]),
          side,
        );
        expect(data).toEqual(Uint8ClampedArray.from(data, (_, at) => [...levels, 255][at % 4]));
      }),
      { numRuns: 30 },
    );
  });

  test('a linear ramp stays one away from the borders', () => {
    // 480 × 240 to side 60: each output sample stands at 4 (left + i + 1/2) − 1/2 of the input.
    const { data } = cropToSquare(
      picture(480, 240, (x) => x / 2),
      60,
    );
    for (let column = 0; column < 60; column++) {
      const exact = (4 * (30 + column + 0.5) - 0.5) / 2;
      expect(Math.abs(data[(30 * 60 + column) * 4] - exact)).toBeLessThanOrEqual(0.75);
    }
  });

  test('the mean of a square picture is kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 3, max: 8 }), (seed, factor) => {
        const pixels = noise(16 * factor, 16 * factor, 3, seed);
        const mean = (levels: ArrayLike<number>) =>
          Array.from(levels).reduce((sum, level) => sum + level, 0) / levels.length;
        // The border's samples count a little more or less than the others.
        expect(Math.abs(mean(rgb(cropToSquare(pixels, 16))) - mean(pixels.data))).toBeLessThan(3);
      }),
      { numRuns: 30 },
    );
  });

  test('transposing before or after is the same, within the rounding between the passes', () => {
    fc.assert(
      fc.property(anyPicture(8, 60), (pixels) => {
        const before = cropToSquare(transpose(pixels), 16);
        const after = transpose(cropToSquare(pixels, 16));
        expect(distance(rgb(before), rgb(after))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  test('only the square counts: what lies outside its filters changes nothing', () => {
    const inside = noise(200, 50, 3, 1);
    const painted = picture(200, 50, (x, y, c) =>
      x < 60 || x >= 140 ? 255 : inside.data[(y * 200 + x) * 3 + c],
    );
    expect(cropToSquare(painted, 25)).toEqual(cropToSquare(inside, 25));
  });
});

describe('the network’s input', () => {
  test('blue, green, red minus the means, not divided', () => {
    const input = preprocess({
      width: 2,
      height: 1,
      channels: 3,
      data: Uint8Array.of(255, 128, 0, 10, 20, 30),
    });
    const expected = [0 - 103.939, 128 - 116.779, 255 - 123.68, 30 - 103.939, 20 - 116.779, 10 - 123.68];
    expect([...input]).toEqual([...Float32Array.from(expected)]);
  });

  test('an alpha channel is left out', () => {
    const colours = preprocess(noise(5, 4, 3, 2));
    expect(colours).toHaveLength(5 * 4 * 3);
    expect(preprocess(noise(5, 4, 4, 2))).toEqual(colours);
  });
});

import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { blackPng } from '../../../../../scripts/bad-pictures.ts';
import { AtlasError } from '../../errors.ts';
import { inspectPicture, pictureFormat, type PictureFormat } from './inspect.ts';

const noise = (width: number, height: number) => {
  const data = new Uint8Array(width * height * 3).map((_, at) => (at * at * 7 + at * 13) >> 3);
  return sharp(data, { raw: { width, height, channels: 3 } });
};

/** A BMP of 24 bits per pixel. */
function bmp(width: number, height: number): Uint8Array {
  const stride = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + stride * height, 0x55);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(-height, 22);
  return file;
}

const files: [string, PictureFormat, () => Promise<Uint8Array>][] = [
  ['JPEG', 'jpeg', () => noise(40, 24).jpeg().toBuffer()],
  ['progressive JPEG', 'jpeg', () => noise(40, 24).jpeg({ progressive: true }).toBuffer()],
  ['PNG', 'png', () => noise(40, 24).png().toBuffer()],
  ['GIF', 'gif', () => noise(40, 24).gif().toBuffer()],
  ['WebP', 'webp', () => noise(40, 24).webp().toBuffer()],
  ['lossless WebP', 'webp', () => noise(40, 24).webp({ lossless: true }).toBuffer()],
  ['WebP with a profile', 'webp', () => noise(40, 24).withIccProfile('p3').webp().toBuffer()],
  ['AVIF', 'heif', () => noise(40, 24).avif().toBuffer()],
  ['BMP', 'bmp', async () => bmp(40, 24)],
];

/** The code of the error that inspecting throws. */
function failure(bytes: Uint8Array): string {
  try {
    inspectPicture(bytes, 'picture');
    return 'none';
  } catch (error) {
    return error instanceof AtlasError ? error.code : String(error);
  }
}

describe.each(files)('%s', (_, format, make) => {
  test('format and size', async () => {
    expect(inspectPicture(await make(), 'picture')).toEqual({ format, width: 40, height: 24 });
  });

  test('what follows the end does not matter', async () => {
    const file = Buffer.concat([await make(), Buffer.alloc(8)]);
    expect(inspectPicture(file, 'picture')).toEqual({ format, width: 40, height: 24 });
  });

  test('cut off anywhere, it is refused', async () => {
    const file = await make();
    const boxEnds = new Set<number>();
    if (format === 'heif') {
      for (let at = 0; at < file.length;) boxEnds.add((at += Buffer.from(file).readUInt32BE(at)));
    }
    for (let length = 0; length < file.length; length++) {
      if (boxEnds.has(length)) continue;
      const start = file.slice(0, length);
      const code =
        length === 0 ? 'pictureEmpty' : pictureFormat(start) ? 'pictureTruncated' : 'pictureUnreadable';
      expect([length, failure(start)]).toEqual([length, code]);
    }
  });

  test('damaged anywhere, it gives an AtlasError or none', async () => {
    const file = await make();
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), fc.nat(file.length), (at, value, length) => {
        const damaged = Uint8Array.from(file).slice(0, length);
        damaged[at] = value;
        expect(failure(damaged)).toMatch(/^(none|picture[A-Z]\w+)$/);
      }),
      { numRuns: 500 },
    );
  });
});

test('the end marker of a JPEG’s preview is not the JPEG’s own', async () => {
  const preview = await noise(24, 16).jpeg().toBuffer();
  const file = await noise(80, 60).jpeg().toBuffer();
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 0]), Buffer.from('Preview\0'), preview]);
  segment.writeUInt16BE(segment.length - 2, 2);
  const whole = Buffer.concat([file.subarray(0, 2), segment, file.subarray(2)]);
  expect(inspectPicture(whole, 'picture')).toEqual({ format: 'jpeg', width: 80, height: 60 });
  expect(failure(whole.subarray(0, whole.length - 200))).toBe('pictureTruncated');
});

test.each([
  [16, 16, 'none'],
  [15, 400, 'pictureTooSmall'],
  [400, 15, 'pictureTooSmall'],
  [1, 1, 'pictureTooSmall'],
  [8000, 8000, 'none'],
  [8001, 8000, 'pictureTooLarge'],
  [12000, 12000, 'pictureTooLarge'],
  [16384, 16, 'none'],
  [16385, 16, 'pictureTooLarge'],
  [16, 16385, 'pictureTooLarge'],
  [20000, 20, 'pictureTooLarge'],
  [20000, 1, 'pictureTooLarge'],
])('%i × %i: %s', (width, height, code) => {
  expect(failure(blackPng(width, height))).toBe(code);
});

test.each([
  ['nothing', '', 'pictureEmpty'],
  ['a text', 'GIF is what this text begins with', 'pictureUnreadable'],
  ['a page', '<!doctype html><title>Not found</title>', 'pictureUnreadable'],
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>', 'pictureUnreadable'],
])('%s is no picture', (_, words, code) => {
  expect(failure(new TextEncoder().encode(words))).toBe(code);
});

test('errors carry the name and the size', () => {
  expect(() => inspectPicture(blackPng(20, 3), 'thin.png')).toThrow(
    new AtlasError('pictureTooSmall', { name: 'thin.png', width: 20, height: 3, minimum: 16 }),
  );
});

test('any bytes give an AtlasError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(failure(bytes)).toMatch(/^picture[A-Z]\w+$/);
    }),
  );
});

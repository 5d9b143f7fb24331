/**
 * Odd and bad picture files for tests, made into a folder:
 *     node scripts/run.mjs scripts/bad-pictures.ts FOLDER
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import type { ErrorCode } from '../src/lib/model/errors.ts';

/** Most files show this: four flat quarters (top left, top right, bottom left, bottom right), other in each of the
 * eight orientations. The quarters' borders lie between JPEG's blocks, so that compression keeps them flat. */
export const quarters = {
  width: 96,
  height: 64,
  colours: [
    [200, 40, 40],
    [40, 160, 60],
    [50, 70, 200],
    [230, 220, 90],
  ],
} as const;

type Level = (x: number, y: number, channel: number) => number;

export const quartersLevel: Level = (x, y, channel) =>
  quarters.colours[(y < quarters.height / 2 ? 0 : 2) + (x < quarters.width / 2 ? 0 : 1)][channel];

function draw(width: number, height: number, channels: 3 | 4, level: Level): Sharp {
  const data = new Uint8Array(width * height * channels);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < channels; channel++) data[at++] = level(x, y, channel);
    }
  }
  return sharp(data, { raw: { width, height, channels } });
}

const drawQuarters = (): Sharp => draw(quarters.width, quarters.height, 3, quartersLevel);

const best = { quality: 100, chromaSubsampling: '4:4:4' };

/**
 * Where the upright picture's pixel lies that is stored at (x, y), per EXIF orientation.
 * Source: EXIF 2.3, tag 0112: which visual sides the stored 0th row and 0th column are.
 */
const uprightPosition: Record<
  number,
  (x: number, y: number, right: number, bottom: number) => [number, number]
> = {
  1: (x, y) => [x, y],
  2: (x, y, right) => [right - x, y],
  3: (x, y, right, bottom) => [right - x, bottom - y],
  4: (x, y, _right, bottom) => [x, bottom - y],
  5: (x, y) => [y, x],
  6: (x, y, right) => [right - y, x],
  7: (x, y, right, bottom) => [right - y, bottom - x],
  8: (x, y, _right, bottom) => [y, bottom - x],
};

function oriented(orientation: number): Promise<Uint8Array> {
  const { width, height } = quarters;
  const [storedWidth, storedHeight] = orientation < 5 ? [width, height] : [height, width];
  const stored = draw(storedWidth, storedHeight, 3, (x, y, channel) => {
    const [uprightX, uprightY] = uprightPosition[orientation](x, y, width - 1, height - 1);
    return quartersLevel(uprightX, uprightY, channel);
  });
  return stored.withMetadata({ orientation }).jpeg(best).toBuffer();
}

/** Opaque at the left, clear at the right, in quarter steps of levels that alpha divides unevenly. */
const transparent = (): Promise<Uint8Array> =>
  draw(256, 64, 4, (x, y, channel) => (channel < 3 ? (y * 4 + channel * 41) & 255 : 255 - x))
    .png()
    .toBuffer();

/** Each level of the high byte with many of the low one, so that the way from 16 bits to 8 shows. */
const sixteenBits = (channels: 3 | 4): Promise<Uint8Array> =>
  sharp(
    Uint16Array.from({ length: 96 * 64 * channels }, (_, index) => (index * 2731) & 0xffff),
    { raw: { width: 96, height: 64, channels } },
  )
    .toColourspace('rgb16')
    .png()
    .toBuffer();

async function animation(): Promise<Uint8Array> {
  const colours = [quarters.colours[0], quarters.colours[2]];
  const frames = await Promise.all(
    colours.map((colour) =>
      draw(64, 48, 3, (_x, _y, channel) => colour[channel])
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100], loop: 0 })
    .toBuffer();
}

/** A black picture of 1 bit per pixel: small on disk whatever its size. */
export function blackPng(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8 + body.length);
    frame.writeUInt32BE(data.length);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), 4 + body.length);
    return frame;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = Buffer.alloc((1 + Math.ceil(width / 8)) * height);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

const cut = async (file: Uint8Array | Promise<Uint8Array>): Promise<Uint8Array> => {
  const bytes = await file;
  return bytes.subarray(0, Math.floor(bytes.length * 0.7));
};

export interface OddPicture {
  readonly file: string;
  /** What opening it must say; null: it can be opened. */
  readonly error: ErrorCode | null;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}

const opens = (file: string, make: OddPicture['make']): OddPicture => ({ file, error: null, make });
const fails = (file: string, error: ErrorCode, make: OddPicture['make']): OddPicture => ({
  file,
  error,
  make,
});

const page = '<!doctype html><html lang="en"><title>Not found</title><p>There is nothing here.</p></html>';
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64"/></svg>';

export const badPictures: readonly OddPicture[] = [
  fails('empty.png', 'pictureEmpty', () => new Uint8Array()),
  fails('text.png', 'pictureUnreadable', () => text('This is a text, whatever its name says.\n'.repeat(20))),
  fails('page.jpg', 'pictureUnreadable', () => text(page)),
  fails('drawing.svg', 'pictureUnreadable', () => text(drawing)),
  fails('truncated.jpg', 'pictureTruncated', () => cut(drawQuarters().jpeg().toBuffer())),
  fails('truncated.png', 'pictureTruncated', () => cut(drawQuarters().png().toBuffer())),
  fails('truncated.gif', 'pictureTruncated', () => cut(drawQuarters().gif().toBuffer())),
  fails('truncated.webp', 'pictureTruncated', () => cut(drawQuarters().webp().toBuffer())),
  fails('truncated.avif', 'pictureTruncated', () => cut(drawQuarters().avif().toBuffer())),
  fails('1x1.png', 'pictureTooSmall', () => blackPng(1, 1)),
  fails('400x15.png', 'pictureTooSmall', () => blackPng(400, 15)),
  fails('20000x20.png', 'pictureTooLarge', () => blackPng(20000, 20)),
  fails('12000x12000.png', 'pictureTooLarge', () => blackPng(12000, 12000)),

  opens('16x16.png', () => blackPng(16, 16)),
  opens('quarters.png', () => drawQuarters().png().toBuffer()),
  opens('quarters.webp', () => drawQuarters().webp({ lossless: true }).toBuffer()),
  opens('quarters.gif', () => drawQuarters().gif().toBuffer()),
  opens('quarters.avif', () => drawQuarters().avif({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()),
  opens('palette.png', () => drawQuarters().png({ palette: true, colours: 4 }).toBuffer()),
  opens('progressive.jpg', () =>
    drawQuarters()
      .jpeg({ ...best, progressive: true })
      .toBuffer(),
  ),
  opens('picture.txt', () => drawQuarters().png().toBuffer()),
  opens('animated.gif', animation),
  opens('grey.png', () => drawQuarters().greyscale().png().toBuffer()),
  opens('grey.jpg', () => drawQuarters().greyscale().jpeg(best).toBuffer()),
  opens('grey-transparent.png', () =>
    draw(256, 64, 4, (x, y, channel) => (channel < 3 ? y * 4 : 255 - x))
      .toColourspace('b-w')
      .png()
      .toBuffer(),
  ),
  opens('16-bit.png', () => sixteenBits(3)),
  opens('16-bit-transparent.png', () => sixteenBits(4)),
  opens('cmyk.jpg', () => drawQuarters().toColourspace('cmyk').jpeg(best).toBuffer()),
  opens('cmyk-profile.jpg', () => drawQuarters().withIccProfile('cmyk').jpeg(best).toBuffer()),
  opens('display-p3.png', () => drawQuarters().withIccProfile('p3').png().toBuffer()),
  opens('transparent.png', transparent),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation) =>
    opens(`orientation-${orientation}.jpg`, () => oriented(orientation)),
  ),
];

/** Makes all of them in `folder` (which need not exist) and tells where. */
export async function writeBadPictures(
  folder: string,
): Promise<{ readonly file: string; readonly path: string; readonly error: ErrorCode | null }[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    badPictures.map(async ({ file, error, make }) => {
      const path = join(folder, file);
      await writeFile(path, await make());
      return { file, path, error };
    }),
  );
}

export async function main([folder]: string[]): Promise<number> {
  if (!folder) {
    console.error('Name the folder that the pictures are to be written to.');
    return 2;
  }
  const written = await writeBadPictures(resolve(process.env.INIT_CWD ?? '.', folder));
  console.log(`${written.length} pictures in ${folder}`);
  return 0;
}

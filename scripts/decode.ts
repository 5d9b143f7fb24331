/** Decoding in Node. The browser's counterpart is `src/lib/model/engine/picture/decode.ts`. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { inspectPicture } from '../src/lib/model/engine/picture/inspect.ts';
import { AtlasError } from '../src/lib/model/errors.ts';
import type { Pixels } from '../src/lib/model/protocol.ts';

async function read(path: string, name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    throw new AtlasError('pictureNotFound', { name }, { cause });
  }
}

/** RGBA → RGB on white, rounded to the nearest level as a canvas does (libvips' `flatten` rounds down). */
function onWhite(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = rgba[from + 3];
    for (let channel = 0; channel < 3; channel++) {
      rgb[to + channel] = Math.round((rgba[from + channel] * alpha) / 255) + 255 - alpha;
    }
  }
  return rgb;
}

/** CMYK → RGB as browsers do without a profile: each ink takes away its share of the light. */
function fromInks(cmyk: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((cmyk.length / 4) * 3);
  for (let from = 0, to = 0; from < cmyk.length; from += 4, to += 3) {
    const light = (255 - cmyk[from + 3]) / 255;
    for (let channel = 0; channel < 3; channel++) rgb[to + channel] = (255 - cmyk[from + channel]) * light;
  }
  return rgb;
}

async function decode(bytes: Uint8Array): Promise<Pixels> {
  const image = sharp(bytes, { failOn: 'error', ignoreIcc: true });
  const inks = (await image.metadata()).space === 'cmyk';
  const upright = image.autoOrient();
  const converted = inks
    ? upright.pipelineColourspace('cmyk').toColourspace('cmyk')
    : upright.toColourspace('srgb');
  const { data, info } = await converted.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels === 3) return { width, height, channels, data };
  return { width, height, channels: 3, data: inks ? fromInks(data) : onWhite(data) };
}

/**
 * Decodes a picture file: its first frame, upright (EXIF), on white, 8 bits per channel.
 * Levels are taken as stored: embedded colour profiles are ignored, as they were in training and are in the reference
 * values.
 * @param name is carried in the errors
 * @throws AtlasError pictureNotFound, pictureEmpty, pictureUnreadable, pictureTruncated, pictureTooSmall,
 *   pictureTooLarge
 */
export async function decodeFile(path: string, name = path): Promise<Pixels> {
  const bytes = await read(path, name);
  inspectPicture(bytes, name);
  try {
    return await decode(bytes);
  } catch (cause) {
    throw new AtlasError('pictureUnreadable', { name }, { cause });
  }
}

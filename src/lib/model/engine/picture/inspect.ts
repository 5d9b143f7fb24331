/** What a picture file says about itself, checked before anything is decoded: the same on every host. */
import { BMP } from 'image-size/types/bmp';
import { GIF } from 'image-size/types/gif';
import { HEIF } from 'image-size/types/heif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import { AtlasError } from '../../errors.ts';
import { endsEarly } from './truncation.ts';

/** Shortest side that is shown to the network, in pixels: below it, enlarging to 224 invents nearly all it sees. */
export const minimumSide = 16;
/** 64 megapixels are 256 MB once decoded. */
export const limitMegapixels = 64;
/** The longest side of a canvas in any browser. */
export const maximumSide = 16384;

const readers = { jpeg: JPG, png: PNG, gif: GIF, webp: WEBP, heif: HEIF, bmp: BMP };

/** Formats that some host decodes ('heif' includes AVIF); whether this one does, its decoder will say. */
export type PictureFormat = keyof typeof readers;

/** More than enough bytes for `pictureFormat`. */
export const headBytes = 4096;

/** The format that a file's first bytes announce, whatever its name says. */
export function pictureFormat(head: Uint8Array): PictureFormat | undefined {
  return (Object.keys(readers) as PictureFormat[]).find((format) => {
    try {
      return readers[format].validate(head);
    } catch {
      return false;
    }
  });
}

export interface PictureInfo {
  readonly format: PictureFormat;
  /** As stored: before EXIF turns it upright. */
  readonly width: number;
  readonly height: number;
}

function dimensions(bytes: Uint8Array, format: PictureFormat, name: string) {
  try {
    const { width, height, images = [] } = readers[format].calculate(bytes);
    return {
      width: Math.max(width, ...images.map((image) => image.width)),
      height: Math.max(height, ...images.map((image) => image.height)),
    };
  } catch (cause) {
    throw new AtlasError('pictureUnreadable', { name }, { cause });
  }
}

/**
 * Checks a whole file.
 * @param name is carried in the errors
 * @throws AtlasError pictureEmpty, pictureUnreadable, pictureTruncated, pictureTooSmall, pictureTooLarge
 */
export function inspectPicture(bytes: Uint8Array, name: string): PictureInfo {
  if (bytes.length === 0) throw new AtlasError('pictureEmpty', { name });
  const format = pictureFormat(bytes);
  if (!format) throw new AtlasError('pictureUnreadable', { name });
  if (endsEarly[format](bytes)) throw new AtlasError('pictureTruncated', { name });
  const { width, height } = dimensions(bytes, format, name);
  if (Math.max(width, height) > maximumSide || width * height > limitMegapixels * 1e6) {
    throw new AtlasError('pictureTooLarge', { name, width, height, limitMegapixels });
  }
  if (Math.min(width, height) < minimumSide) {
    throw new AtlasError('pictureTooSmall', { name, width, height, minimum: minimumSide });
  }
  return { format, width, height };
}

/** Does a picture file end before the picture does? Told from the file's structure alone, without decoding. */
import type { PictureFormat } from './inspect.ts';

const big32 = (bytes: Uint8Array, at: number) =>
  ((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]) >>> 0;

const little32 = (bytes: Uint8Array, at: number) =>
  ((bytes[at + 3] << 24) | (bytes[at + 2] << 16) | (bytes[at + 1] << 8) | bytes[at]) >>> 0;

/**
 * No end marker. Segments are stepped over, because the preview inside an EXIF segment has an end marker of its own;
 * in between, compressed data has FF only as FF 00 or as a marker. Source: ITU-T T.81, annex B.
 */
function jpegEndsEarly(bytes: Uint8Array): boolean {
  let at = 2;
  while (at < bytes.length) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === 0xff) at += 1;
    else if (marker === 0xd9) return false;
    else if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + Math.max(2, (bytes[at + 2] << 8) | bytes[at + 3]);
  }
  return true;
}

/** No IEND chunk. */
function pngEndsEarly(bytes: Uint8Array): boolean {
  const iend = 0x49454e44;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = big32(bytes, at + 4);
    at += 12 + big32(bytes, at);
    if (type === iend) return at > bytes.length;
  }
  return true;
}

/** No trailer after the last block. Source: GIF89a, appendix A. */
function gifEndsEarly(bytes: Uint8Array): boolean {
  const colourTable = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  const afterSubBlocks = (start: number) => {
    let at = start;
    while (bytes[at] > 0) at += 1 + bytes[at];
    return at + 1;
  };
  let at = 13 + colourTable(bytes[10]);
  while (at < bytes.length) {
    if (bytes[at] === 0x21) at = afterSubBlocks(at + 2);
    else if (bytes[at] === 0x2c) at = afterSubBlocks(at + 11 + colourTable(bytes[at + 9]));
    // 3B is the trailer; anything else is damage, which the decoder judges.
    else return false;
  }
  return true;
}

/** Shorter than the length in its RIFF header. */
const webpEndsEarly = (bytes: Uint8Array) => bytes.length < 8 + little32(bytes, 4);

/** A box reaches beyond the end. Size 0 means "to the end", 1 "64 bits follow". Source: ISO/IEC 14496-12. */
function heifEndsEarly(bytes: Uint8Array): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = big32(bytes, at);
    if (size === 1) at += big32(bytes, at + 8) * 2 ** 32 + big32(bytes, at + 12);
    else if (size >= 8) at += size;
    else return false;
  }
  return at !== bytes.length;
}

/** Shorter than the length in its header, or than the shortest header. */
const bmpEndsEarly = (bytes: Uint8Array) => bytes.length < Math.max(26, little32(bytes, 2));

export const endsEarly: Readonly<Record<PictureFormat, (bytes: Uint8Array) => boolean>> = {
  jpeg: jpegEndsEarly,
  png: pngEndsEarly,
  gif: gifEndsEarly,
  webp: webpEndsEarly,
  heif: heifEndsEarly,
  bmp: bmpEndsEarly,
};

/** Decoding in the browser; runs in a worker. Node's counterpart is `scripts/decode.ts`. */
import { AtlasError } from '../../errors.ts';
import type { Pixels } from '../../protocol.ts';
import { headBytes, inspectPicture, pictureFormat } from './inspect.ts';

/** Some browsers draw nothing on a canvas of more than 16 megapixels (Safari on iOS): read in strips, well below. */
const stripPixels = 4e6;

/** The file's bytes; a file that is no picture is not read further than its head, however large. */
async function read(file: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    return pictureFormat(head) ? new Uint8Array(await file.arrayBuffer()) : head;
  } catch (cause) {
    // A folder, or a file that has gone since it was chosen.
    throw new AtlasError('pictureNotFound', { name }, { cause });
  }
}

/** Draws on white, a strip at a time. */
function readBitmap(bitmap: ImageBitmap): Pixels {
  const { width, height } = bitmap;
  const data = new Uint8ClampedArray(width * height * 4);
  const stripHeight = Math.min(height, Math.max(1, Math.floor(stripPixels / width)));
  const canvas = new OffscreenCanvas(width, stripHeight);
  // Kept off the graphics card, whose blending and reading back differ from device to device.
  const context = canvas.getContext('2d', { colorSpace: 'srgb', willReadFrequently: true });
  if (!context) throw new Error('no 2D context');
  context.fillStyle = '#fff';
  for (let top = 0; top < height; top += stripHeight) {
    const rows = Math.min(stripHeight, height - top);
    context.fillRect(0, 0, width, rows);
    context.drawImage(bitmap, 0, -top);
    data.set(context.getImageData(0, 0, width, rows).data, top * width * 4);
  }
  return { width, height, channels: 4, data };
}

/**
 * Decodes a picture file: its first frame, upright (EXIF), on white, 8 bits per channel.
 * Levels are taken as stored: embedded colour profiles are ignored, as they were in training and are in the reference
 * values.
 * @param name is carried in the errors
 * @throws AtlasError pictureNotFound, pictureEmpty, pictureUnreadable, pictureTruncated, pictureTooSmall,
 *   pictureTooLarge
 */
export async function decodePicture(file: Blob, name: string): Promise<Pixels> {
  const bytes = await read(file, name);
  const { format } = inspectPicture(bytes, name);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes], { type: `image/${format}` }), {
      imageOrientation: 'from-image',
      colorSpaceConversion: 'none',
    });
  } catch (cause) {
    throw new AtlasError('pictureUnreadable', { name }, { cause });
  }
  try {
    return readBitmap(bitmap);
  } finally {
    bitmap.close();
  }
}

/** A gradient as colours: which scale a map has, and what a gradient of the picture's own colours looks like. */
import { statistics } from '../model/statistics.ts';
import { colourScale, position, type ColourScale } from './colour.ts';

/** Diverging for signed values, sequential for norms. */
export const gradientScale = (values: Float32Array, signed: boolean): ColourScale =>
  colourScale(statistics(values), signed);

/**
 * A gradient by colour as a picture: grey is zero, as far to either side as the scale reaches.
 * @param channels red, then green, then blue, each row by row
 * @returns RGBA; a value that is no number leaves its pixel transparent
 */
export function gradientColours(channels: Float32Array, scale: ColourScale): Uint8ClampedArray<ArrayBuffer> {
  const area = channels.length / 3;
  const pixels = new Uint8ClampedArray(area * 4);
  for (let i = 0; i < area; i++) {
    const colours = [0, 1, 2].map((c) => channels[c * area + i]);
    if (!colours.every(Number.isFinite)) continue;
    pixels.set([...colours.map((value) => 255 * position(scale, value)), 255], i * 4);
  }
  return pixels;
}

/** A picture as a small network reads it, turned back into what it was made from. */
import type { Shape } from '../model/architecture/graph.ts';

export interface PlainPicture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Undoes the task's normalisation: level = value · deviation + mean, 0 dark and 1 bright. Levels beyond (noise) are
 * clipped; one channel is grey, three are red, green and blue.
 *
 * @param inputs [n, height, width, channels]
 */
export function taskPicture(
  inputs: Float32Array,
  index: number,
  [height, width, channels]: Shape,
  { mean, deviation }: { readonly mean: readonly number[]; readonly deviation: readonly number[] },
): PlainPicture {
  const area = height * width;
  const data = new Uint8ClampedArray(area * 4).fill(255);
  for (let at = 0; at < area; at++) {
    for (let colour = 0; colour < 3; colour++) {
      const channel = channels === 1 ? 0 : colour;
      const value = inputs[(index * area + at) * channels + channel];
      data[at * 4 + colour] = 255 * (value * deviation[channel] + mean[channel]);
    }
  }
  return { width, height, data };
}

/** Fog put into a picture by the law that a camera sees it by: a stated assumption about distances, no weather. */
import { transmission, type Fog } from '../../feeding.ts';
import type { Crop } from './preprocess.ts';

/**
 * Each pixel J becomes J·t + A·(1 − t), t = e^(−βd) (Koschmieder 1924). The distance d grows evenly from the lowest row
 * to the highest; A is the same in all three colours.
 */
export function putFog(picture: Crop, fog: Fog): Crop {
  const { width, height } = picture;
  const data = new Uint8ClampedArray(picture.data);
  for (let row = 0; row < height; row++) {
    const t = transmission(fog, height > 1 ? 1 - row / (height - 1) : 0);
    for (let at = row * width * 4; at < (row + 1) * width * 4; at += 4) {
      for (let channel = 0; channel < 3; channel++)
        data[at + channel] = data[at + channel] * t + fog.light * (1 - t);
    }
  }
  return { ...picture, data };
}

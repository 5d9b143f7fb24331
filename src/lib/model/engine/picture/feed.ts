/** From decoded pixels to the network's input in ways other than that of training, and what they look like to it. */
import { meansBGR } from '../../architecture/imageNet.ts';
import { asTrained, type Feed, type Levels } from '../../feeding.ts';
import { fitCut } from '../../pictureCut.ts';
import type { Pixels } from '../../protocol.ts';
import { cutPixels } from './cut.ts';
import { putFog } from './fog.ts';
import { cropToSquare, inputSide, preprocess, squeezeToSquare, type Crop } from './preprocess.ts';
import { warpPicture } from './warp.ts';

/** The square of the picture, before its levels are made into numbers. */
export function squareOf(
  pixels: Pixels,
  { fit = 'crop', cut, shorter = inputSide, corner, warp, fog }: Feed,
): Crop {
  const from = cut ? cutPixels(pixels, fitCut(cut, pixels)) : pixels;
  const side = Math.max(inputSide, shorter);
  const square = (fit === 'squeeze' ? squeezeToSquare : cropToSquare)(from, side);
  const crop = side === inputSide ? square : partOf(square, corner);
  const warped = warp ? warpPicture(crop, warp) : crop;
  return fog ? putFog(warped, fog) : warped;
}

/** A square of the input's size out of a larger one; the middle where no corner is given. */
function partOf({ width, data }: Crop, corner?: Feed['corner']): Crop {
  const room = width - inputSide;
  const within = (at: number) => Math.max(0, Math.min(room, Math.round(at)));
  const left = within(corner?.left ?? room >> 1);
  const top = within(corner?.top ?? room >> 1);
  const part = new Uint8ClampedArray(inputSide * inputSide * 4);
  for (let row = 0; row < inputSide; row++) {
    const from = ((top + row) * width + left) * 4;
    part.set(data.subarray(from, from + inputSide * 4), row * inputSide * 4);
  }
  return { width: inputSide, height: inputSide, channels: 4, data: part };
}

/** The network's input, [height, width, 3]. */
export function applyLevels(crop: Crop, levels: Levels = asTrained): Float32Array<ArrayBuffer> {
  if (levels === asTrained) return preprocess(crop);
  const { order, scale, means, deviations } = levels;
  const { data } = crop;
  const input = new Float32Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    for (let channel = 0; channel < 3; channel++) {
      const level = data[from + (order === 'rgb' ? channel : 2 - channel)];
      input[to + channel] = (level * scale - means[channel]) / deviations[channel];
    }
  }
  return input;
}

/**
 * The picture that gives this input when it is prepared as in training: what the network takes it for. Levels are
 * rounded, and those that no picture has limited to 0 … 255.
 */
export function seenIn(input: Float32Array): Crop {
  const data = new Uint8ClampedArray((input.length / 3) * 4).fill(255);
  for (let from = 0, to = 0; from < input.length; from += 3, to += 4) {
    for (let channel = 0; channel < 3; channel++) {
      data[to + 2 - channel] = input[from + channel] + meansBGR[channel];
    }
  }
  const side = Math.sqrt(data.length / 4);
  return { width: side, height: side, channels: 4, data };
}

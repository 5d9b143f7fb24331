/** From decoded pixels to the network's input: one implementation, so that every host computes the same numbers. */
import { meansBGR } from '../../architecture/imageNet.ts';
import type { Pixels } from '../../protocol.ts';
import { resampleLines, resamplingTaps, triangle } from './resample.ts';

/** Side of the square that ResNet-50 sees, in pixels. */
export const inputSide = 224;

/** An opaque square picture, RGBA, 8 bits per channel: what the network sees, ready to be shown. */
export interface Crop {
  readonly width: number;
  readonly height: number;
  readonly channels: 4;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** The size to which a picture is resized, and where in it the square begins. In pixels. */
export interface CropGeometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
}

/** Rounds halves to the even neighbour, as Python does. */
function roundHalfToEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/**
 * The shorter side becomes `side`; the longer one keeps the ratio, rounded down; the square is centred.
 * Source: torchvision's `Resize(side)` and `CenterCrop(side)`, whose roundings these are.
 */
export function cropGeometry(width: number, height: number, side = inputSide): CropGeometry {
  const shorter = Math.min(width, height);
  const resized = (length: number) => Math.floor((side * length) / shorter);
  const start = (length: number) => roundHalfToEven((resized(length) - side) / 2);
  return { width: resized(width), height: resized(height), left: start(width), top: start(height) };
}

/**
 * The picture's centre as a square of `side` pixels, resized with a triangle filter that widens with the scale
 * (antialiased bilinear). Only what the square needs is computed. A picture of exactly that size passes through
 * untouched. An alpha channel is ignored: pixels come composited.
 */
export function cropToSquare(pixels: Pixels, side = inputSide): Crop {
  return resizeToSquare(pixels, side, cropGeometry(pixels.width, pixels.height, side));
}

/** The whole picture, resized to a square whatever its shape: what it shows becomes narrower or flatter. */
export function squeezeToSquare(pixels: Pixels, side = inputSide): Crop {
  return resizeToSquare(pixels, side, { width: side, height: side, left: 0, top: 0 });
}

function resizeToSquare(pixels: Pixels, side: number, resized: CropGeometry): Crop {
  const { width, height, channels, data } = pixels;
  const result = new Uint8ClampedArray(side * side * 4).fill(255);
  const columns = resamplingTaps(width, resized.width, resized.left, side, triangle);
  const rows = resamplingTaps(height, resized.height, resized.top, side, triangle);

  const firstRow = rows.first[0];
  const rowCount = rows.first[side - 1] + rows.lengths[side - 1] - firstRow;
  const narrowed = new Uint8Array(rowCount * side * 3);
  resampleLines(
    { data, offset: firstRow * width * channels, step: channels, pitch: width * channels },
    { data: narrowed, offset: 0, step: 3, pitch: side * 3 },
    columns,
    rowCount,
  );
  resampleLines(
    { data: narrowed, offset: -firstRow * side * 3, step: side * 3, pitch: 3 },
    { data: result, offset: 0, step: side * 4, pitch: 4 },
    rows,
    side,
  );
  return { width: side, height: side, channels: 4, data: result };
}

/**
 * The network's input: [height, width, 3] of (blue, green, red) − means, row by row, in levels of 0 … 255.
 * No division: He's release was trained on unscaled levels.
 */
export function preprocess(crop: Pixels): Float32Array<ArrayBuffer> {
  const { width, height, channels, data } = crop;
  const [meanBlue, meanGreen, meanRed] = meansBGR;
  const input = new Float32Array(width * height * 3);
  for (let from = 0, to = 0; to < input.length; from += channels, to += 3) {
    input[to] = data[from + 2] - meanBlue;
    input[to + 1] = data[from + 1] - meanGreen;
    input[to + 2] = data[from] - meanRed;
  }
  return input;
}

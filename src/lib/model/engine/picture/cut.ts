/** Cuts a square from decoded pixels, before anything else is done to them: one implementation for all hosts. */
import { isQuarterTurn, rotation, turnedSize, type PictureCut } from '../../pictureCut.ts';
import type { Pixels } from '../../protocol.ts';

const white = 255;

/**
 * The square as a picture of its own. At a multiple of 90° its pixels are the original's; at other angles they are
 * interpolated between the four nearest, and what lies outside the picture is white.
 * @param cut lies on the turned picture, see `fitCut`
 */
export function cutPixels(pixels: Pixels, cut: PictureCut): Pixels {
  const { channels } = pixels;
  const { side } = cut;
  const data = new Uint8ClampedArray(side * side * channels);
  (isQuarterTurn(cut.turn) ? copy : interpolate)(pixels, cut, data);
  return { width: side, height: side, channels, data };
}

/** Position in the original of the middle of the square's pixel (column, row), in pixels; steps per column and row. */
function originalPosition({ width, height }: Pixels, { turn, left, top }: PictureCut) {
  const { cos, sin } = rotation(turn);
  const turned = turnedSize({ width, height }, turn);
  const x = left + 0.5 - turned.width / 2;
  const y = top + 0.5 - turned.height / 2;
  return {
    x: x * cos + y * sin + width / 2 - 0.5,
    y: -x * sin + y * cos + height / 2 - 0.5,
    perColumn: { x: cos, y: -sin },
    perRow: { x: sin, y: cos },
  };
}

function copy(pixels: Pixels, cut: PictureCut, to: Uint8ClampedArray): void {
  const { width, channels, data } = pixels;
  const { x, y, perColumn, perRow } = originalPosition(pixels, cut);
  for (let row = 0, at = 0; row < cut.side; row++) {
    for (let column = 0; column < cut.side; column++) {
      const fromX = x + column * perColumn.x + row * perRow.x;
      const fromY = y + column * perColumn.y + row * perRow.y;
      const from = (fromY * width + fromX) * channels;
      for (let channel = 0; channel < channels; channel++) to[at++] = data[from + channel];
    }
  }
}

function interpolate(pixels: Pixels, cut: PictureCut, to: Uint8ClampedArray): void {
  const { width, height, channels, data } = pixels;
  const { x, y, perColumn, perRow } = originalPosition(pixels, cut);
  const level = (column: number, row: number, channel: number) =>
    column < 0 || row < 0 || column >= width || row >= height
      ? white
      : data[(row * width + column) * channels + channel];
  for (let row = 0, at = 0; row < cut.side; row++) {
    for (let column = 0; column < cut.side; column++) {
      const fromX = x + column * perColumn.x + row * perRow.x;
      const fromY = y + column * perColumn.y + row * perRow.y;
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      const [right, below] = [fromX - left, fromY - top];
      for (let channel = 0; channel < channels; channel++) {
        const upper = level(left, top, channel) * (1 - right) + level(left + 1, top, channel) * right;
        const lower = level(left, top + 1, channel) * (1 - right) + level(left + 1, top + 1, channel) * right;
        to[at++] = upper * (1 - below) + lower * below;
      }
    }
  }
}

/** A square picture turned, sheared, enlarged, mirrored or moved: augmentation, the same in all hosts. */
import type { Warp } from '../../feeding.ts';
import type { Crop } from './preprocess.ts';

/** Steps in the original (x, y) per column and row of the result. */
function stepsOf({ zoom = 1, shear = 0, turn = 0, flip = false }: Warp) {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const lean = Math.tan((shear * Math.PI) / 180);
  // Undone from last to first: mirrored, turned, sheared, enlarged.
  const sign = flip ? -1 : 1;
  const original = (x: number, y: number) => {
    const turned = { x: sign * x * cos + y * sin, y: -sign * x * sin + y * cos };
    return { x: (turned.x + lean * turned.y) / zoom, y: turned.y / zoom };
  };
  return { perColumn: original(1, 0), perRow: original(0, 1) };
}

const isMirrorAlone = ({ zoom = 1, shear = 0, turn = 0, right = 0, down = 0 }: Warp) =>
  zoom === 1 && shear === 0 && turn === 0 && right === 0 && down === 0;

/** Interpolated between the four nearest pixels; beyond the border, the border's. Mirrored alone, pixels stay exact. */
export function warpPicture(picture: Crop, warp: Warp): Crop {
  const { width: side } = picture;
  const data = new Uint8ClampedArray(picture.data.length);
  if (isMirrorAlone(warp)) return warp.flip ? mirrored(picture) : picture;
  const { perColumn, perRow } = stepsOf(warp);
  const middle = (side - 1) / 2;
  const [right, down] = [(warp.right ?? 0) * side, (warp.down ?? 0) * side];
  const last = side - 1;
  const within = (at: number) => (at < 0 ? 0 : at > last ? last : at);
  for (let row = 0, at = 0; row < side; row++) {
    for (let column = 0; column < side; column++, at += 4) {
      const [x, y] = [column - middle - right, row - middle - down];
      const fromX = within(middle + x * perColumn.x + y * perRow.x);
      const fromY = within(middle + x * perColumn.y + y * perRow.y);
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [across, below] = [fromX - left, fromY - top];
      const upper = (top * side + left) * 4;
      const lower = upper + (top < last ? side * 4 : 0);
      const next = left < last ? 4 : 0;
      for (let channel = 0; channel < 4; channel++) {
        const level = (from: number) =>
          picture.data[from + channel] * (1 - across) + picture.data[from + next + channel] * across;
        data[at + channel] = level(upper) * (1 - below) + level(lower) * below;
      }
    }
  }
  return { ...picture, data };
}

function mirrored(picture: Crop): Crop {
  const { width, height } = picture;
  const from = new Uint32Array(picture.data.buffer, picture.data.byteOffset, width * height);
  const pixels = new Uint32Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      pixels[row * width + column] = from[row * width + (width - 1 - column)];
    }
  }
  return { ...picture, data: new Uint8ClampedArray(pixels.buffer) };
}

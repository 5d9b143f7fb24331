/** Which square of a picture the network gets, where the reader has chosen one. Arithmetic alone: page and engine. */

/** A square cut from a turned picture. */
export interface PictureCut {
  /** How far the picture is turned, clockwise: degrees, from 0 to below 360. */
  readonly turn: number;
  /** Upper left corner and side in whole pixels of the turned picture, which keeps the size of its pixels. */
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** Shortest side of a square in pixels: below it, enlarging to 224 invents nearly all the network sees. */
export const leastCutSide = 16;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A multiple of 90°, at which pixels only change places: nothing is resampled. */
export const isQuarterTurn = (turn: number): boolean => turn % 90 === 0;

/** Any angle as degrees from 0 to below 360, in tenths. */
export function normalTurn(degrees: number): number {
  const tenths = Math.round(degrees * 10) % 3600;
  return (tenths < 0 ? tenths + 3600 : tenths + 0) / 10; // + 0: never −0
}

/** Cosine and sine, exact at multiples of 90°. */
export function rotation(turn: number): { readonly cos: number; readonly sin: number } {
  if (isQuarterTurn(turn)) {
    const quarter = turn / 90;
    return { cos: [1, 0, -1, 0][quarter], sin: [0, 1, 0, -1][quarter] };
  }
  const angle = (turn * Math.PI) / 180;
  return { cos: Math.cos(angle), sin: Math.sin(angle) };
}

/** The upright rectangle that just holds the turned picture, in whole pixels. Their middles are in the same place. */
export function turnedSize({ width, height }: Size, turn: number): Size {
  const { cos, sin } = rotation(turn);
  const [c, s] = [Math.abs(cos), Math.abs(sin)];
  // A hair less, so that rounding errors add no row.
  return {
    width: Math.ceil(width * c + height * s - 1e-6),
    height: Math.ceil(width * s + height * c - 1e-6),
  };
}

/** The largest square in the middle. */
export function middleCut(picture: Size, turn = 0): PictureCut {
  const { width, height } = turnedSize(picture, turn);
  const side = Math.min(width, height);
  return { turn, left: (width - side) >> 1, top: (height - side) >> 1, side };
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** The nearest square that lies on the turned picture and has whole pixels. */
export function fitCut(cut: PictureCut, picture: Size): PictureCut {
  const turn = normalTurn(cut.turn);
  const { width, height } = turnedSize(picture, turn);
  const side = clamp(Math.round(cut.side), Math.min(leastCutSide, width, height), Math.min(width, height));
  return {
    turn,
    left: clamp(Math.round(cut.left), 0, width - side),
    top: clamp(Math.round(cut.top), 0, height - side),
    side,
  };
}

/** The square round the same place of the picture after it has been turned to another angle. */
export function turnCut(cut: PictureCut, to: number, picture: Size): PictureCut {
  const turn = normalTurn(to);
  const before = turnedSize(picture, cut.turn);
  const after = turnedSize(picture, turn);
  const { cos, sin } = rotation(normalTurn(turn - cut.turn));
  const x = cut.left + cut.side / 2 - before.width / 2;
  const y = cut.top + cut.side / 2 - before.height / 2;
  const side = Math.min(cut.side, after.width, after.height);
  return fitCut(
    {
      turn,
      left: x * cos - y * sin + after.width / 2 - side / 2,
      top: x * sin + y * cos + after.height / 2 - side / 2,
      side,
    },
    picture,
  );
}

export const sameCut = (a: PictureCut | null, b: PictureCut | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.turn === b.turn &&
    a.left === b.left &&
    a.top === b.top &&
    a.side === b.side);

/** The square moved by so many pixels, as far as the picture reaches. */
export const moveCut = (cut: PictureCut, right: number, down: number, picture: Size): PictureCut =>
  fitCut({ ...cut, left: cut.left + right, top: cut.top + down }, picture);

/** Larger or smaller round its middle. */
export function growCut(cut: PictureCut, by: number, picture: Size): PictureCut {
  const { width, height } = turnedSize(picture, cut.turn);
  const side = clamp(cut.side + by, leastCutSide, Math.min(width, height));
  const half = Math.floor((side - cut.side) / 2);
  return fitCut({ ...cut, side, left: cut.left - half, top: cut.top - half }, picture);
}

/** A corner of the square: −1 is left and upper, 1 right and lower. */
export interface Corner {
  readonly x: -1 | 1;
  readonly y: -1 | 1;
}

/** One corner pulled to a place of the turned picture; the opposite one stays. */
export function pullCorner(
  cut: PictureCut,
  corner: Corner,
  to: { x: number; y: number },
  picture: Size,
): PictureCut {
  const { width, height } = turnedSize(picture, cut.turn);
  // The corner that stays, and how much room there is from it.
  const x = corner.x > 0 ? cut.left : cut.left + cut.side;
  const y = corner.y > 0 ? cut.top : cut.top + cut.side;
  const room = Math.min(corner.x > 0 ? width - x : x, corner.y > 0 ? height - y : y);
  const wanted = Math.max((to.x - x) * corner.x, (to.y - y) * corner.y);
  const side = Math.round(clamp(wanted, Math.min(leastCutSide, room), room));
  return fitCut(
    { ...cut, side, left: corner.x > 0 ? x : x - side, top: corner.y > 0 ? y : y - side },
    picture,
  );
}

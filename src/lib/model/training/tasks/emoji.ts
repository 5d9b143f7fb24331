import { RandomStream } from '../random.ts';
import { drawBatch, evenColours, type Task } from './task.ts';

/** As `static/emoji/emoji.json` says (`scripts/emoji.ts`). */
export interface EmojiManifest {
  /** Of one emoji, in pixels. */
  readonly side: number;
  /** Emoji in a row of the sprite. */
  readonly columns: number;
  readonly classes: readonly {
    readonly id: string;
    readonly concepts: readonly {
      readonly name: string;
      /** Kept for tests, in all its drawings. */
      readonly test: boolean;
      /** Set → place in the sprite. */
      readonly tiles: Readonly<Record<string, number>>;
    }[];
  }[];
}

/** The decoded sprite: RGBA, not premultiplied, `width` pixels in a row. */
export interface EmojiSprite {
  readonly width: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Largest distance by which an emoji is moved, in pixels. */
const mostShift = 4;

const { mean, deviation } = evenColours;

/** Puts an emoji on a ground that goes from one random colour to another; moved a little, mirrored or not. */
function compose(
  picture: Float32Array,
  { width, data }: EmojiSprite,
  { side, columns }: EmojiManifest,
  tile: number,
  random: RandomStream,
): void {
  const [left, top] = [(tile % columns) * side, Math.floor(tile / columns) * side];
  const from = [random.uniform(), random.uniform(), random.uniform()];
  const to = [random.uniform(), random.uniform(), random.uniform()];
  const angle = 2 * Math.PI * random.uniform();
  const [perColumn, perRow] = [Math.cos(angle) / (2 * side), Math.sin(angle) / (2 * side)];
  const mirrored = random.uniform() < 0.5;
  const [right, down] = [random.integer(2 * mostShift + 1), random.integer(2 * mostShift + 1)];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const share = 0.5 + (column - side / 2) * perColumn + (row - side / 2) * perRow;
      const y = row - down + mostShift;
      const shifted = column - right + mostShift;
      const x = mirrored ? side - 1 - shifted : shifted;
      const isInside = x >= 0 && x < side && y >= 0 && y < side;
      const at = ((top + y) * width + left + x) * 4;
      const alpha = isInside ? data[at + 3] / 255 : 0;
      for (let c = 0; c < 3; c++) {
        const ground = from[c] + share * (to[c] - from[c]);
        const value = alpha > 0 ? ground + alpha * (data[at + c] / 255 - ground) : ground;
        picture[(row * side + column) * 3 + c] = (value - mean[c]) / deviation[c];
      }
    }
  }
}

/**
 * Emoji of ten classes from five sets, 32 × 32 in colour, values (v − ½) / ¼. Every class, then every emoji of it, then
 * every drawing of that is equally likely. The emoji that are held out appear in no training batch, in no drawing.
 */
export function emojiTask(manifest: EmojiManifest, sprite: EmojiSprite): Task {
  const { side, classes } = manifest;
  const shape = [side, side, 3];
  const sides = [false, true].map((isTest) =>
    classes.map(({ concepts }) => concepts.filter(({ test }) => test === isTest)),
  );
  const draw = (isTest: boolean, random: RandomStream) => (picture: Float32Array) => {
    const label = random.integer(classes.length);
    const concepts = sides[Number(isTest)][label];
    const tiles = Object.values(concepts[random.integer(concepts.length)].tiles);
    compose(picture, sprite, manifest, tiles[random.integer(tiles.length)], random);
    return label;
  };
  return {
    name: 'emoji',
    shape,
    classes: classes.length,
    classNames: classes.map(({ id }) => id),
    colours: evenColours,
    pictures: null,
    training: (random, size) => drawBatch(shape, size, draw(false, random)),
    heldOut: (size) => drawBatch(shape, size, draw(true, new RandomStream(0, 'emoji/held out'))),
  };
}

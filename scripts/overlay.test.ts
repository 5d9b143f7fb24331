/** Whether a map is drawn where it belongs: asked of the network itself, on pictures made for it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receptiveFields } from '../src/lib/model/architecture/receptiveField.ts';
import { smoothed } from '../src/lib/viz/overlay.ts';
import { openSession, type Host } from './host.ts';

const side = 224;
const node = 'res5c';

describe('a patch in an empty picture', () => {
  let host: Host;
  let empty: Float32Array;
  beforeAll(async () => {
    host = await openSession('float16');
    empty = await valuesOf(new Float32Array(side * side * 3));
  });
  afterAll(() => host.session.dispose());

  async function valuesOf(picture: Float32Array): Promise<Float32Array> {
    host.session.setPicture(picture);
    await host.session.forward();
    return (await host.session.values([node])).get(node)!;
  }

  /** How much each position's channels answer to a checkered patch that is centred at (x, y). */
  async function answerTo(x: number, y: number) {
    const picture = new Float32Array(side * side * 3);
    for (let row = y - 12; row <= y + 12; row++) {
      for (let column = x - 12; column <= x + 12; column++) {
        const sign = (Math.floor((row - y) / 4) + Math.floor((column - x) / 4)) % 2 === 0 ? 1 : -1;
        picture.fill(90 * sign, (row * side + column) * 3, (row * side + column + 1) * 3);
      }
    }
    const values = await valuesOf(picture);
    const channels = values.length / 49;
    return Float32Array.from({ length: 49 }, (_, position) => {
      let sum = 0;
      for (let c = 0; c < channels; c++) {
        sum += (values[position * channels + c] - empty[position * channels + c]) ** 2;
      }
      return Math.sqrt(sum);
    });
  }

  // Enlarged naively, the largest cell would be drawn 15.5 pixels to the right and down.
  test.each([
    [96, 96],
    [64, 128],
    [160, 32],
  ])('at pixel (%i, %i) is where the map over the picture is largest', async (x, y) => {
    const { jump, centre } = receptiveFields(host.session.graph).get(node)!;
    const map = { height: 7, width: 7, values: await answerTo(x, y) };
    const drawn = smoothed(map, { jump, centre }, side);
    const largest = drawn.indexOf(drawn.reduce((a, b) => Math.max(a, b)));
    expect({ x: largest % side, y: Math.floor(largest / side) }).toEqual({ x, y });
  });
});

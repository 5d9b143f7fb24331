import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../random.ts';
import { cifar10Classes, cifar10Task, readCifar10 } from './cifar10.ts';
import { emojiTask, type EmojiManifest } from './emoji.ts';
import { outlines } from './outlines.ts';
import { shapesTask } from './shapes.ts';
import type { Task } from './task.ts';

const files = new URL('../../../../../static/emoji/', import.meta.url);
const manifest: EmojiManifest = JSON.parse(readFileSync(new URL('emoji.json', files), 'utf8'));
const { data, info } = await sharp(new URL('emoji.webp', files).pathname)
  .ensureAlpha()
  .raw()
  .toBuffer({ resolveWithObject: true });
const emoji = emojiTask(manifest, { width: info.width, data });

/** Records with a constant colour each, and all labels also among those that are not the tenth. */
function records(count: number): Uint8Array {
  const bytes = new Uint8Array(count * 3073);
  for (let i = 0; i < count; i++) {
    bytes.fill(i, i * 3073, (i + 1) * 3073);
    bytes[i * 3073] = (i + Math.floor(i / 10)) % 10;
  }
  return bytes;
}

const tasks: Readonly<Record<string, Task>> = {
  shapes: shapesTask(0.5),
  emoji,
  cifar10: cifar10Task(records(100), null),
};

describe.each(Object.entries(tasks))('%s', (_, task) => {
  it('gives the same batch for the same seed, another for another', () => {
    const [a, b, c] = [1, 1, 2].map((seed) => task.training(new RandomStream(seed, 'data'), 4));
    expect(a).toEqual(b);
    expect(a.inputs).not.toEqual(c.inputs);
  });

  it('goes on where the batch before ended', () => {
    const stream = new RandomStream(3, 'data');
    const [first, second] = [task.training(stream, 3), task.training(stream, 3)];
    const both = task.training(new RandomStream(3, 'data'), 6);
    expect([...both.labels]).toEqual([...first.labels, ...second.labels]);
    expect(both.inputs.subarray(first.inputs.length)).toEqual(second.inputs);
  });

  it('has all classes, as often as one another, and finite values of the size that networks are used to', () => {
    const size = 400;
    const { inputs, labels } = task.training(new RandomStream(0, 'data'), size);
    const counts = task.classNames.map((_, k) => labels.filter((label) => label === k).length);
    // χ² with 9 degrees of freedom is below 27.9 with probability 0.999.
    const expected = size / task.classes;
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(27.9);
    expect(inputs.every(Number.isFinite)).toBe(true);
    expect(inputs.every((value) => Math.abs(value) < 8)).toBe(true);
  });
});

describe('shapes', () => {
  const grid = 400;
  const area = (name: string) => {
    let inside = 0;
    for (let i = 0; i < grid; i++)
      for (let j = 0; j < grid; j++)
        if (outlines[name]((2 * i + 1) / grid - 1, (2 * j + 1) / grid - 1) < 0) inside++;
    return (4 * inside) / grid ** 2;
  };

  it.each([
    ['disc', Math.PI * 0.85 ** 2],
    ['ring', Math.PI * (0.95 ** 2 - 0.55 ** 2)],
    ['triangle', (3 * Math.sqrt(3)) / 4],
    ['square', 2 * 0.95 ** 2],
    ['hexagon', 1.5 * Math.sqrt(3) * 0.95 ** 2],
    // Ten triangles with their sides from the centre to a tip and to an inner corner, at 1 and sin 18° / sin 126°.
    ['star', 5 * (Math.sin(Math.PI / 10) / Math.sin(0.7 * Math.PI)) * Math.sin(Math.PI / 5)],
    ['plus', 2 * 1.9 * 0.6 - 0.6 ** 2],
    ['bar', 4 * 0.97 * 0.24],
    ['bowTie', 2 * 0.75 * 0.85 * 0.75],
  ])('%s has the area of the figure that it is called', (name, expected) => {
    expect(Math.abs(area(name) - expected)).toBeLessThan(0.01 * expected + 0.005);
  });

  it('draws every figure within the unit circle', () => {
    for (const outline of Object.values(outlines))
      for (let k = 0; k < 90; k++)
        expect(
          outline(1.01 * Math.cos((k * Math.PI) / 45), 1.01 * Math.sin((k * Math.PI) / 45)),
        ).toBeGreaterThan(0);
  });

  it('has more noise and clutter the more difficult it is', () => {
    const roughness = (difficulty: number) => {
      const { inputs } = shapesTask(difficulty).training(new RandomStream(0, 'data'), 100);
      let sum = 0;
      for (let i = 3; i < inputs.length; i++) sum += Math.abs(inputs[i] - inputs[i - 3]);
      return sum / inputs.length;
    };
    expect(roughness(0.5)).toBeGreaterThan(1.5 * roughness(0));
    expect(roughness(1)).toBeGreaterThan(1.3 * roughness(0.5));
  });
});

describe('emoji', () => {
  it('keeps apart what is trained on and what is held out', () => {
    // A sprite whose tiles tell by their colour whether they are held out: red, or green.
    const held = new Set(
      manifest.classes.flatMap(({ concepts }) =>
        concepts.filter(({ test }) => test).flatMap(({ tiles }) => Object.values(tiles)),
      ),
    );
    const marked = new Uint8Array(data.length).fill(255);
    for (let i = 0; i < marked.length / 4; i++) {
      const [x, y] = [i % info.width, Math.floor(i / info.width)];
      const tile = Math.floor(y / manifest.side) * manifest.columns + Math.floor(x / manifest.side);
      marked.set(held.has(tile) ? [255, 0, 0] : [0, 255, 0], i * 4);
    }
    const task = emojiTask(manifest, { width: info.width, data: marked });
    const middle = ({ inputs, labels }: ReturnType<Task['training']>) =>
      [...labels].map((_, i) => [...inputs.subarray((i * 1024 + 16 * 32 + 16) * 3).subarray(0, 2)]);
    expect(new Set(middle(task.training(new RandomStream(0), 200)).map(String))).toEqual(new Set(['-2,2']));
    expect(new Set(middle(task.heldOut!(200)).map(String))).toEqual(new Set(['2,-2']));
    expect(task.heldOut!(20)).toEqual(task.heldOut!(20));
  });
});

describe('cifar10', () => {
  it('holds out the test file, or every tenth record', () => {
    const own = cifar10Task(records(40), null).heldOut!(100);
    expect([...own.labels]).toEqual([9, 0, 1, 2]);
    const given = cifar10Task(records(40), records(3)).heldOut!(100);
    expect([...given.labels]).toEqual([0, 1, 2]);
    const trained = cifar10Task(records(10), null).training(new RandomStream(0), 300).labels;
    expect([...new Set(trained)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(cifar10Task(records(3), null).heldOut).toBeNull();
  });

  it('puts pictures that are held out where they were, normalised by colour', () => {
    const bytes = records(1);
    bytes[1 + 1024 + 5 * 32 + 7] = 255;
    const { inputs } = cifar10Task(records(10), bytes).heldOut!(1);
    expect(inputs[(5 * 32 + 7) * 3 + 1]).toBeCloseTo((1 - 0.4822) / 0.2435, 4);
    expect(inputs[0]).toBeCloseTo(-0.4914 / 0.247, 4);
  });

  it.each([
    [new Uint8Array(), 'cifarLength'],
    [new Uint8Array(3072), 'cifarLength'],
    [new Uint8Array(3074 * 4), 'cifarLength'],
    [new Uint8Array(3073 * 2).fill(11), 'cifarLabel'],
  ])('refuses what is not made of such records', (bytes, code) => {
    expect(() => readCifar10(bytes, 'data_batch_1.bin')).toThrow(expect.objectContaining({ code }));
  });

  const real = new URL('../../../../../../shared/test-data/data_batch_1_first4000.bin', import.meta.url);
  it.skipIf(!existsSync(real))('reads the official file (skipped where it is not there)', () => {
    const { labels } = cifar10Task(readCifar10(readFileSync(real), 'data_batch_1.bin'), null).heldOut!(4000);
    expect(labels).toHaveLength(400);
    expect(new Set(labels).size).toBe(cifar10Classes.length);
  });
});

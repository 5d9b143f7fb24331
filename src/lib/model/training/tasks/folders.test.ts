import { describe, expect, it } from 'vitest';
import type { Pixels } from '../../protocol.ts';
import { RandomStream } from '../random.ts';
import { taskFacts } from './facts.ts';
import { foldersTask, type FolderPicture } from './folders.ts';

/** A picture of one colour. */
const plain = (red: number, green: number, blue: number, side = 32): Pixels => ({
  width: side,
  height: side,
  channels: 3,
  data: Uint8Array.from({ length: side * side * 3 }, (_, i) => [red, green, blue][i % 3]),
});

/** Folder → how many pictures; the picture with number i is grey of level 10 · i. */
const pictures = (counts: Readonly<Record<string, number>>): FolderPicture[] =>
  Object.entries(counts).flatMap(([folder, count]) =>
    Array.from({ length: count }, (_, i) => ({
      folder,
      name: `${i}.png`,
      decode: () => Promise.resolve(plain(10 * i, 10 * i, 10 * i)),
    })),
  );

describe('pictures in folders', () => {
  it('are of the class that their folder names, every fifth of each held out', async () => {
    const task = await foldersTask(pictures({ dogs: 10, cats: 5 }));
    expect(task.classNames).toEqual(['cats', 'dogs']);
    expect(task.pictures).toBe(4 + 8);
    expect([...task.heldOut!(100).labels]).toEqual([0, 1, 1]);
    const { labels } = task.training(new RandomStream(0), 200);
    expect(new Set(labels)).toEqual(new Set([0, 1]));
  });

  it('are normalised by the mean and deviation of those that are trained on', async () => {
    const task = await foldersTask(pictures({ a: 5, b: 5 }));
    // Levels 0, 10, 20, 30 of both classes: the fifth, 40, is held out.
    const [mean, deviation] = [15, Math.sqrt(125)];
    task.colours.mean.forEach((value) => expect(value).toBeCloseTo(mean / 255, 9));
    task.colours.deviation.forEach((value) => expect(value).toBeCloseTo(deviation / 255, 9));
    for (const value of task.heldOut!(1).inputs.subarray(0, 9))
      expect(value).toBeCloseTo((40 - mean) / deviation, 5);
  });

  it('give the middle square, colour by colour', async () => {
    // Red on the left and right, which is cut off; the middle is blue.
    const wide: Pixels = {
      width: 96,
      height: 32,
      channels: 3,
      data: Uint8Array.from({ length: 96 * 32 * 3 }, (_, i) => {
        const column = Math.floor(i / 3) % 96;
        return (column < 32 || column >= 64 ? [255, 0, 0] : [0, 0, 255])[i % 3];
      }),
    };
    const same = pictures({ a: 5, b: 5 }).map((one) => ({ ...one, decode: () => Promise.resolve(wide) }));
    const { mean } = (await foldersTask(same)).colours;
    expect(mean).toEqual([0, 0, 1]);
  });

  it('are the same task in whatever order they are listed, whatever else lies there', async () => {
    const listed = pictures({ a: 6, b: 6 });
    const leftover = (name: string): FolderPicture => ({
      folder: 'a',
      name,
      decode: () => Promise.reject(new Error('is not to be read')),
    });
    const one = await foldersTask(listed);
    const other = await foldersTask([
      leftover('.DS_Store'),
      ...listed.toReversed(),
      leftover('Thumbs.db'),
      leftover('desktop.ini'),
    ]);
    const batch = (task: typeof one) => task.training(new RandomStream(3), 20);
    expect(batch(other)).toEqual(batch(one));
  });

  it.each([
    [{}, 'foldersNeeded'],
    [{ a: 9 }, 'foldersClasses'],
    [Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`c${i}`, 5])), 'foldersClasses'],
    [{ a: 5, b: 4 }, 'folderTooSmall'],
    [{ a: 20_000, b: 5 }, 'foldersPictures'],
  ])('%j are refused before any is read', async (counts, code) => {
    const listed = pictures(counts as Record<string, number>).map((one) => ({
      ...one,
      decode: () => Promise.reject(new Error('is not to be read')),
    }));
    await expect(foldersTask(listed)).rejects.toThrow(expect.objectContaining({ code }));
  });

  it('tell which picture cannot be read', async () => {
    const named: string[] = [];
    const listed = pictures({ a: 5, b: 5 }).map((one) => ({
      ...one,
      decode: (name: string) => {
        named.push(name);
        return one.decode(name);
      },
    }));
    await foldersTask(listed);
    expect(named.slice(0, 2)).toEqual(['a/0.png', 'a/1.png']);
  });

  it('end when they are no longer wanted', async () => {
    const stop = new AbortController();
    const reading = foldersTask(pictures({ a: 5, b: 5 }), {
      signal: stop.signal,
      onProgress: (done) => done === 3 && stop.abort(),
    });
    await expect(reading).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });
});

describe('facts of a task', () => {
  it('have three pictures of each class, the first that a run with seed 0 sees', async () => {
    const task = await foldersTask(pictures({ a: 6, b: 6, c: 6 }));
    const { examples, hasHeldOut, pictures: count, shape } = taskFacts(task);
    expect([hasHeldOut, count, shape]).toEqual([true, 15, [32, 32, 3]]);
    expect([...examples.labels].sort()).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
    const first = task.training(new RandomStream(0, 'folders'), 1);
    expect(examples.labels[0]).toBe(first.labels[0]);
    expect(examples.inputs.subarray(0, first.inputs.length)).toEqual(first.inputs);
  });
});

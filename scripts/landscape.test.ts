/** `atlas landscape` as a user calls it. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { atlas, atlasJson } from './testing/atlas.ts';

afterEach(() => vi.restoreAllMocks());

const small = ['--depth', '8', '--width', '2', '--batch', '4', '--steps', '4', '--pictures', '8'];

describe('landscape', () => {
  it('trains, and tells the loss on a plane of random directions', async () => {
    const found = await atlasJson('landscape', ...small, '--resolution', '3', '--extent', '0.5');
    expect(found).toMatchObject({ task: 'gratings', backend: 'wasm', plane: 'random', step: 4, path: null });
    expect(found.training).toMatchObject({ depth: 8, steps: 4, net: 'residual' });
    expect([found.a, found.b]).toEqual([
      [-0.5, 0, 0.5],
      [-0.5, 0, 0.5],
    ]);
    expect(found.loss.map((row: number[]) => row.length)).toEqual([3, 3, 3]);
    expect(found.loss.flat().every((loss: number) => loss > 0)).toBe(true);
    expect(found.accuracy.flat().every((share: number) => share >= 0 && share <= 1)).toBe(true);
  });

  it('has the same loss in the middle whatever the directions are', async () => {
    const of = async (seed: string): Promise<number[]> =>
      (await atlasJson('landscape', ...small, '--resolution', '3', '--direction-seed', seed)).loss.flat();
    const [one, other] = [await of('1'), await of('2')];
    expect(other[4]).toBe(one[4]);
    expect(other[0]).not.toBe(one[0]);
  });

  it("shows the trajectory's plane with the way in it", async () => {
    const { path } = await atlasJson('landscape', ...small, '--plane', 'trajectory', '--resolution', '2');
    expect(path.steps).toEqual([0, 1, 2, 3, 4]);
    expect([path.a.at(-1), path.b.at(-1)]).toEqual([0, 0]);
  });

  it('says what is wrong with a value', async () => {
    const { code, stderr } = await atlas('landscape', '--plane', 'flat');
    expect(code).toBe(2);
    expect(stderr).toContain('random, trajectory');
    const short = await atlas('landscape', ...small, '--steps', '2', '--plane', 'trajectory');
    expect(short.code).toBe(2);
    expect(short.stderr).toContain('too few');
  });
});

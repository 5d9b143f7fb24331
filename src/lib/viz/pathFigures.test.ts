import { describe, expect, it } from 'vitest';
import type { PathsReport } from '../model/protocol/paths.ts';
import { carryingLengths, lengthFigures, lossPerBranch, meanLength } from './pathFigures.ts';

/** Two blocks; numbers that can be followed by head. */
const report = (sampled: readonly (readonly number[])[], share: readonly (number | null)[]): PathsReport => ({
  target: 0,
  loss: 1,
  node: 'pool1',
  norm: 1,
  lengths: [1, 2, 1].map((paths, i) => ({
    paths,
    together: share[i] === null ? null : { norm: [4, 2, 1][i], share: share[i]! },
    sampled: sampled[i],
  })),
  few: { blocks: [], node: 'pool1', norm: 1, paths: [] },
});

describe('figures of paths by length', () => {
  it('weighs single paths by their number', () => {
    const figures = lengthFigures(report([[4], [1, 3], [2]], [0.5, 0.375, 0.125]));
    expect(figures.map(({ shareOfPaths }) => shareOfPaths)).toEqual([0.25, 0.5, 0.25]);
    // 1 × 4, 2 × 2, 1 × 2, of 10 in all.
    expect(figures.map(({ estimate }) => estimate)).toEqual([0.4, 0.4, 0.2]);
    expect(figures[1].single).toEqual({
      each: [1, 3],
      count: 2,
      mean: 2,
      rootMeanSquare: Math.sqrt(5),
      least: 1,
      most: 3,
    });
    expect(figures.map(({ share }) => share)).toEqual([0.5, 0.375, 0.125]);
    // From 4 to 1 over two branches.
    expect(lossPerBranch(figures)).toBe(2);
  });

  it('says what is not known yet', () => {
    const figures = lengthFigures(report([[4], [], []], [null, null, null]));
    expect(figures[0].single?.mean).toBe(4);
    expect(figures[1].single).toBeNull();
    expect(figures.map(({ estimate }) => estimate)).toEqual([null, null, null]);
    expect(figures[0].together).toBeNull();
    expect(lossPerBranch(figures)).toBeNaN();
  });
});

describe('lengths that carry most', () => {
  it('are as few neighbours as will do, and of these the most', () => {
    const shares = [0.1, 0.2, 0.4, 0.25, 0.05];
    expect(carryingLengths(shares, 0.4)).toEqual({ from: 2, to: 2, share: 0.4 });
    expect(carryingLengths(shares, 0.6)).toMatchObject({ from: 2, to: 3 });
    expect(carryingLengths(shares, 0.9)).toMatchObject({ from: 0, to: 3 });
    expect(carryingLengths([NaN, NaN], 0.9)).toBeNull();
  });

  it('have a mean', () => {
    expect(meanLength([0.25, 0.5, 0.25])).toBe(1);
    expect(meanLength([0, 0, 1])).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { allPaths, samplePaths, type Path } from './samplePaths.ts';

const key = (path: Path) => path.map(Number).join('');
const counts = [1, 5, 10, 10, 5, 1];

function rounds(seed: number, count: number, of = counts): Path[][] {
  const generator = samplePaths(of, seed);
  return Array.from({ length: count }, () => generator.next().value);
}

describe('paths drawn at random', () => {
  it('has one path of each length in a round, never one twice, until all have been drawn', () => {
    const drawn = rounds(7, 11);
    expect(drawn[0].map((path) => path.filter(Boolean).length)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(drawn[1].map((path) => path.filter(Boolean).length)).toEqual([1, 2, 3, 4]);
    expect(drawn[10]).toEqual([]);
    expect(new Set(drawn.flat().map(key))).toEqual(new Set(allPaths(5).map(key)));
    expect(drawn.flat()).toHaveLength(32);
  });

  it('draws the same with the same seed, others with another, and goes on where fewer rounds ended', () => {
    expect(rounds(3, 4)).toEqual(rounds(3, 4));
    expect(rounds(3, 4)).not.toEqual(rounds(4, 4));
    expect(rounds(3, 4).slice(0, 2)).toEqual(rounds(3, 2));
  });

  it('takes each block equally often', () => {
    // Of the paths of length 2 through 4 blocks, each block is on half; 600 first draws, σ = √(600 / 4) = 12.2.
    const taken = [0, 0, 0, 0];
    for (let seed = 1; seed <= 600; seed++) {
      const path = rounds(seed * 7919, 1, [1, 4, 6, 4, 1])[0][2];
      path.forEach((takes, block) => (taken[block] += Number(takes)));
    }
    for (const count of taken) expect(Math.abs(count - 300)).toBeLessThan(5 * 12.2);
  });

  it('lists all paths, first the one that takes no branch', () => {
    expect(allPaths(2)).toEqual([
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ]);
  });
});

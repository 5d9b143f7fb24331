import { describe, expect, it } from 'vitest';
import { cellsApart, correlation } from './mapMeasures.ts';

describe('correlation', () => {
  it('is one for a map and a positive multiple of it plus a constant, minus one for a negative multiple', () => {
    const map = [0.5, -1, 3, 2];
    expect(
      correlation(
        map,
        map.map((value) => 2 * value + 7),
      ),
    ).toBeCloseTo(1, 12);
    expect(
      correlation(
        map,
        map.map((value) => -value),
      ),
    ).toBeCloseTo(-1, 12);
  });

  it('is zero for maps that have nothing to do with each other', () => {
    expect(correlation([1, -1, 1, -1], [1, 1, -1, -1])).toBe(0);
  });

  it('is not a number where a map does not vary', () => {
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeNaN();
  });
});

describe('cellsApart', () => {
  it('counts a step across the corner as one', () => {
    expect(cellsApart({ row: 3, column: 3 }, { row: 3, column: 3 })).toBe(0);
    expect(cellsApart({ row: 3, column: 3 }, { row: 4, column: 2 })).toBe(1);
    expect(cellsApart({ row: 0, column: 6 }, { row: 1, column: 2 })).toBe(4);
  });
});

import { describe, expect, it } from 'vitest';
import { contrastThreshold, extinctionOf, transmission, type Fog } from '../../feeding.ts';
import { putFog } from './fog.ts';

const fog: Fog = { visibility: 391.2, near: 0, far: 100, light: 200 };
const black = (side: number) => ({
  width: side,
  height: side,
  channels: 4 as const,
  data: new Uint8ClampedArray(side * side * 4).fill(0).map((_, at) => (at % 4 === 3 ? 255 : 0)),
});

describe('fog', () => {
  it('has the extinction that its visibility stands for: V = −ln 0.02 / β', () => {
    expect(contrastThreshold).toBe(0.02);
    // −ln 0.02 = 3.912
    expect(extinctionOf(391.2)).toBeCloseTo(0.01, 5);
    // A black target at that distance has 2 % of the sky’s contrast left.
    expect(transmission({ ...fog, far: 391.2 }, 1)).toBeCloseTo(0.02, 6);
  });

  it('leaves what is near, and shows light in place of what is far', () => {
    const { data } = putFog(black(3), fog);
    const level = (row: number) => data[row * 3 * 4];
    // Distances 100, 50, 0: 200 · (1 − e^(−1)), 200 · (1 − e^(−0.5)), 0.
    expect([level(0), level(1), level(2)]).toEqual([126, 79, 0]);
    expect(data[3]).toBe(255);
  });

  it('does nothing where one sees for ever', () => {
    const picture = black(2);
    expect(putFog(picture, { ...fog, visibility: Infinity }).data).toEqual(picture.data);
  });
});

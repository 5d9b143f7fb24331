import { interpolateInferno, interpolatePRGn, rgb } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colourScale, colourTables, gradientStops, paint, position, type ColourScale } from './colour.ts';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const scale = (kind: ColourScale['kind'], low: number, high: number): ColourScale => ({
  kind,
  low,
  high,
  clipped: false,
});

function colours(values: number[], on: ColourScale): number[][] {
  const pixels = new Uint32Array(values.length);
  paint(values, 0, on, pixels);
  const bytes = new Uint8Array(pixels.buffer);
  return values.map((_, i) => [...bytes.subarray(i * 4, i * 4 + 4)]);
}

const opaque = (colour: string) => {
  const { r, g, b } = rgb(colour);
  return [r, g, b, 255];
};

describe('scales', () => {
  test('non-negative values begin at zero', () => {
    expect(colourScale({ mean: 1, std: 1, min: 0.5, max: 3 }, false)).toEqual(scale('sequential', 0, 3));
  });

  test('signed values reach as far to the one side of zero as to the other', () => {
    expect(colourScale({ mean: 0, std: 1, min: -2, max: 1 }, true)).toEqual(scale('diverging', -2, 2));
  });

  test('a few values far from all others do not take the colours from the rest, and are said to be clipped', () => {
    const spread = { mean: 0, std: 1, min: -100, max: 3 };
    expect(colourScale(spread, true)).toEqual({ kind: 'diverging', low: -4, high: 4, clipped: true });
    expect(colourScale({ mean: 0.6, std: 0.8, min: 0, max: 50 }, false)).toEqual({
      kind: 'sequential',
      low: 0,
      high: 4,
      clipped: true,
    });
  });

  test('zero is the middle of every diverging scale and the start of every sequential one', () => {
    fc.assert(
      fc.property(value, value, fc.double({ min: 0, max: 1e6, noNaN: true }), (min, max, std) => {
        const spread = { mean: (min + max) / 2, std, min: Math.min(min, max), max: Math.max(min, max) };
        expect(position(colourScale(spread, true), 0)).toBeCloseTo(0.5, 12);
        expect(position(colourScale(spread, false), 0)).toBe(0);
      }),
    );
  });

  test('a larger value never stands lower, and all stand between the ends', () => {
    fc.assert(
      fc.property(value, value, fc.double({ min: 0, max: 1e6, noNaN: true }), (a, b, reach) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        for (const on of [scale('diverging', -reach, reach), scale('sequential', 0, reach)]) {
          expect(position(on, low)).toBeLessThanOrEqual(position(on, high));
          expect(position(on, low)).toBeGreaterThanOrEqual(0);
          expect(position(on, high)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('painting', () => {
  test('the ends and the middle have the colours of the map', () => {
    expect(colours([-2, 0, 2], scale('diverging', -2, 2))).toEqual([
      opaque(interpolatePRGn(0)),
      opaque(interpolatePRGn(0.5)),
      opaque(interpolatePRGn(1)),
    ]);
    expect(colours([0, 7], scale('sequential', 0, 7))).toEqual([
      opaque(interpolateInferno(0)),
      opaque(interpolateInferno(1)),
    ]);
  });

  test('values beyond the ends have the colour of the end', () => {
    expect(colours([-9, 9], scale('diverging', -2, 2))).toEqual(colours([-2, 2], scale('diverging', -2, 2)));
  });

  test('what is no number is not drawn', () => {
    expect(colours([NaN, Infinity], scale('sequential', 0, 1))).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  test('a scale without extent shows zero everywhere', () => {
    expect(colours([0, 5], scale('diverging', 0, 0))).toEqual([
      opaque(interpolatePRGn(0.5)),
      opaque(interpolatePRGn(0.5)),
    ]);
  });

  test('begins at the offset', () => {
    const pixels = new Uint32Array(1);
    paint([0, 0, 1], 2, scale('sequential', 0, 1), pixels);
    expect(pixels[0]).toBe(colourTables.sequential.packed.at(-1));
  });
});

/** Relative luminance as in WCAG 2. */
function luminance([r, g, b]: number[]): number {
  const [x, y, z] = [r, g, b].map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

test('lightness alone orders the sequential map, and the distance from zero on the diverging one', () => {
  const lightness = (kind: ColourScale['kind']) =>
    Array.from({ length: 255 }, (_, i) =>
      luminance([...colourTables[kind].bytes.subarray(i * 4, i * 4 + 3)]),
    );
  const isRising = (values: number[]) => values.every((one, i) => i === 0 || one >= values[i - 1] - 0.01);
  expect(isRising(lightness('sequential'))).toBe(true);
  const diverging = lightness('diverging');
  expect(isRising(diverging.slice(0, 128))).toBe(true);
  expect(isRising(diverging.slice(127).reverse())).toBe(true);
});

test('the stops of a legend run from end to end', () => {
  const stops = gradientStops('sequential', 3).split(', ');
  const css = (t: number) => {
    const { r, g, b } = rgb(interpolateInferno(t));
    return `rgb(${r} ${g} ${b})`;
  };
  expect(stops).toEqual([css(0), css(0.5), css(1)]);
});

import { expect, it } from 'vitest';
import { gradientColours, gradientScale } from './gradientMaps.ts';

const scale = { kind: 'diverging', low: -2, high: 2, clipped: false } as const;

it('is grey where the gradient is zero, and redder where more red raises the loss', () => {
  // Two pixels: zero; and red up, green down, blue zero.
  const pixels = gradientColours(Float32Array.of(0, 2, 0, -2, 0, 0), scale);
  expect([...pixels]).toEqual([128, 128, 128, 255, 255, 0, 128, 255]);
});

it('leaves out what is no number', () => {
  expect([...gradientColours(Float32Array.of(NaN, 0, 0), scale)]).toEqual([0, 0, 0, 0]);
});

it('is even on both sides of zero for signed values, from zero up for norms', () => {
  const signed = gradientScale(Float32Array.of(-1, 0.5), true);
  expect(signed).toMatchObject({ kind: 'diverging', low: -1, high: 1 });
  expect(gradientScale(Float32Array.of(0, 3), false)).toMatchObject({ kind: 'sequential', low: 0, high: 3 });
});

import { expect, test } from 'vitest';
import { taskPicture } from './taskPicture.ts';

const colours = { mean: [0.5, 0.25, 0], deviation: [0.5, 0.25, 1] };

test('levels come back from normalised values, for each colour; what is beyond them is clipped', () => {
  // (level − mean) / deviation for the levels 1, 0.5, 0.2 and, in the second pixel, 0, −0.25, 2.
  const second = [-1, -2, 2];
  const inputs = Float32Array.of(9, 9, 9, 9, 9, 9, 1, 1, 0.2, ...second);
  const { width, height, data } = taskPicture(inputs, 1, [1, 2, 3], colours);
  expect([width, height]).toEqual([2, 1]);
  expect([...data]).toEqual([255, 128, 51, 255, 0, 0, 255, 255]);
});

test('one channel is grey', () => {
  const { data } = taskPicture(Float32Array.of(0, 0.6), 0, [1, 2, 1], { mean: [0.5], deviation: [0.25] });
  expect([...data]).toEqual([128, 128, 128, 255, 166, 166, 166, 255]);
});

import { expect, it } from 'vitest';
import { duration } from './step.mjs';

it.each([
  [40, '0.0 s'],
  [4230, '4.2 s'],
  [59_940, '59.9 s'],
  [59_960, '1 min 00 s'],
  [125_400, '2 min 05 s'],
])('%d ms is %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

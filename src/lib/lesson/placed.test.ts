import { expect, test } from 'vitest';
import { placed } from './placed.ts';

const window = { width: 360, height: 640 };
const bubble = { width: 300, height: 90 };

test.each([
  ['below the word', { left: 20, top: 100, bottom: 120 }, { left: 20, top: 120 }],
  ['not beyond the right edge', { left: 300, top: 100, bottom: 120 }, { left: 52, top: 120 }],
  ['not beyond the left edge', { left: -4, top: 100, bottom: 120 }, { left: 8, top: 120 }],
  ['above the word, at the foot of the window', { left: 20, top: 600, bottom: 620 }, { left: 20, top: 510 }],
])('%s', (_, word, place) => {
  expect(placed(word, bubble, window)).toEqual(place);
});

test('where there is room neither above nor below, on the larger side', () => {
  const low = { width: 360, height: 100 };
  expect(placed({ left: 20, top: 10, bottom: 30 }, bubble, low).top).toBe(30);
  expect(placed({ left: 20, top: 60, bottom: 80 }, bubble, low).top).toBe(-30);
});

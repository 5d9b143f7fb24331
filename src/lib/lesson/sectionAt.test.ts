import { expect, test } from 'vitest';
import { sectionAt } from './sectionAt.ts';

test.each([
  { name: 'before the first', tops: [500, 900], below: 4000, index: -1 },
  { name: 'the first, at the line', tops: [300, 900], below: 4000, index: 0 },
  { name: 'one whose heading is gone from sight', tops: [-2000, -800, 700], below: 900, index: 1 },
  { name: 'the last one seen at the end of the page', tops: [-900, 100, 700], below: 0, index: 2 },
  { name: 'a page without sections', tops: [], below: 0, index: -1 },
])('$name', ({ tops, below, index }) => {
  expect(sectionAt(tops, { height: 1000, below })).toBe(index);
});

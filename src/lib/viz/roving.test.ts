import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveInGrid, moveInList } from './roving.ts';

const grid = { count: 10, columns: 4, page: 2 };
const press = (key: string, place: number, ctrlKey = false) => moveInGrid({ key, ctrlKey }, place, grid);

describe('a grid of ten cells in rows of four', () => {
  test.each([
    ['ArrowRight', 3, 4],
    ['ArrowLeft', 4, 3],
    ['ArrowDown', 1, 5],
    ['ArrowUp', 5, 1],
    ['Home', 6, 4],
    ['End', 4, 7],
    ['PageDown', 0, 8],
    ['PageUp', 9, 1],
  ])('%s leads from %i to %i', (key, from, to) => expect(press(key, from)).toBe(to));

  test('with Ctrl, Home and End lead to the ends of all', () => {
    expect([press('Home', 6, true), press('End', 1, true)]).toEqual([0, 9]);
  });

  test('other keys lead nowhere', () => {
    expect([press('a', 3), press('toString', 3), press('Tab', 3)]).toEqual([null, null, null]);
  });
});

test('no key leads out of the grid', () => {
  const keys = fc.constantFrom(
    'ArrowRight',
    'ArrowLeft',
    'ArrowDown',
    'ArrowUp',
    'Home',
    'End',
    'PageDown',
    'PageUp',
  );
  const size = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(
      keys,
      fc.boolean(),
      size,
      size,
      size,
      fc.nat(),
      (key, ctrlKey, count, columns, page, seed) => {
        const next = moveInGrid({ key, ctrlKey }, seed % count, { count, columns, page });
        expect(next).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThan(count);
      },
    ),
  );
});

test('in a list: up and down, by pages, to its ends; sideways nowhere', () => {
  const move = (key: string) => moveInList({ key }, 4, { count: 30, page: 7 });
  const keys = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'ArrowLeft', 'ArrowRight', 'a'];
  expect(keys.map(move)).toEqual([3, 5, 0, 11, 0, 29, null, null, null]);
});

/** What the list of keys says of drawings is what their own tables do. */
import { describe, expect, test } from 'vitest';
import { shortcuts, type ShortcutName } from '../ui/shortcuts.ts';
import { moveInMap } from './addition.ts';
import { moveInGrid, moveInList } from './roving.ts';

const keysOf = (...names: ShortcutName[]) =>
  names.flatMap((name) => shortcuts[name].chords.map(({ key }) => key));

describe('keys that are listed lead somewhere', () => {
  test.each(keysOf('cellsWalk', 'cellsJump'))('on a map: %s', (key) => {
    expect(moveInMap(key, { row: 3, column: 3 }, { height: 7, width: 7 })).not.toEqual({ row: 3, column: 3 });
  });

  test.each(keysOf('channelsWalk'))('on the grid of channels: %s', (key) => {
    const to = moveInGrid({ key, ctrlKey: false }, 17, { count: 64, columns: 8, page: 1 });
    expect(to).not.toBeNull();
    expect(to).not.toBe(17);
  });

  test.each(keysOf('termsWalk'))('in a list of terms: %s', (key) => {
    expect(moveInList({ key }, 5, { count: 9, page: 3 })).not.toBe(5);
  });
});

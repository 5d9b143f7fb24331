import { expect, test } from 'vitest';
import { found, type PaletteGroup } from './found.ts';

const group = (id: string, titles: readonly string[], atFirst?: boolean): PaletteGroup => ({
  id,
  name: id,
  atFirst,
  entries: titles.map((title) => ({ id: `${id} ${title}`, title, run: () => undefined })),
});
const groups = [
  group('actions', ['Undo', 'Redo'], true),
  group('nodes', ['res4d', 'res4d_add', 'res4e']),
  group('classes', ['red fox', 'lesser panda', 'red wolf']),
];
const shown = (query: string, most = 8) =>
  found(query, groups, most).map(({ id, entries }) => [id, ...entries.map(({ title }) => title)]);

test('while nothing is typed, only what is listed at first', () => {
  expect(shown('')).toEqual([['actions', 'Undo', 'Redo']]);
});

test('the group with the best answer comes first, groups without one are left out', () => {
  expect(shown('red')).toEqual([
    ['classes', 'red fox', 'red wolf'],
    ['actions', 'Redo'],
  ]);
  expect(shown('res4d')).toEqual([['nodes', 'res4d', 'res4d_add']]);
  expect(shown('nothing')).toEqual([]);
});

test('of many the best are listed, and all are counted', () => {
  const [nodes] = found('res', groups, 2);
  expect(nodes.entries).toHaveLength(2);
  expect(nodes.all).toBe(3);
});

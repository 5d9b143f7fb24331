import { afterEach, expect, test, vi } from 'vitest';
import { shatteredRows } from '../src/lib/model/training/shatteredRows.ts';
import { atlas } from './testing/atlas.ts';

afterEach(() => vi.restoreAllMocks());

test.each([
  [['--seed', '-1'], '--seed'],
  [['--seeds', '0'], '--seeds'],
  [['--seed', '1e3'], '--seed'],
  [['picture.jpg'], 'picture.jpg'],
])('atlas shatter %j is refused in one sentence', async (args, named) => {
  const { code, stdout, stderr } = await atlas('shatter', ...args, '--json');
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(named);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('rows have names of their own', () => {
  expect(new Set(shatteredRows.map(({ name }) => name)).size).toBe(shatteredRows.length);
});

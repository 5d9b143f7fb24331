import { afterEach, expect, test, vi } from 'vitest';
import { measureCurve } from '../src/lib/model/training/shattered.ts';
import { shatteredRows } from '../src/lib/model/training/shatteredRows.ts';
import { atlas, atlasJson } from './testing/atlas.ts';

afterEach(() => vi.restoreAllMocks());

test.each([
  [['--seed', '-1'], '--seed'],
  [['--seeds', '0'], '--seeds'],
  [['--seed', '1e3'], '--seed'],
  [['picture.jpg'], 'picture.jpg'],
  [['--layers', '0'], '--layers'],
  [['--beta', 'x', '--layers', '2'], '--beta'],
])('atlas shatter %j is refused in one sentence', async (args, named) => {
  const { code, stdout, stderr } = await atlas('shatter', ...args, '--json');
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(named);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('one network: its configuration, and the autocorrelation at the lags of the contract', async () => {
  const args = ['--layers', '3', '--width', '20', '--net', 'residual', '--beta', '0.1', '--seed', '4'];
  const { seed, seeds, width, configurations } = await atlasJson('shatter', ...args);
  expect([seed, seeds, width]).toEqual([4, 1, 20]);
  expect(configurations).toHaveLength(1);
  const [{ name, autocorrelation }] = configurations;
  expect(name).toBe('residual, batch norm, beta 0.1, 3 layers');
  expect(Object.keys(autocorrelation)).toEqual(['1', '2', '5', '10', '20']);
  const network = {
    net: 'residual',
    layers: 3,
    width: 20,
    norm: 'batch',
    bias: true,
    beta: 0.1,
    seed: 4,
  } as const;
  const report = await measureCurve({ kind: 'network', network });
  expect(autocorrelation['5']).toBe(report.autocorrelation[5]);
});

test('the rows of the table have names of their own', () => {
  const rows = shatteredRows(200);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});

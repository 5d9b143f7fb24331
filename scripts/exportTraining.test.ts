/** `atlas export-training` as a user calls it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { atlas, atlasJson } from './testing/atlas.ts';

afterEach(() => vi.restoreAllMocks());

it('prints a program for the pair, or for one network', async () => {
  const { code, stdout } = await atlas('export-training', '--depth', '8', '--torchrun');
  expect(code).toBe(0);
  expect(stdout).toContain('"plain-8": dict(depth=8');
  expect(stdout).toContain('DistributedDataParallel');
  const one = await atlasJson('export-training', '--net', 'residual', '--shortcut', 'B', '--task', 'emoji');
  expect(one.lanes).toEqual(['residual-20-B']);
});

it('writes what the program begins with', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'export-training-'));
  try {
    const file = join(folder, 'start.safetensors');
    const args = ['--depth', '8', '--width', '2', '--batch', '4', '--batches', '3', '--initial', file];
    const { initial, batches } = await atlasJson('export-training', ...args);
    expect([initial, batches]).toEqual(['start.safetensors', 3]);
    const bytes = await readFile(file);
    const header = JSON.parse(bytes.toString('utf8', 8, 8 + Number(bytes.readBigUInt64LE(0))));
    expect(header['batches/inputs'].shape).toEqual([3, 4, 16, 16, 1]);
    expect(header['plain-8-w2/stem_conv/kernel'].shape).toEqual([3, 3, 1, 2]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it.each([
  [['--net', 'dense'], '--net'],
  [['--batches', '-1'], '--batches'],
])('%j is refused', async (args, option) => {
  const { code, stderr } = await atlas('export-training', ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(option);
});

import { execFileSync } from 'node:child_process';
import { afterEach, expect, it, vi } from 'vitest';
import { findNpm } from './npm.mjs';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['as npm tells it', process.env.npm_execpath],
  ['without npm’s help', undefined],
  ['started by another package manager', import.meta.filename],
])('finds an npm that runs, %s', (_, path) => {
  vi.stubEnv('npm_execpath', path);
  expect(execFileSync(process.execPath, [findNpm(), '--version'], { encoding: 'utf8' })).toMatch(
    /^\d+\.\d+\.\d+/,
  );
});

/**
 * Runs the programs that lessons show, as printed, and says how long each takes:
 * PYTHONPATH=… npm run -s lessons:programs [-- PART OF A NAME]
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'content/code');

const python = process.env.PYTHON ?? 'python3';
const can = (code: string) => spawnSync(python, ['-c', code], { stdio: 'ignore' }).status === 0;

/** What a program imports that a machine may not have. */
const libraries: Readonly<Record<string, string>> = { pytorch: 'torch', keras: 'keras' };

function missing(file: string): string | undefined {
  const [, framework] = /\.(\w+)\.py$/.exec(file) ?? [];
  const library = framework && libraries[framework];
  if (!can('')) return python;
  return library &&
    !can(`import importlib.util, sys; sys.exit(importlib.util.find_spec('${library}') is None)`)
    ? library
    : undefined;
}

export function main([part = '']: string[]): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py') && name.includes(part))
    .sort();
  let failed = 0;
  for (const name of files) {
    const library = missing(name);
    if (library) {
      process.stdout.write(`skipped  ${name}: ${library} is not installed\n`);
      continue;
    }
    const start = performance.now();
    const { status, stderr } = spawnSync(python, [join(folder, name)], {
      encoding: 'utf8',
      env: { KERAS_BACKEND: 'torch', ...process.env },
      timeout: 300_000,
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (status !== 0) failed++;
    const outcome = status === 0 ? 'ran     ' : 'FAILED  ';
    process.stdout.write(`${outcome} ${relative('.', name)} in ${seconds} s\n${status === 0 ? '' : stderr}`);
  }
  process.stdout.write(`${files.length} programs, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

/**
 * npm's own script, to be run with `process.execPath`: needs no shell and works the same on Windows.
 *
 * @returns {string}
 */
export function findNpm() {
  const node = dirname(process.execPath);
  const candidates = [
    // The npm that started us, so that its version and settings apply; other package managers set this as well.
    process.env.npm_execpath ?? '',
    join(node, 'node_modules/npm/bin/npm-cli.js'),
    join(node, '../lib/node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm')),
  ];
  for (const candidate of candidates) {
    if (!candidate || !existsSync(candidate)) continue;
    const script = realpathSync(candidate);
    if (basename(script) === 'npm-cli.js') return script;
  }
  throw new Error('npm was not found: install it (it comes with Node), then run this again.');
}

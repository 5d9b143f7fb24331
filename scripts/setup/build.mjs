import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, root } from '../weights/stamp.mjs';
import { report, runNode, StepFailed } from './step.mjs';

/** Whatever a build is made of; the weights are told by their manifests, which carry the shards' hashes. */
const inputs = [
  'src',
  'static',
  'content',
  'scripts',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
];

const stampFile = join(cacheFolder, 'stamps/build.json');

/** Different for each build: SvelteKit writes the time into it. The preview serves the second, hosts the first. */
const outputs = ['build/_app/version.json', '.svelte-kit/output/client/_app/version.json'];

/**
 * The production build, unless the last one was made from the same sources.
 *
 * @returns {Promise<boolean>} whether it was built now
 */
export async function buildIfChanged() {
  const sources = fingerprint();
  if (readStamp() === stamp(sources)) return false;
  report('Building the site (half a minute or so) …');
  const code = await runNode(join(root, 'node_modules/vite/bin/vite.js'), ['build', '--logLevel', 'warn']);
  if (code !== 0) {
    throw new StepFailed(
      'Building the site',
      `vite build ended with code ${code} (its own message is above).`,
      'If you have not changed the sources, remove node_modules and .svelte-kit and run this again.',
    );
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp(sources) ?? '');
  return true;
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Undefined, and so like no stamp, when there is no build.
 *
 * @param {string} sources
 */
function stamp(sources) {
  if (!outputs.every((file) => existsSync(join(root, file)))) return '';
  const versions = outputs.map((file) => readFileSync(join(root, file), 'utf8'));
  return JSON.stringify({ sources, base: process.env.BASE_PATH ?? '', versions });
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesOf))
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/**
 * A file itself, or all below a folder, in a fixed order.
 *
 * @param {string} input relative to the project
 */
function filesOf(input) {
  const path = join(root, input);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts$|\.[0-9a-f]{8}\.bin$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

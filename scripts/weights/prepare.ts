/** From a tfjs layers-model on disk to the folder that the page fetches. */
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readLayersModel } from '../../src/lib/model/weights/layersModel/read.ts';
import type { Manifest, Shard, StoredTensor } from '../../src/lib/model/weights/manifest.ts';
import { networkOf, parametersOf } from '../../src/lib/model/weights/network.ts';
import { encodeShard } from '../../src/lib/model/weights/shards.ts';

export interface LayersModel {
  tensors: Map<string, StoredTensor>;
  classes: number;
  epsilon: number;
  labels: string[];
  sha256: string;
}

/** Reads a folder with model.json, its shards and, where there is one, labels.json. */
export async function readModelFolder(folder: string): Promise<LayersModel> {
  const model = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
  const paths: string[] = model.weightsManifest.flatMap((group: { paths: string[] }) => group.paths);
  const bytes = new Uint8Array(
    Buffer.concat(await Promise.all(paths.map((path) => readFile(join(folder, path))))),
  );
  const labels = JSON.parse(await readFile(join(folder, 'labels.json'), 'utf8'));
  return {
    ...readLayersModel(model, bytes),
    labels: Object.values(labels),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** Writes manifest, labels and one float16 shard per block: all of it, or on an error nothing. */
export async function writeServedFolder(
  folder: string,
  { tensors, classes, labels, sha256 }: LayersModel,
  { name, licence }: { name: string; licence: string },
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const temporary = await mkdtemp(`${folder}-`);
  try {
    const parameters = parametersOf(networkOf({ model: 'resnet50', classes }));
    const shards: Shard[] = [];
    for (const shardName of new Set(parameters.map(({ shard }) => shard))) {
      const own = parameters.filter(({ shard }) => shard === shardName);
      const { shard, bytes } = await encodeShard(
        shardName,
        own.map((parameter) => [parameter.name, tensors.get(parameter.name)!] as const),
        'float16',
      );
      await writeFile(join(temporary, shard.file), bytes);
      shards.push(shard);
    }
    await writeFile(join(temporary, 'labels.json'), JSON.stringify(labels));
    const manifest: Manifest = {
      format: 'resnet-atlas-weights',
      version: 1,
      model: 'resnet50',
      classes,
      precision: 'float16',
      source: { name, sha256, licence },
      labels: 'labels.json',
      bytes: shards.reduce((sum, shard) => sum + shard.bytes, 0),
      shards,
    };
    await writeFile(join(temporary, 'manifest.json'), JSON.stringify(manifest));
    // A temporary folder is its owner's alone; a web server may run as somebody else.
    await chmod(temporary, 0o755);
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

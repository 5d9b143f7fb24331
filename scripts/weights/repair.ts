import { rm } from 'node:fs/promises';
import { AtlasError } from '../../src/lib/model/errors.ts';
import type { Manifest } from '../../src/lib/model/weights/manifest.ts';
import { errorSentence } from '../../src/lib/i18n/errorSentence.ts';
import type { Report } from '../npmPackage.ts';
import { ensureWeights, readPackage, writeResNet50 } from './read.ts';
import { readServedFolder } from './servedFolder.ts';
import { packageFolder, servedFolder } from './stamp.mjs';

/** Prepares ResNet-50's weights, checks every byte of them, and makes anew what is damaged. */
export async function repairWeights(report: Report): Promise<Manifest> {
  const damaged = async (read: () => Promise<unknown>) => {
    const error = await read().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error !== undefined && !(error instanceof AtlasError)) throw error;
    if (error) report(errorSentence('en', error));
    return error !== undefined;
  };
  await ensureWeights(report);
  if (await damaged(readPackage)) {
    await rm(packageFolder, { recursive: true, force: true });
    await ensureWeights(report);
  }
  const folder = servedFolder('resnet50');
  if (await damaged(() => readServedFolder(folder))) await writeResNet50(report);
  return (await readServedFolder(folder)).manifest;
}

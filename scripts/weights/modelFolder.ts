/** A folder with a tfjs layers-model: model.json, its shards and, perhaps, labels.json. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AtlasError } from '../../src/lib/model/errors.ts';
import { layersModelShards, readLayersModel } from '../../src/lib/model/weights/layersModel/read.ts';
import type { LayersModelWeights } from '../../src/lib/model/weights/layersModel/read.ts';
import { readLabels } from './labels.ts';

export interface ModelFolder extends LayersModelWeights {
  readonly labels: string[];
  /** Of all shards, concatenated in the manifest's order. */
  readonly sha256: string;
}

/** File name → what it should be. */
export type FileList = Record<string, { bytes: number; sha256: string }>;

/**
 * @param expected when given, every file must be as it says
 * @throws AtlasError 'weightsMissing' (status 0), 'weightsLength', 'weightsHash', 'weightsManifest'
 */
export async function readModelFolder(folder: string, expected?: FileList): Promise<ModelFolder> {
  const model = await readJson(folder, 'model.json', expected);
  const bytes = await readShards(folder, layersModelShards(model), expected);
  const weights = readLayersModel(model, bytes);
  const labels = await readJson(folder, 'labels.json', expected).catch(unlessMissing);
  return {
    ...weights,
    labels: readLabels(labels, weights.classes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** One after the other into one buffer: the whole file once in memory, not twice. */
async function readShards(
  folder: string,
  paths: string[],
  expected?: FileList,
): Promise<Uint8Array<ArrayBuffer>> {
  const sizes = await Promise.all(paths.map((path) => sizeOf(folder, path)));
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let offset = 0;
  for (const path of paths) {
    const part = await readChecked(folder, path, expected);
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

async function sizeOf(folder: string, path: string): Promise<number> {
  return (await stat(join(folder, path)).catch(asMissing(path))).size;
}

async function readJson(folder: string, path: string, expected?: FileList): Promise<unknown> {
  const bytes = await readChecked(folder, path, expected);
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AtlasError('weightsManifest', { file: path, reason: 'it is not JSON' }, { cause });
  }
}

async function readChecked(folder: string, path: string, expected?: FileList): Promise<Buffer> {
  const bytes = await readFile(join(folder, path)).catch(asMissing(path));
  const listed = expected?.[path];
  if (!listed) return bytes;
  if (bytes.length !== listed.bytes) {
    throw new AtlasError('weightsLength', { file: path, expected: listed.bytes, actual: bytes.length });
  }
  if (createHash('sha256').update(bytes).digest('hex') !== listed.sha256) {
    throw new AtlasError('weightsHash', { file: path });
  }
  return bytes;
}

function asMissing(file: string) {
  return (error: NodeJS.ErrnoException): never => {
    if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(error.code ?? '')) throw error;
    throw new AtlasError('weightsMissing', { file, status: 0 }, { cause: error });
  };
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof AtlasError) || error.code !== 'weightsMissing') throw error;
}

/** A folder in static/weights, read in Node by the loader that the page uses. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openWeights } from '../../src/lib/model/weights/loader.ts';
import type { Manifest, StoredTensor } from '../../src/lib/model/weights/manifest.ts';

export interface ReadWeights {
  readonly manifest: Manifest;
  readonly tensors: Map<string, StoredTensor>;
  readonly labels: string[];
}

/**
 * All of a served folder, checked.
 *
 * @throws AtlasError 'weightsMissing' (status 0), 'weightsNotBinary', 'weightsLength', 'weightsHash', 'weightsManifest'
 */
export async function readServedFolder(folder: string): Promise<ReadWeights> {
  const source = await openWeights(pathToFileURL(folder).href, {
    fetch: fetchFile as typeof fetch,
    cache: null,
  });
  const tensors = new Map<string, StoredTensor>();
  await source.load({
    onShard: (_, decoded) => {
      for (const [name, tensor] of decoded) tensors.set(name, tensor);
    },
  });
  return { manifest: source.manifest, tensors, labels: [...source.labels] };
}

async function fetchFile(url: string): Promise<Response> {
  try {
    return new Response(await readFile(fileURLToPath(url)));
  } catch (error) {
    // Status 0: no server has been asked.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Response.error();
    throw error;
  }
}

/** The engine in Node: wasm backend, weights from disk. */
import type { Graph } from '../src/lib/model/architecture/graph.ts';
import { buildModel } from '../src/lib/model/architecture/families.ts';
import { startBackend } from '../src/lib/model/engine/backends.ts';
import { Parameters } from '../src/lib/model/engine/parameters.ts';
import { cropToSquare, preprocess } from '../src/lib/model/engine/picture/preprocess.ts';
import { Session } from '../src/lib/model/engine/session.ts';
import type { BackendReport } from '../src/lib/model/protocol.ts';
import { networkOf } from '../src/lib/model/weights/network.ts';
import { decodeFile } from './decode.ts';
import { readWeights } from './weights/read.ts';
import { readServedFolder, type ReadWeights } from './weights/servedFolder.ts';

export type Precision = 'float16' | 'float32';

export interface Host {
  readonly session: Session;
  readonly backend: BackendReport;
  readonly labels: readonly string[];
}

export async function openSession(precision: Precision): Promise<Host> {
  return open(buildModel('resnet50'), precision, await readWeights(precision));
}

/**
 * With weights that `npm run weights -- --from` has prepared, in the precision in which they are stored.
 *
 * @throws AtlasError as `readServedFolder`
 */
export async function openOwnSession(folder: string): Promise<Host> {
  const weights = await readServedFolder(folder);
  return open(networkOf(weights.manifest), weights.manifest.precision, weights);
}

async function open(
  graph: Graph,
  precision: Precision,
  { tensors, labels }: Pick<ReadWeights, 'tensors' | 'labels'>,
): Promise<Host> {
  const backend = await startBackend('wasm');
  const parameters = new Parameters();
  parameters.add(tensors);
  return { session: new Session(graph, parameters, precision), backend, labels };
}

/** A picture file as the network gets it. @throws AtlasError of a picture that cannot be used */
export async function readPicture(path: string): Promise<Float32Array> {
  return preprocess(cropToSquare(await decodeFile(path)));
}

/** Decodes a picture file and makes it the session's picture. */
export async function openPicture(session: Session, path: string): Promise<void> {
  session.setPicture(await readPicture(path));
}

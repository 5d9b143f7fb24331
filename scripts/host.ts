/** The engine in Node: wasm backend, weights from disk. */
import { buildModel } from '../src/lib/model/architecture/families.ts';
import { startBackend } from '../src/lib/model/engine/backends.ts';
import { Parameters } from '../src/lib/model/engine/parameters.ts';
import { cropToSquare, preprocess } from '../src/lib/model/engine/picture/preprocess.ts';
import { Session } from '../src/lib/model/engine/session.ts';
import type { BackendReport } from '../src/lib/model/protocol.ts';
import { decodeFile } from './decode.ts';
import { readWeights } from './weights/read.ts';

export type Precision = 'float16' | 'float32';

export interface Host {
  readonly session: Session;
  readonly backend: BackendReport;
  readonly labels: readonly string[];
}

export async function openSession(precision: Precision): Promise<Host> {
  const [{ tensors, labels }, backend] = await Promise.all([readWeights(precision), startBackend('wasm')]);
  const parameters = new Parameters();
  parameters.add(tensors);
  return { session: new Session(buildModel('resnet50'), parameters, precision), backend, labels };
}

/** Decodes a picture file and makes it the session's picture. */
export async function openPicture(session: Session, path: string): Promise<void> {
  session.setPicture(preprocess(cropToSquare(await decodeFile(path))));
}

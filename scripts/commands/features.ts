import { basename } from 'node:path';
import { feeding } from '../../src/lib/model/engine/feeding.ts';
import { decodeFile } from '../decode.ts';
import { readArguments, readSession, somePictures } from './arguments.ts';
import { table } from './table.ts';

export const usage =
  'features IMAGE… [--node avg_pool] [--precision float16|float32 | --weights DIR] [--json]';

/** A node's value for each picture: what a new classifier is trained on. */
export async function run(args: string[]) {
  const { values, positionals } = readArguments('features', args, {
    node: { type: 'string' },
    precision: { type: 'string' },
    weights: { type: 'string' },
  });
  const paths = somePictures('features', positionals);
  const node = values.node ?? 'avg_pool';
  const pictures = await Promise.all(paths.map((path) => decodeFile(path)));
  const { session, backend } = await readSession(values);
  const images = [];
  for (const [at, path] of paths.entries()) {
    const [{ value }] = await feeding(session, { pixels: pictures[at], feeds: [{}], node });
    images.push({ image: basename(path), features: [...value!] });
  }
  session.dispose();
  const { graph, precision } = session;
  const result = { model: graph.name, backend: backend.backend, weights: precision, node, images };
  const rows = images.map(({ image, features }) => [
    image,
    features.length,
    Math.min(...features),
    Math.max(...features),
    features.filter((x) => x === 0).length,
  ]);
  return { result, text: () => table(['picture', 'numbers', 'least', 'largest', 'zeros'], rows) };
}

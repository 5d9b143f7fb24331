import { basename } from 'node:path';
import { feeding } from '../../src/lib/model/engine/feeding.ts';
import { topFive } from '../../src/lib/model/engine/statistics.ts';
import { tenCrops } from '../../src/lib/model/feeding.ts';
import { meanOf } from '../../src/lib/model/statistics.ts';
import { decodeFile } from '../decode.ts';
import { readArguments, readSession, somePictures } from './arguments.ts';
import { feedOptions, feedUsage, readFeed } from './feedOptions.ts';
import { table } from './table.ts';

export const usage = `feed IMAGE… ${feedUsage} [--ten-crops] [--precision float16|float32 | --weights DIR] [--json]`;

/** What the network answers to pictures that are given to it in a way of the caller's choice. */
export async function run(args: string[]) {
  const { values, positionals } = readArguments('feed', args, {
    ...feedOptions,
    'ten-crops': { type: 'boolean' },
    precision: { type: 'string' },
    weights: { type: 'string' },
  });
  const paths = somePictures('feed', positionals);
  const feed = readFeed(values);
  const feeds = values['ten-crops'] ? tenCrops.map((crop) => ({ ...feed, ...crop })) : [feed];
  const pictures = await Promise.all(paths.map((path) => decodeFile(path)));
  const { session, backend, labels } = await readSession(values);
  const images = [];
  for (const [at, path] of paths.entries()) {
    const all = await feeding(session, { pixels: pictures[at], feeds });
    const mean = all[0].probabilities.map((_, i) => meanOf(all.map((fed) => fed.probabilities[i])));
    const top = topFive(mean).map((one) => ({ ...one, label: labels[one.index] }));
    images.push({ image: basename(path), input: all[0].input, top });
  }
  session.dispose();
  const { graph, precision } = session;
  const result = {
    model: graph.name,
    backend: backend.backend,
    weights: precision,
    feed,
    crops: feeds.length,
    images,
  };
  const rows = images.flatMap(({ image, top }) =>
    top
      .slice(0, 3)
      .map(({ label, probability }, i) => [
        i === 0 ? image : '',
        label.replaceAll('_', ' '),
        probability.toFixed(4),
      ]),
  );
  return { result, text: () => table(['picture', 'class', 'probability'], rows) };
}

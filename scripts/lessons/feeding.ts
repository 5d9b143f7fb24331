import { join } from 'node:path';
import { levelFeeds, warpFeeds } from '../../content/experiments/feeding/feeds.ts';
import { othersThan, resultOf } from '../../content/experiments/feeding/result.ts';
import { feeding } from '../../src/lib/model/engine/feeding.ts';
import { levelsByName } from '../../src/lib/model/feeding.ts';
import { decodeFile } from '../decode.ts';
import { openSession } from '../host.ts';

const picture = 'chelsea-cat';
const pathOf = (id: string) => join(import.meta.dirname, `../../static/samples/${id}.jpg`);

/** One picture given in all ways, and three others divided by 255. */
export async function record() {
  const { session, backend, labels } = await openSession('float16');
  const pixels = await decodeFile(pathOf(picture));
  const ways = await feeding(session, { pixels, feeds: [...levelFeeds, ...warpFeeds] });
  const others = new Map();
  for (const id of othersThan(picture)) {
    const feeds = [{ levels: levelsByName.divided }];
    const [fed] = await feeding(session, { pixels: await decodeFile(pathOf(id)), feeds });
    others.set(id, fed);
  }
  return {
    result: resultOf(picture, ways, others, labels),
    command: `npm run -s atlas -- feed static/samples/${picture}.jpg --levels divided`,
    backend: backend.backend,
  };
}

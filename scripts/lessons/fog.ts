import { join } from 'node:path';
import { fogFeeds, resultOf } from '../../content/experiments/fog/result.ts';
import { feeding } from '../../src/lib/model/engine/feeding.ts';
import { decodeFile } from '../decode.ts';
import { openSession } from '../host.ts';

const picture = 'castle';

/** One picture in clear air and in fog of eight densities. */
export async function record() {
  const { session, backend, labels } = await openSession('float16');
  const pixels = await decodeFile(join(import.meta.dirname, `../../static/samples/${picture}.jpg`));
  const fed = await feeding(session, { pixels, feeds: fogFeeds });
  session.dispose();
  return {
    result: resultOf(picture, fed, labels),
    command: `npm run -s atlas -- feed static/samples/${picture}.jpg --fog 3000 (1000, 600, 400, 300, 200, 100, 50)`,
    backend: backend.backend,
  };
}

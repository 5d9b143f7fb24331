import { join } from 'node:path';
import { resultOf } from '../../content/experiments/ensemble-of-paths/result.ts';
import { singlePlan } from '../../src/lib/state/gradients/lesionPlan.ts';
import { lesions } from '../../src/lib/model/engine/lesions.ts';
import { openPicture, openSession } from '../host.ts';

const picture = 'chelsea-cat';

/** Each block removed in turn, on one picture. */
export async function record() {
  const { session, backend, labels } = await openSession('float16');
  await openPicture(session, join(import.meta.dirname, `../../static/samples/${picture}.jpg`));
  const report = await lesions(session, singlePlan);
  return {
    result: resultOf(picture, report, labels),
    command: `npm run -s atlas -- lesion static/samples/${picture}.jpg`,
    backend: backend.backend,
  };
}

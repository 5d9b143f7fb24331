import { join } from 'node:path';
import { grouped, groups } from '../../content/experiments/transfer/groups.ts';
import { resultOf, type Looked } from '../../content/experiments/transfer/result.ts';
import { feeding } from '../../src/lib/model/engine/feeding.ts';
import { photographs } from '../../src/lib/state/photographs.ts';
import { decodeFile } from '../decode.ts';
import { openSession } from '../host.ts';

const root = join(import.meta.dirname, '../../static');

/** The nearest class mean of the features, leaving one out. */
export async function record() {
  const { session, backend } = await openSession('float16');
  const all: Looked[] = [];
  for (const { picture } of grouped) {
    const { file } = photographs.find(({ id }) => id === picture)!;
    const pixels = await decodeFile(join(root, file));
    const [fed] = await feeding(session, { pixels, feeds: [{}], node: 'avg_pool' });
    all.push(fed);
  }
  const files = grouped.map(({ picture }) => photographs.find(({ id }) => id === picture)!.file);
  return {
    result: resultOf(all),
    command: `npm run -s atlas -- features ${files.map((file) => `static/${file}`).join(' ')} --groups ${groups.map(({ pictures }) => pictures.length).join()}`,
    backend: backend.backend,
  };
}

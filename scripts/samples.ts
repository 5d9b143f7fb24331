/**
 * Puts the sample pictures and their thumbnails into static/samples, the other photographs into static/photographs:
 *     node scripts/run.mjs scripts/samples.ts --from FOLDER
 * FOLDER holds the photographs and ATTRIBUTION.json, a list of {file, author, licence, imagenet_index}, with which
 * `src/lib/state/samples.ts` and `photographs.ts` must agree.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { photographs } from '../src/lib/state/photographs.ts';
import type { Sample } from '../src/lib/state/samples.ts';

const target = resolve(import.meta.dirname, '../static');

/** In pixels: twice the side at which it is shown. */
export const thumbnailSide = 112;

interface Attribution {
  readonly file: string;
  readonly author: string;
  readonly licence: string;
  /** −1: none of the classes. */
  readonly imagenet_index: number;
}

function attributionOf(sample: Sample, attributions: readonly Attribution[]): Attribution {
  const found = attributions.find(({ file }) => file.replace(/(-no-class)?\.jpg$/, '') === sample.id);
  if (!found) throw new Error(`${sample.id}: not in ATTRIBUTION.json`);
  const index = found.imagenet_index < 0 ? null : found.imagenet_index;
  for (const [what, ours, theirs] of [
    ['author', sample.author, found.author],
    ['licence', sample.licence, found.licence],
    ['class', sample.imagenetIndex, index],
  ]) {
    if (ours !== theirs)
      throw new Error(`${sample.id}: ${what} is ${theirs} in ATTRIBUTION.json, ${ours} here`);
  }
  return found;
}

export async function main(given: string[]): Promise<number> {
  const { from } = parseArgs({ args: given, options: { from: { type: 'string' } } }).values;
  if (!from) {
    console.error('Say where the photographs are: --from FOLDER');
    return 2;
  }
  const folder = resolve(process.env.INIT_CWD ?? '.', from);
  const attributions: Attribution[] = JSON.parse(await readFile(join(folder, 'ATTRIBUTION.json'), 'utf8'));
  const files = photographs.map((sample) => attributionOf(sample, attributions).file);

  for (const folder of ['samples', 'photographs']) {
    await rm(join(target, folder), { recursive: true, force: true });
    await mkdir(join(target, folder, 'thumbnails'), { recursive: true });
  }
  for (const [index, { file, thumbnail }] of photographs.entries()) {
    await writeFile(join(target, file), await readFile(join(folder, files[index])));
    await sharp(join(target, file))
      .resize(thumbnailSide, thumbnailSide, { fit: 'cover' })
      .webp({ quality: 80, effort: 6 })
      .toFile(join(target, thumbnail));
  }
  console.log(`${photographs.length} pictures`);
  return 0;
}

/**
 * Records what lesions of ResNet-50 do on all samples, which the page shows before anything runs, with the command
 * that repeats it: node scripts/run.mjs scripts/record-lesions.ts
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { format } from 'prettier';
import type { LesionOutcome } from '../src/lib/model/protocol/lesions.ts';
import { samples } from '../src/lib/state/samples.ts';
import { run } from './commands/lesion.ts';

const root = join(import.meta.dirname, '..');
const settings = ['--random', '8', '--draws', '8', '--seed', '0', '--pairs'];

/** Five digits: what arithmetic on another backend changes is beyond them. */
const digits = (value: number) => Number(value.toPrecision(5));
const row = ({ probability, logProbability, top1 }: LesionOutcome) => [
  digits(probability),
  digits(logProbability),
  top1,
];

export async function main(): Promise<void> {
  const { result } = await run([...samples.map(({ file }) => join(root, 'static', file)), ...settings]);
  const { images, backend, weights, seed, draws } = result;
  const recording = {
    command: `npm run -s atlas -- lesion static/samples/*.jpg ${settings.join(' ')} --json`,
    recorded: new Date().toISOString(),
    backend,
    weights,
    seed,
    draws,
    blocks: Object.keys(images[0].blocks),
    removals: images[0].random!.map(({ blocks }) => blocks.join()),
    pairs: images[0].pairs!.map(({ first, second }) => `${first},${second}`),
    // Each row: probability, logarithm, top class.
    images: images.map(({ image, target, label, base, baseLogProbability, top1, ...of }) => ({
      picture: parse(image).name,
      target,
      label,
      base: row({ probability: base, logProbability: baseLogProbability, top1 }),
      blocks: Object.values(of.blocks).map(row),
      removals: of.random!.map(row),
      pairs: of.pairs!.map(row),
    })),
  };
  const folder = join(root, 'src/lib/state/recordings');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'lesions.json'), await format(JSON.stringify(recording), { parser: 'json' }));
  process.stderr.write('Recorded lesions of ResNet-50.\n');
}

/**
 * Records what ResNet-50 answers to all photographs, given in many ways, which lessons count on. What has been computed
 * is kept in .cache/feeding, and the recording goes on from there:
 * node scripts/run.mjs scripts/recordFeeding.ts
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { levelFeeds, levelsNames, warpFeeds, warpNames } from '../content/experiments/feeding/feeds.ts';
import { feeding } from '../src/lib/model/engine/feeding.ts';
import { topFive } from '../src/lib/model/engine/statistics.ts';
import { tenCrops, type Feed } from '../src/lib/model/feeding.ts';
import { meanOf } from '../src/lib/model/statistics.ts';
import { photographs } from '../src/lib/state/photographs.ts';
import { decodeFile } from './decode.ts';
import { openSession, type Host } from './host.ts';

const root = join(import.meta.dirname, '..');
const digits = (value: number) => Number(value.toPrecision(4));

/** What is known of one picture; kept, so that a recording that was ended goes on where it was. */
interface Known {
  /** By way: the five most probable classes. */
  readonly answers: Readonly<Record<string, readonly (readonly [index: number, probability: number])[]>>;
  /** Features at avg_pool in the ways that change levels. */
  readonly features: Readonly<Record<string, readonly number[]>>;
  readonly inputStd: Readonly<Record<string, number>>;
}

const cache = join(root, '.cache/feeding');
const named: readonly (readonly [string, readonly Feed[]])[] = [
  ...levelsNames.map((name, i) => [name, [levelFeeds[i]]] as const),
  ...warpNames.map((name, i) => [name, [warpFeeds[i]]] as const),
  ['shorter256', [{ shorter: 256 }]],
  ['tenCrops', tenCrops],
];

async function look({ session }: Host, file: string): Promise<Known> {
  const pixels = await decodeFile(join(root, 'static', file));
  const answers: Record<string, [number, number][]> = {};
  const features: Record<string, number[]> = {};
  const inputStd: Record<string, number> = {};
  for (const [name, feeds] of named) {
    const all = await feeding(session, { pixels, feeds, node: 'avg_pool' });
    const mean = all[0].probabilities.map(
      (_, at) => all.reduce((sum, { probabilities }) => sum + probabilities[at], 0) / all.length,
    );
    answers[name] = topFive(mean).map(({ index, probability }) => [index, digits(probability)]);
    if (!levelsNames.some((level) => level === name)) continue;
    features[name] = Array.from(all[0].value!, digits);
    inputStd[name] = digits(all[0].input.std);
  }
  return { answers, features, inputStd };
}

/** Mean over pairs of pictures of the cosine between their features. */
function likeness(all: readonly (readonly number[])[]): number {
  const unit = all.map((one) => {
    const norm = Math.hypot(...one);
    return one.map((x) => x / norm);
  });
  const cosines = unit.flatMap((x, i) =>
    unit.slice(0, i).map((y) => x.reduce((sum, value, at) => sum + value * y[at], 0)),
  );
  return meanOf(cosines);
}

export async function main(): Promise<void> {
  const host = await openSession('float16');
  await mkdir(cache, { recursive: true });
  const all: Known[] = [];
  for (const { id, file } of photographs) {
    const path = join(cache, `${id}.json`);
    const known = await readFile(path, 'utf8').catch(() => null);
    const looked = known === null ? await look(host, file) : (JSON.parse(known) as Known);
    if (known === null) await writeFile(path, JSON.stringify(looked));
    all.push(looked);
    process.stderr.write(`${id} `);
  }
  const { labels, backend, session } = host;
  const classes = new Set([
    ...photographs.flatMap(({ imagenetIndex }) => imagenetIndex ?? []),
    ...all.flatMap(({ answers }) => Object.values(answers).flatMap((top) => top.map(([index]) => index))),
  ]);
  const recording = {
    command: 'npm run -s atlas -- feed static/samples/*.jpg static/photographs/*.jpg',
    recorded: new Date().toISOString(),
    backend: backend.backend,
    weights: session.precision,
    labels: Object.fromEntries([...classes].sort((a, b) => a - b).map((index) => [index, labels[index]])),
    likeness: Object.fromEntries(
      levelsNames.map((name) => [name, digits(likeness(all.map(({ features }) => features[name])))]),
    ),
    /** Standard deviation of the input's numbers, mean over the pictures. */
    inputStd: Object.fromEntries(
      levelsNames.map((name) => [name, digits(meanOf(all.map(({ inputStd }) => inputStd[name])))]),
    ),
    pictures: photographs.map(({ id, imagenetIndex }, i) => ({
      picture: id,
      class: imagenetIndex,
      answers: all[i].answers,
    })),
  };
  const written = join(root, 'src/lib/state/recordings/feeding.json');
  const style = { ...(await resolveConfig(written)), parser: 'json' };
  await writeFile(written, await format(JSON.stringify(recording), style));
  process.stderr.write(`\nRecorded ${all.length} pictures.\n`);
}

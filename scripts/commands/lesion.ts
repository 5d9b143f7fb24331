import { basename } from 'node:path';
import { randomLcg } from 'd3';
import { blocksOf } from '../../src/lib/model/architecture/blocks.ts';
import type { BlockId } from '../../src/lib/model/architecture/graph.ts';
import {
  allSwaps,
  randomRemovals,
  removalOf,
  swapOf,
  type Removal,
  type Swap,
} from '../../src/lib/model/architecture/lesions.ts';
import { lesions } from '../../src/lib/model/engine/lesions.ts';
import type { LesionOutcome } from '../../src/lib/model/protocol/lesions.ts';
import { readPicture } from '../host.ts';
import { readArguments, readSession, readTarget, somePictures } from './arguments.ts';
import { readWhole } from './numbers.ts';
import { table } from './table.ts';

export const usage =
  'lesion IMAGE… [--random K [--draws 5] [--seed 0]] [--pairs] [--target I] [--precision float16|float32 | --weights DIR] [--json]';

/** Of one picture; probabilities are the target's. */
export interface Image {
  readonly image: string;
  readonly target: number;
  readonly label: string;
  /** Of the unmodified network. */
  readonly base: number;
  readonly baseLogProbability: number;
  readonly top1: number;
  readonly blocks: Readonly<Record<BlockId, LesionOutcome>>;
  readonly random?: readonly (Removal & LesionOutcome)[];
  readonly pairs?: readonly (Swap & LesionOutcome)[];
}

/** Each block removed in turn; with `--random` K random ones together, with `--pairs` two of a stage changing places. */
export async function run(args: string[]) {
  const { values, positionals } = readArguments('lesion', args, {
    random: { type: 'string' },
    draws: { type: 'string' },
    seed: { type: 'string' },
    pairs: { type: 'boolean' },
    target: { type: 'string' },
    precision: { type: 'string' },
    weights: { type: 'string' },
  });
  const paths = somePictures('lesion', positionals);
  const target = readTarget(values.target);
  const draws = readWhole('--draws', values.draws ?? '5', { least: 1, most: 1000 });
  const seed = readWhole('--seed', values.seed ?? '0', { least: 0, most: 999_999 });
  // Before anything that takes long: a picture that cannot be used is told at once.
  const inputs = await Promise.all(paths.map(readPicture));
  const { session, backend, labels } = await readSession(values);
  session.requireClass(target);
  const ids = blocksOf(session.graph).map(({ id }) => id);
  const most =
    values.random === undefined ? 0 : readWhole('--random', values.random, { least: 1, most: ids.length });
  const removals = randomRemovals(session.graph, { most, draws, random: randomLcg(seed) });
  const pairs = values.pairs ? allSwaps(session.graph) : [];

  const images: Image[] = [];
  for (const [at, path] of paths.entries()) {
    session.setPicture(inputs[at]);
    const asked = [...ids.map((id) => removalOf([id])), ...removals.map(({ blocks }) => removalOf(blocks))];
    const report = await lesions(session, { lesions: [...asked, ...pairs.map(swapOf)], target });
    const outcomes = report.outcomes.values();
    const next = () => outcomes.next().value!;
    images.push({
      image: basename(path),
      target: report.target,
      label: labels[report.target],
      base: report.base.probability,
      baseLogProbability: report.base.logProbability,
      top1: report.base.top1,
      blocks: Object.fromEntries(ids.map((id) => [id, next()])),
      ...(most > 0 && { random: removals.map((removal) => ({ ...removal, ...next() })) }),
      ...(values.pairs && { pairs: pairs.map((pair) => ({ ...pair, ...next() })) }),
    });
  }
  const result = {
    model: session.graph.name,
    backend: backend.backend,
    weights: session.precision,
    ...(most > 0 && { seed, draws }),
    images,
  };
  return { result, text: () => images.map((image) => asText(image, labels)).join('\n\n') };
}

function asText(image: Image, labels: readonly string[]): string {
  const words = (index: number) => labels[index].replaceAll('_', ' ');
  const row = (name: string, { probability, top1 }: LesionOutcome) => [
    name,
    probability.toFixed(4),
    signed(probability - image.base),
    words(top1),
  ];
  const rows = [
    ...Object.entries(image.blocks).map(([id, outcome]) => row(`without ${id}`, outcome)),
    ...(image.random ?? []).map((removal) => row(`without ${removal.blocks.join(', ')}`, removal)),
    ...(image.pairs ?? []).map((pair) => row(`${pair.first} and ${pair.second} swapped`, pair)),
  ];
  return [
    `${image.image}: p(${words(image.target)}) = ${image.base.toFixed(4)}`,
    table(['network', 'probability', 'change', 'top class'], rows),
  ].join('\n');
}

const signed = (change: number) => `${change < 0 ? '−' : '+'}${Math.abs(change).toFixed(4)}`;

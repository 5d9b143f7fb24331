import { basename } from 'node:path';
import { refinement } from '../../src/lib/model/engine/refinement.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import type { BlockRefinement } from '../../src/lib/model/protocol/refinement.ts';
import { spreadOf } from '../../src/lib/model/statistics.ts';
import { readPicture } from '../host.ts';
import { readArguments, readSession, readTarget, somePictures } from './arguments.ts';
import { table } from './table.ts';

export const usage =
  'refine IMAGE… [--target I | --rank 1|2|3|4|5] [--precision float16|float32 | --weights DIR] [--json]';

/** Of the class among the network's own answers. */
function readRank(value: string | undefined, target: number | undefined): number | undefined {
  if (value === undefined) return undefined;
  const expected = target === undefined ? '1, 2, 3, 4, 5' : 'no rank beside --target';
  if (target !== undefined || !/^[1-5]$/.test(value))
    throw new AtlasError('invalidValue', { option: '--rank', value, expected });
  return Number(value);
}

/** The report in the words of the command line's answers. */
function measured(path: string, report: Report, labels: readonly string[]) {
  const { target, loss, blocks } = report;
  const exits = report.exits.map(({ top, ...exit }) => ({
    ...exit,
    top: top.map(({ index, probability }) => ({ index, label: labels[index], probability })),
  }));
  return { image: basename(path), target, label: labels[target], loss, blocks, exits };
}
type Report = Awaited<ReturnType<typeof refinement>>;
export type MeasuredImage = ReturnType<typeof measured>;

export async function run(args: string[]) {
  const { values, positionals } = readArguments('refine', args, {
    target: { type: 'string' },
    rank: { type: 'string' },
    precision: { type: 'string' },
    weights: { type: 'string' },
  });
  const paths = somePictures('refine', positionals);
  const target = readTarget(values.target);
  const rank = readRank(values.rank, target);
  // Before anything that takes long: a picture that cannot be used is told at once.
  const inputs = await Promise.all(paths.map(readPicture));
  const { session, backend, labels } = await readSession(values);

  const images: MeasuredImage[] = [];
  for (const [at, path] of paths.entries()) {
    session.setPicture(inputs[at]);
    images.push(measured(path, await refinement(session, { target, rank }), labels));
  }
  const result = {
    model: session.graph.name,
    backend: backend.backend,
    weights: session.precision,
    images,
  };

  const overImages = (figure: (block: BlockRefinement) => number | null) => (id: string) => {
    const all = images.flatMap(({ blocks }) => figure(blocks[id]) ?? []);
    const { mean, standardError } = spreadOf(all);
    const digits = (value: number) => value.toFixed(4);
    if (all.length === 0) return '–';
    return all.length > 1 ? `${digits(mean)} ± ${digits(standardError)}` : digits(mean);
  };
  const columns = {
    'error, mean': overImages(({ error }) => error.mean),
    'error, std': overImages(({ error }) => error.std),
    'cos(F, −∂L/∂h)': overImages(({ cosine }) => cosine),
    '‖F‖/‖h‖': overImages(({ ratio }) => ratio),
  };
  const text = () =>
    [
      `Error: output − output of the stage's last block, in standard deviations of the latter.${images.length > 1 ? ' Means over the pictures ± standard error.' : ''}`,
      table(
        ['block', ...Object.keys(columns)],
        Object.keys(images[0].blocks).map((id) => [
          id,
          ...Object.values(columns).map((column) => column(id)),
        ]),
      ),
      '',
      table(
        ['picture', 'class', 'loss', ...images[0].exits.map(({ block }) => `p after ${block}`)],
        images.map(({ image, label, loss, exits }) => [
          image,
          label.replaceAll('_', ' '),
          loss.toPrecision(3),
          ...exits.map(({ probability }) => probability.toFixed(4)),
        ]),
      ),
      '',
      `${result.model}, ${result.weights} weights, ${result.backend}`,
    ].join('\n');
  return { result, text };
}

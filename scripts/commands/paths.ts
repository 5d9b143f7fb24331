import { openPicture } from '../host.ts';
import { onePicture, readArguments, readSession, readTarget } from './arguments.ts';
import { readWhole, withoutNonFinite } from './numbers.ts';
import { table } from './table.ts';

export const usage =
  'paths IMAGE [--samples 8] [--seed 0] [--target I] [--precision float16|float32 | --weights DIR] [--json]';

export async function run(args: string[]) {
  const { values, positionals } = readArguments('paths', args, {
    samples: { type: 'string' },
    seed: { type: 'string' },
    target: { type: 'string' },
    precision: { type: 'string' },
    weights: { type: 'string' },
  });
  const path = onePicture('paths', positionals);
  const target = readTarget(values.target);
  const samples = readWhole('--samples', values.samples ?? '8', { least: 0, most: 65_536 });
  const seed = readWhole('--seed', values.seed ?? '0', { least: 0, most: 999_999 });
  const { session, backend, labels } = await readSession(values);
  await openPicture(session, path);
  const report = await session.paths({ target, samples, seed });
  const { node, norm, lengths, few, loss } = report;
  const result = {
    model: session.graph.name,
    backend: backend.backend,
    weights: session.precision,
    target: { index: report.target, label: labels[report.target], probability: Math.exp(-loss) },
    samples,
    seed,
    loss,
    node,
    norm,
    lengths: lengths.map(({ paths, together, sampled }, length) => ({ length, paths, ...together, sampled })),
    few,
  };
  const text = () =>
    [
      `Gradient of the loss −log p(${result.target.label.replaceAll('_', ' ')}) = ${loss.toPrecision(4)} at ${node}: norm ${norm.toExponential(3)}, by the number of branches that its paths take`,
      table(
        ['branches', 'paths', 'together', 'share', 'one path, on average'],
        result.lengths.map(({ length, paths, norm, share, sampled }) => [
          length,
          paths,
          norm!.toExponential(3),
          `${(100 * share!).toFixed(1)} %`,
          sampled.length > 0
            ? (sampled.reduce((sum, one) => sum + one, 0) / sampled.length).toExponential(3)
            : '',
        ]),
      ),
    ].join('\n');
  return { result: withoutNonFinite(result), text };
}

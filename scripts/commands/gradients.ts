import { openPicture } from '../host.ts';
import {
  onePicture,
  readArguments,
  readRewrites,
  rewriteOptions,
  rewriteUsage,
  readSession,
  readTarget,
} from './arguments.ts';
import { table } from './table.ts';

export const usage = `gradients IMAGE ${rewriteUsage} [--target I] [--precision float16|float32 | --weights DIR] [--json]`;

export async function run(args: string[]) {
  const { values, positionals } = readArguments('gradients', args, {
    ...rewriteOptions,
    target: { type: 'string' },
    precision: { type: 'string' },
    weights: { type: 'string' },
  });
  const path = onePicture('gradients', positionals);
  const target = readTarget(values.target);
  const { session, backend, labels } = await readSession(values);
  const rewrites = readRewrites(session.graph, values);
  await openPicture(session, path);
  const report = await session.gradients({ rewrites, target });
  const result = {
    model: session.graph.name,
    backend: backend.backend,
    weights: session.precision,
    target: { index: report.target, label: labels[report.target], probability: Math.exp(-report.loss) },
    loss: report.loss,
    input: report.input,
    blocks: report.blocks,
  };
  const text = () =>
    [
      `Gradient of the loss −log p(${result.target.label.replaceAll('_', ' ')}) = ${result.loss.toPrecision(4)}; its norm at each block's output:`,
      table(
        ['block', 'norm'],
        [
          ['input', result.input.toExponential(3)],
          ...Object.entries(result.blocks).map(([id, n]) => [id, n.toExponential(3)]),
        ],
      ),
    ].join('\n');
  return { result, text };
}

import { blocksOf, type Block } from '../../src/lib/model/architecture/blocks.ts';
import { applyRewrites } from '../../src/lib/model/architecture/rewrites.ts';
import { inferShapes } from '../../src/lib/model/architecture/shapes.ts';
import type { Graph } from '../../src/lib/model/architecture/graph.ts';
import { residualFigures, statistics } from '../../src/lib/model/engine/statistics.ts';
import { AtlasError } from '../../src/lib/model/errors.ts';
import type { ResidualFigures } from '../../src/lib/model/protocol.ts';
import type { Session } from '../../src/lib/model/engine/session.ts';
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

export const usage = `predict IMAGE ${rewriteUsage} [--target I] [--precision float16|float32 | --weights DIR] [--stats] [--json]`;

export async function run(args: string[]) {
  const { values, positionals } = readArguments('predict', args, {
    ...rewriteOptions,
    target: { type: 'string' },
    precision: { type: 'string' },
    weights: { type: 'string' },
    stats: { type: 'boolean' },
  });
  const path = onePicture('predict', positionals);
  const wantedTarget = readTarget(values.target);
  const { session, backend, labels } = await readSession(values);
  const rewrites = readRewrites(session.graph, values);
  if (wantedTarget !== undefined && wantedTarget >= labels.length) {
    throw new AtlasError('unknownClass', { target: String(wantedTarget), classes: labels.length });
  }
  const graph = applyRewrites(session.graph, rewrites);
  await openPicture(session, path);
  const target = wantedTarget ?? (rewrites.length === 0 ? undefined : await session.topOfUnmodified());
  session.prepare(rewrites);
  const pass = await session.forward({ rewrites });
  const described = (index: number) => ({
    index,
    label: labels[index],
    probability: pass.probabilities[index],
  });

  const result = {
    model: session.graph.name,
    backend: backend.backend,
    weights: session.precision,
    milliseconds: pass.milliseconds,
    top: pass.top.map(({ index }) => described(index)),
    target: described(target ?? pass.top[0].index),
    ...(values.stats ? await allStatistics(session, graph) : {}),
  };
  const text = () =>
    [
      table(
        ['class', 'index', 'probability'],
        result.top.map(({ label, index, probability }) => [
          label.replaceAll('_', ' '),
          index,
          probability.toFixed(4),
        ]),
      ),
      `\n${result.model}, ${result.weights} weights, ${result.backend}: ${result.milliseconds.toFixed(0)} ms`,
      ...(result.nodes
        ? [
            '',
            table(
              ['node', 'shape', 'mean', 'std', 'min', 'max', 'l2'],
              Object.entries(result.nodes).map(([id, s]) => [
                id,
                s.shape.join('×'),
                s.mean,
                s.std,
                s.min,
                s.max,
                s.l2,
              ]),
            ),
          ]
        : []),
    ].join('\n');
  return { result, text };
}

/** Of every node of the graph that ran, and of every block that is still there. */
async function allStatistics(session: Session, graph: Graph) {
  const shapes = inferShapes(graph);
  const all = await session.values(graph.nodes.map(({ id }) => id));
  const nodes = Object.fromEntries(
    graph.nodes.map(({ id }) => {
      const { mean, std, min, max, l2 } = statistics(all.get(id)!);
      return [id, { shape: shapes.get(id)!, mean, std, min, max, l2 }];
    }),
  );
  const figures = ({ branchEnd, shortcutEnd, sum }: Block): ResidualFigures =>
    residualFigures(all.get(branchEnd!)!, shortcutEnd === null ? null : all.get(shortcutEnd)!, all.get(sum)!);
  const residual = Object.fromEntries(
    blocksOf(graph)
      .filter(({ branchEnd }) => branchEnd !== null)
      .map((block) => [block.id, figures(block)]),
  );
  return { nodes, residual };
}

/** The engine against plain loops in double precision, on random networks and random interventions. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../architecture/blocks.ts';
import { cifarNetwork, type CifarOptions } from '../architecture/families.ts';
import type { Graph } from '../architecture/graph.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { randomGraph } from '../architecture/testing/randomGraphs.ts';
import { randomRewrites } from '../architecture/testing/randomRewrites.ts';
import { evaluate, numbersFrom, type Values } from '../architecture/testing/reference.ts';
import { AtlasError } from '../errors.ts';
import { backward, valuesForBackward } from './backward.ts';
import { startBackend } from './backends.ts';
import { run } from './forward.ts';
import { Parameters } from './parameters.ts';
import { l2Norm } from './statistics.ts';
import { fuse } from './steps.ts';
import { referenceInput, referenceParameters } from './testing/referenceWeights.ts';

beforeAll(() => startBackend('wasm'));

/** Pooling windows lie at least partly on the picture, as in any network that is used. */
const poolsArePlausible = (graph: Graph) =>
  graph.nodes.every(
    (node) =>
      node.kind !== 'maxPool' ||
      (node.attributes.kernel > 1 && node.attributes.padding < node.attributes.kernel / 2),
  );
const plausibleGraph = randomGraph().filter(poolsArePlausible);

/** A small residual network with a norm, both kinds of shortcut, or another order of activation, and interventions on it. */
const small = (options: Partial<CifarOptions>) =>
  cifarNetwork({ depth: 14, width: 2, classes: 3, inputShape: [8, 8, 2], ...options });
const rewritten = fc
  .constantFrom(
    small({ shortcut: 'A' }),
    small({ shortcut: 'B' }),
    small({ order: 'preActivation' }),
    small({ order: 'normAfterAdd' }),
  )
  .chain((graph) => randomRewrites(graph).map((all) => apply(graph, all)));

/** Those of the rewrites that make sense one after another. */
function apply(graph: Graph, rewrites: readonly Rewrite[]): Graph {
  return rewrites.reduce((before, rewrite) => {
    try {
      return applyRewrites(before, [rewrite]);
    } catch (error) {
      if (error instanceof AtlasError) return before;
      throw error;
    }
  }, graph);
}

const anyGraph = fc.oneof(plausibleGraph, rewritten);

const scale = (values: Values) => Math.max(1, ...values.map(Math.abs));

async function engineValues(graph: Graph, exact: ReadonlySet<string>) {
  const parameters = referenceParameters(graph);
  const input = referenceInput(graph);
  const steps = fuse(graph, exact).filter(({ kind }) => kind !== 'input');
  const results = run(steps, new Map([[input.id, input.tensor]]), exact, parameters);
  const values = new Map<string, { shape: number[]; data: Float32Array }>();
  for (const [id, tensor] of results) {
    values.set(id, { shape: tensor.shape.slice(1), data: (await tensor.data()) as Float32Array });
    tensor.dispose();
  }
  input.tensor.dispose();
  parameters.releaseTensors();
  return values;
}

describe('forward', () => {
  it('has every inferred shape, and every value that plain loops give, whatever is fused', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, fc.integer(), async (graph, seed) => {
        const expected = evaluate(graph);
        const shapes = inferShapes(graph);
        const chosen = graph.nodes.filter((_, i) => (seed >> (i % 31)) & 1).map(({ id }) => id);
        const exact = new Set([...chosen, graph.nodes.at(-1)!.id]);
        for (const [id, { shape, data }] of await engineValues(graph, exact)) {
          expect(shape).toEqual([...shapes.get(id)!]);
          const reference = expected.get(id)!;
          const difference = Math.max(...reference.map((value, i) => Math.abs(value - data[i])));
          expect(difference / scale(reference), id).toBeLessThan(1e-4);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no tensor behind', async () => {
    const graph = small({ shortcut: 'B' });
    await engineValues(graph, new Set(['prob']));
    const before = tf.memory().numTensors;
    await engineValues(graph, new Set(graph.nodes.map(({ id }) => id)));
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('backward', () => {
  /** The logits: through a saturated softmax float32 has no digits left to compare. */
  const lossNode = (graph: Graph) => graph.nodes.findLast(({ kind }) => kind !== 'softmax')!.id;

  /** d/dε of Σ weight·output along a direction at one node, by central differences in the reference. */
  function slope(graph: Graph, node: string, base: Values, direction: Values, weights: Values): number {
    const step = 1e-6;
    const loss = (sign: number) => {
      const moved = base.map((value, i) => value + sign * step * direction[i]);
      const output = evaluate(graph, new Map([[node, moved]])).get(lossNode(graph))!;
      return output.reduce((sum, value, i) => sum + value * weights[i], 0);
    };
    return (loss(1) - loss(-1)) / (2 * step);
  }

  it('equals the slope of the reference, at the input and at every block', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const before = tf.memory().numTensors;
        const reference = evaluate(graph);
        const output = lossNode(graph);
        const input = referenceInput(graph);
        const wanted = new Set([input.id, ...blocksOf(graph).map((block) => block.output)]);
        if (output === input.id) return;
        const parameters = referenceParameters(graph);
        const steps = fuse(graph, new Set([...wanted, output])).filter(({ kind }) => kind !== 'input');
        const kept = new Set([...valuesForBackward(steps, wanted), output]);
        const values = run(steps, new Map([[input.id, input.tensor]]), kept, parameters);
        const weights = numbersFrom('loss', reference.get(output)!.length);
        const gradient = tf.tensor(weights, values.get(output)!.shape);
        const walk = backward({
          steps,
          values,
          shapes: inferShapes(graph),
          seed: { id: output, gradient },
          wanted,
          parameters,
        });
        for (const found of walk) {
          const data = await found.gradient.data();
          const base = reference.get(found.id)!;
          // Where a ReLU has made a zero, a further ReLU or pool has a kink: no slope to compare with.
          const direction = numbersFrom(`direction at ${found.id}`, data.length).map((x, i) =>
            base[i] === 0 ? 0 : x,
          );
          const along = direction.reduce((sum, value, i) => sum + value * data[i], 0);
          const expected = slope(graph, found.id, base, direction, weights);
          const size = l2Norm(data) || 1;
          expect(Math.abs(along - expected) / size, found.id).toBeLessThan(2e-3);
          found.gradient.dispose();
        }
        for (const tensor of [...values.values(), gradient, input.tensor]) tensor.dispose();
        parameters.releaseTensors();
        expect(tf.memory().numTensors).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  it('goes through a softmax as (diag p − p pᵀ) g', async () => {
    const [logits, g] = [
      [0.5, -1, 2],
      [0.3, 0.1, -0.2],
    ];
    const total = logits.reduce((sum, x) => sum + Math.exp(x), 0);
    const p = logits.map((x) => Math.exp(x) / total);
    const mean = p.reduce((sum, x, i) => sum + x * g[i], 0);
    const node = { id: 'prob', kind: 'softmax', inputs: ['head'], attributes: {} } as const;
    const gradient = tf.tensor2d([g]);
    const values = run(
      [node],
      new Map([['head', tf.tensor2d([logits])]]),
      new Set(['prob']),
      new Parameters(),
    );
    const walk = backward({
      steps: [node],
      values,
      shapes: new Map([['head', [3]]]),
      seed: { id: 'prob', gradient },
      wanted: new Set(['head']),
      parameters: new Parameters(),
    });
    const found = [...walk][0];
    (await found.gradient.data()).forEach((value, i) => expect(value).toBeCloseTo(p[i] * (g[i] - mean), 6));
  });
});

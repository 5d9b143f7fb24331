/** Random rewrites: what must hold for all of them, in any order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AtlasError } from '../errors.ts';
import { blocksOf } from './blocks.ts';
import { buildModel, cifarNetwork } from './families.ts';
import type { Graph } from './graph.ts';
import type { Rewrite } from './rewrite.ts';
import { applyRewrites } from './rewrites.ts';
import { inferShapes, weightShapes } from './shapes.ts';
import { subgraph } from './subgraph.ts';
import { randomRewrites } from './testing/randomRewrites.ts';

const resnet50 = buildModel('resnet50');
const small = cifarNetwork({ depth: 20, width: 2, inputShape: [6, 6, 1], shortcut: 'B' });
const optionA = cifarNetwork({ depth: 20, width: 2, inputShape: [6, 6, 1] });
const preActivation = cifarNetwork({ depth: 20, width: 2, inputShape: [6, 6, 1], order: 'preActivation' });

/** Applies what can be applied, and leaves the rest out. */
function applyPossible(graph: Graph, rewrites: readonly Rewrite[]): { result: Graph; applied: Rewrite[] } {
  const applied: Rewrite[] = [];
  const result = rewrites.reduce((current, rewrite) => {
    const next = attempt(current, [rewrite]);
    if (!next) return current;
    applied.push(rewrite);
    return next;
  }, graph);
  return { result, applied };
}

function attempt(graph: Graph, rewrites: readonly Rewrite[]): Graph | null {
  try {
    return applyRewrites(graph, rewrites);
  } catch (error) {
    if (error instanceof AtlasError) return null;
    throw error;
  }
}

describe.each([
  ['ResNet-50', resnet50],
  ['a CIFAR network with option A', optionA],
  ['a CIFAR network with option B', small],
  ['a CIFAR network of pre-activation blocks', preActivation],
])('any rewrites of %s', (_, graph) => {
  const shapes = inferShapes(graph);
  const weights = weightShapes(graph);
  const originals = new Map(graph.nodes.map((node) => [node.id, node]));

  test('leave a sound graph with the same output shape, no dead nodes, and all blocks with their plus', () => {
    fc.assert(
      fc.property(randomRewrites(graph), (rewrites) => {
        const { result, applied } = applyPossible(graph, rewrites);
        const after = inferShapes(result);
        expect(after.get(result.nodes.at(-1)!.id)).toEqual(shapes.get(graph.nodes.at(-1)!.id));
        expect(subgraph(result, [result.nodes.at(-1)!.id]).nodes).toHaveLength(result.nodes.length);
        const sorted = (of: Graph) =>
          blocksOf(of)
            .map(({ id, sum, output }) => `${id} ${sum} ${output}`)
            .sort();
        expect(sorted(result)).toEqual(sorted(graph));
        // In one go or one after the other: the same.
        expect(applyRewrites(graph, applied)).toEqual(result);
      }),
    );
  });

  test('leave what they do not touch as the same object, with the same shapes and weights', () => {
    fc.assert(
      fc.property(randomRewrites(graph), (rewrites) => {
        const { result: start } = applyPossible(graph, rewrites.slice(0, -1));
        const { result } = applyPossible(start, rewrites.slice(-1));
        const previous = new Map(start.nodes.map((node) => [node.id, node]));
        const after = inferShapes(result);
        for (const node of result.nodes) {
          const before = previous.get(node.id);
          if (before?.inputs.join() === node.inputs.join() && node.kind !== 'scale')
            expect(node).toBe(before);
          const original = originals.get(node.id);
          if (!original) {
            expect(node).toMatchObject({ kind: 'scale' });
            continue;
          }
          expect({ ...node, inputs: original.inputs }).toEqual(original);
          expect(after.get(node.id)).toEqual(shapes.get(node.id));
        }
        for (const [key, shape] of weightShapes(result)) expect(weights.get(key)).toEqual(shape);
      }),
    );
  });

  test('touch only their own block, or the readers of their node', () => {
    fc.assert(
      fc.property(randomRewrites(graph, { length: 1 }), (rewrites) => {
        const { result, applied } = applyPossible(graph, rewrites);
        const [rewrite] = applied;
        if (!rewrite || rewrite.kind === 'swapBlocks') return;
        for (const node of result.nodes) {
          if (originals.get(node.id) === node) continue;
          const expected =
            rewrite.kind === 'muteChannel'
              ? node.id === `${rewrite.node}_mute` || originals.get(node.id)!.inputs.includes(rewrite.node)
              : node.block === rewrite.block;
          expect([node.id, expected]).toEqual([node.id, true]);
        }
        const gone = graph.nodes.filter(({ id }) => !result.nodes.some((node) => node.id === id));
        for (const node of gone) expect(node.block).toBe('block' in rewrite ? rewrite.block : undefined);
      }),
    );
  });

  test('commute, but for two swaps of the same block', () => {
    fc.assert(
      fc.property(randomRewrites(graph, { length: 2 }), ([one, two]) => {
        if (one!.kind === 'swapBlocks' && two!.kind === 'swapBlocks') {
          const blocks = [one!.first, one!.second, two!.first, two!.second] as string[];
          if (new Set(blocks).size < 4) return;
        }
        const forward = attempt(graph, [one!, two!]);
        const backward = attempt(graph, [two!, one!]);
        if (forward && backward) expect(forward).toEqual(backward);
      }),
      { numRuns: 400 },
    );
  });
});

import fc from 'fast-check';
import { blocksOf } from '../blocks.ts';
import type { Graph } from '../graph.ts';
import type { Rewrite } from '../rewrite.ts';
import { inferShapes } from '../shapes.ts';

/** Random rewrites of a graph's blocks and nodes. Few blocks are drawn from, so that rewrites meet. */
export function randomRewrites(
  graph: Graph,
  { length }: { length?: number } = {},
): fc.Arbitrary<readonly Rewrite[]> {
  const shapes = inferShapes(graph);
  const ids = blocksOf(graph).map(({ id }) => id);
  const block = fc.oneof(fc.constantFrom(...ids), fc.constantFrom(...ids.slice(4, 7)));
  const factor = fc.constantFrom(0, 0.5, -1, 2);
  const near = graph.nodes.filter((node) => ids.slice(4, 7).includes(node.block ?? ''));
  const node = fc.oneof(fc.constantFrom(...graph.nodes), fc.constantFrom(...near));
  const rewrite: fc.Arbitrary<Rewrite> = fc.oneof(
    fc.record({ kind: fc.constant('cutShortcut' as const), block }),
    fc.record({ kind: fc.constant('removeBlock' as const), block }),
    fc.record({ kind: fc.constant('scaleBranch' as const), block, factor }),
    fc.record({ kind: fc.constant('scaleShortcut' as const), block, factor }),
    fc.record({ kind: fc.constant('swapBlocks' as const), first: block, second: block }),
    fc.tuple(node, fc.nat()).map(([{ id }, number]) => ({
      kind: 'muteChannel' as const,
      node: id,
      channel: number % shapes.get(id)!.at(-1)!,
    })),
  );
  return fc.array(
    rewrite,
    length === undefined ? { maxLength: 6 } : { minLength: length, maxLength: length },
  );
}

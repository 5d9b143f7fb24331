import { blocksOf } from '$lib/model/architecture/blocks.ts';
import { resnet50 } from '$lib/state/resnet50.ts';

/** The network's blocks as they were trained, in order. */
export const blocks = blocksOf(resnet50.graph);

/** By node of any graph made of it: the block that holds it. */
export function blockHolding(node: string): string | null {
  // Nodes that an intervention adds are named after one that was there: 'res4d_branch_scale'.
  const nodes = resnet50.graph.nodes.filter(({ id }) => node === id || node.startsWith(`${id}_`));
  const longest = nodes.toSorted((a, b) => b.id.length - a.id.length).at(0);
  return longest?.block ?? null;
}

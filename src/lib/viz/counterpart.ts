import { shapeText } from './text.ts';
import type { Network } from './layout.ts';

/** All other nodes, those of a node's shape apart from those of another. In order of execution. */
export function byShape(
  { graph, shapes }: Pick<Network, 'graph' | 'shapes'>,
  node: string,
): { readonly same: readonly string[]; readonly other: readonly string[] } {
  const shape = shapeText(shapes.get(node) ?? []);
  const others = graph.nodes.map(({ id }) => id).filter((id) => id !== node);
  const isSame = (id: string) => shapeText(shapes.get(id) ?? []) === shape;
  return { same: others.filter(isSame), other: others.filter((id) => !isSame(id)) };
}

/**
 * The node that a node is first compared with: the one in the same place of the next block of its stage (of the one
 * before, for the last), else the next of its shape, else any.
 */
export function counterpart(network: Pick<Network, 'graph' | 'shapes' | 'sections'>, node: string): string {
  const { same, other } = byShape(network, node);
  for (const { units } of network.sections) {
    const unit = units.findIndex(({ nodes }) => nodes.some(({ id }) => id === node));
    if (unit < 0) continue;
    // Counted from the end: a projection comes before what all blocks of a stage have.
    const fromEnd = units[unit].nodes.length - units[unit].nodes.findIndex(({ id }) => id === node);
    for (const neighbour of [units[unit + 1], units[unit - 1]]) {
      const found = neighbour?.nodes.at(-fromEnd)?.id;
      if (found !== undefined && same.includes(found)) return found;
    }
  }
  const { nodes } = network.graph;
  const at = nodes.findIndex(({ id }) => id === node);
  return same.find((id) => nodes.findIndex((one) => one.id === id) > at) ?? same.at(-1) ?? other[0];
}

import type { Graph, Kind } from '../model/architecture/graph.ts';

/** Kinds whose value has no negative entry, whatever comes in. */
const neverNegative: ReadonlySet<Kind> = new Set<Kind>(['relu', 'softmax']);

/** Kinds that bring no sign of their own: without negative entries if all their inputs are. */
const passSign: ReadonlySet<Kind> = new Set<Kind>([
  'pad',
  'maxPool',
  'globalAvgPool',
  'add',
  'subsample',
  'padChannels',
]);

/**
 * The nodes whose values cannot be negative. Told from the graph and not from the values, so that a node has the same
 * colour map for every picture.
 */
export function nonNegativeNodes(graph: Graph): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, kind, inputs } of graph.nodes) {
    const inherits = passSign.has(kind) && inputs.length > 0 && inputs.every((input) => found.has(input));
    if (neverNegative.has(kind) || inherits) found.add(id);
  }
  return found;
}

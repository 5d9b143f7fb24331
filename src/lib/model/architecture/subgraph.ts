import { AtlasError } from '../errors.ts';
import type { Graph, Node } from './graph.ts';

/** A graph's nodes by id. */
export function nodesById({ nodes }: Pick<Graph, 'nodes'>): ReadonlyMap<string, Node> {
  return new Map(nodes.map((node) => [node.id, node]));
}

/**
 * The nodes that must run, in order, to compute `wanted` when the values of `known` are given. Known nodes are
 * not among them, nor is what only they need. Throws `AtlasError` 'unknownNode' for an id that is not in the graph.
 */
export function subgraph(
  graph: Pick<Graph, 'nodes'>,
  wanted: Iterable<string>,
  known: ReadonlySet<string> = new Set(),
): { readonly nodes: readonly Node[] } {
  const byId = nodesById(graph);
  const needed = new Set<string>();
  const open = [...wanted];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = byId.get(id);
    if (!node) throw new AtlasError('unknownNode', { node: id });
    if (needed.has(id) || known.has(id)) continue;
    needed.add(id);
    open.push(...node.inputs);
  }
  return { nodes: graph.nodes.filter(({ id }) => needed.has(id)) };
}

/** By node: the ids of the nodes that read its value, in order. A node that reads it twice is listed once. */
export function consumers({ nodes }: Pick<Graph, 'nodes'>): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const node of nodes) {
    for (const id of new Set(node.inputs)) readers.get(id)?.push(node.id);
  }
  return readers;
}

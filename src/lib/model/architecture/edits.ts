/** Small edits of a graph, of which the rewrites are made. A node that an edit does not change stays the same object. */
import type { Graph, Node } from './graph.ts';
import { subgraph } from './subgraph.ts';

/** Gives every node the inputs that `inputsOf` answers. */
export function rewire(nodes: readonly Node[], inputsOf: (node: Node) => readonly string[]): readonly Node[] {
  return nodes.map((node) => {
    const inputs = inputsOf(node);
    const same =
      inputs.length === node.inputs.length && inputs.every((id, index) => id === node.inputs[index]);
    return same ? node : { ...node, inputs };
  });
}

/** Puts `added` where `position` is now; what was there moves back. */
export function insertAt(nodes: readonly Node[], position: number, added: Node): readonly Node[] {
  return [...nodes.slice(0, position), added, ...nodes.slice(position)];
}

/** Puts another node in the place of the one with its id. */
export function replace(nodes: readonly Node[], replacement: Node): readonly Node[] {
  return nodes.map((node) => (node.id === replacement.id ? replacement : node));
}

/** Drops the nodes on which the output does not depend; the `input` stays. */
export function withoutDeadNodes(graph: Graph): Graph {
  const output = graph.nodes.at(-1);
  if (!output) return graph;
  const live = new Set(subgraph(graph, [output.id]).nodes);
  const nodes = graph.nodes.filter((node) => node.kind === 'input' || live.has(node));
  return nodes.length === graph.nodes.length ? graph : { ...graph, nodes };
}

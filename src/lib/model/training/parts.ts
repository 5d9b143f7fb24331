/** A network in parts that are run one after another: the stem, each block, the head. */
import type { Graph, Node } from '../architecture/graph.ts';
import { subgraph } from '../architecture/subgraph.ts';

export interface Part {
  /** In order; each reads values of this part, or `input`. */
  readonly nodes: readonly Node[];
  /** The one value from before this part that is read in it or after it. */
  readonly input: string;
  /** The last node: the next part's input. */
  readonly output: string;
}

/**
 * The nodes that `last` needs, cut at the ends of blocks. A cut is only where a single value goes on, so that a part
 * can be run again from that value alone.
 */
export function partsOf(graph: Graph, last: string): readonly Part[] {
  const [first, ...nodes] = subgraph(graph, [last]).nodes;
  const lastReader = new Map<string, number>();
  nodes.forEach(({ inputs }, i) => inputs.forEach((id) => lastReader.set(id, i)));

  const parts: Part[] = [];
  let from = 0;
  let input = first.id;
  /** Values that are read further on. */
  let live = new Set([first.id]);
  nodes.forEach(({ id, block }, i) => {
    live = new Set([...live, id].filter((value) => value === id || (lastReader.get(value) ?? -1) > i));
    const next = nodes[i + 1];
    if (next && (next.block === block || live.size > 1)) return;
    parts.push({ nodes: nodes.slice(from, i + 1), input, output: id });
    from = i + 1;
    input = id;
  });
  return parts;
}

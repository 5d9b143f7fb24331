import type { Graph, Kind, KindAttributes, Node, NodeOf } from './graph.ts';

/** Where in the network a node stands. */
export type Place = Pick<Node, 'stage' | 'block' | 'branch'>;

/** Collects nodes in order. Each `add` answers with the new node's id, the input of the next. */
export class GraphBuilder {
  readonly #nodes: Node[] = [];

  add<K extends Kind>(
    id: string,
    kind: K,
    inputs: readonly string[],
    attributes: Readonly<KindAttributes[K]>,
    place: Place = {},
  ): string {
    const node: NodeOf<K> = { id, kind, inputs, attributes, ...place };
    this.#nodes.push(node as Node);
    return id;
  }

  build(name: string): Graph {
    return { name, nodes: this.#nodes };
  }
}

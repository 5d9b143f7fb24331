import { blocksOf } from '../model/architecture/blocks.ts';
import { facts, type Facts, type NodeFacts } from '../model/architecture/facts.ts';
import type { Graph } from '../model/architecture/graph.ts';
import { receptiveFields } from '../model/architecture/receptiveField.ts';
import type { ReceptiveField } from '../model/architecture/window.ts';
import { network, type Network } from '../viz/layout.ts';
import { unitByNode, type Unit } from '../viz/outline.ts';
import { nonNegativeNodes } from '../viz/sign.ts';

/** A network as the page shows it, and what follows from its graph alone. */
export interface ShownNetwork extends Network {
  readonly facts: Facts;
  readonly factsByNode: ReadonlyMap<string, NodeFacts>;
  /** By node: where its positions lie on the picture, see `receptiveFields`. */
  readonly fields: ReadonlyMap<string, ReceptiveField | null>;
  /** By node: the unit that holds it. */
  readonly unitOf: ReadonlyMap<string, Unit>;
  /** Nodes whose values cannot be negative. */
  readonly nonNegative: ReadonlySet<string>;
}

/** @param trained the network before interventions, so that what they took away can still be drawn */
export function shownNetwork(graph: Graph, trained: Graph = graph): ShownNetwork {
  const shown = network(graph);
  const known = facts(graph);
  return {
    ...shown,
    ...(trained !== graph && { trained: new Map(blocksOf(trained).map((block) => [block.id, block])) }),
    facts: known,
    factsByNode: new Map(known.nodes.map((node) => [node.id, node])),
    fields: receptiveFields(graph),
    unitOf: unitByNode(shown.sections),
    nonNegative: nonNegativeNodes(graph),
  };
}

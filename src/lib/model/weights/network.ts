import { buildModel } from '../architecture/families.ts';
import type { Graph, Node, Shape } from '../architecture/graph.ts';
import { weightShapes } from '../architecture/shapes.ts';

/** What a weight file settles about its network: number of classes, batch norms' epsilon. */
export interface NetworkVariant {
  readonly model: string;
  readonly classes: number;
  readonly epsilon?: number;
}

/**
 * The graph that a manifest's weights belong to: `buildModel(model)` with the manifest's number of classes and
 * epsilon. Throws AtlasError 'unknownModel'.
 */
export function networkOf({ model, classes, epsilon }: NetworkVariant): Graph {
  const graph = buildModel(model);
  const nodes = graph.nodes.map((node): Node => {
    if (node.kind === 'dense') return { ...node, attributes: { ...node.attributes, units: classes } };
    if (node.kind === 'batchNorm' && epsilon !== undefined) return { ...node, attributes: { epsilon } };
    return node;
  });
  return { ...graph, nodes };
}

/** One tensor of a weight file, and the shard that it belongs in. */
export interface Parameter {
  /** `<node id>/<role>`, as in TensorRecord. */
  readonly name: string;
  readonly shape: Shape;
  /** A block's name, before the first block 'conv1', after the last the dense layer's name: 'fc1000'. */
  readonly shard: string;
}

/** All weights of a graph, in the order in which it uses them. */
export function parametersOf(graph: Graph): Parameter[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return [...weightShapes(graph)].map(([name, shape]) => {
    const node = nodes.get(name.slice(0, name.lastIndexOf('/')))!;
    return { name, shape, shard: node.block ?? node.stage ?? node.id };
  });
}

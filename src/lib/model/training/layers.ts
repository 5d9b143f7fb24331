/** The layers of a network that have a kernel, and where each one's activation is. */
import { blocksOf } from '../architecture/blocks.ts';
import type { Graph, Node } from '../architecture/graph.ts';
import { consumers, nodesById } from '../architecture/subgraph.ts';

/** Where a network is measured. */
export interface MeasuredLayer {
  readonly id: string;
  /**
   * The node whose value is the activation after it: behind its norm and ReLU; at a block's end the block's output. Of
   * a projection it is what the sum gets.
   */
  readonly activation: string;
}

/** Convolutions (projections too) and dense layers, in the order of the pass. */
export function layersOf(graph: Graph): readonly MeasuredLayer[] {
  return measured(graph, ({ kind }) => kind === 'conv' || kind === 'dense');
}

/** Convolutions on the branches and before them: projections are not among them. */
export function branchConvolutions(graph: Graph): readonly MeasuredLayer[] {
  return measured(graph, ({ kind, branch }) => kind === 'conv' && branch !== 'shortcut');
}

function measured(graph: Graph, isMeasured: (node: Node) => boolean): readonly MeasuredLayer[] {
  const readers = consumers(graph);
  const nodes = nodesById(graph);
  const outputs = new Map(blocksOf(graph).map(({ sum, output }) => [sum, output]));
  /** The last node of the chain of norm, ReLU and factor that begins with this one, or the output that it ends in. */
  const activationAfter = (id: string): string => {
    const [next, ...others] = readers.get(id)!;
    if (next === undefined || others.length > 0) return id;
    const output = outputs.get(next);
    if (output !== undefined) return nodes.get(id)!.branch === 'shortcut' ? id : output;
    return isElementwise(nodes.get(next)!) ? activationAfter(next) : id;
  };
  return graph.nodes.filter(isMeasured).map(({ id }) => ({ id, activation: activationAfter(id) }));
}

const isElementwise = ({ kind }: Node) => kind === 'batchNorm' || kind === 'relu' || kind === 'scale';

/** The networks that are measured at their initial weights, and where in them. */
import { blocksOf } from '../architecture/blocks.ts';
import { cifarNetwork } from '../architecture/cifar.ts';
import type { Graph, Node, Shape } from '../architecture/graph.ts';
import { imageNetNetwork } from '../architecture/imageNet.ts';
import { scaleBranch, scaleShortcut } from '../architecture/rewrites.ts';
import { consumers, nodesById } from '../architecture/subgraph.ts';
import type { InitialisationOptions } from '../protocol/initialisation.ts';

/** What decides the graph. */
export type NetworkOptions = Pick<
  InitialisationOptions,
  'family' | 'depth' | 'net' | 'norm' | 'alpha' | 'lambda' | 'order' | 'width'
>;

/** ResNet-50 is measured on smaller pictures than it was trained on: the last stage still sees 4 × 4 positions. */
const imageNetInput: Shape = [128, 128, 3];

/**
 * The graph, with each residual branch scaled by α and each shortcut by λ. CIFAR networks have shortcuts of option A,
 * ResNet-50 (v1) of option B. Throws RangeError for a depth that is not 6n + 2.
 */
export function initialNetwork(options: NetworkOptions): Graph {
  const { alpha = 1, lambda = 1 } = options;
  const blocks = blocksOf(unscaled(options));
  return blocks
    .filter(({ shortcutEnd }) => shortcutEnd !== null)
    .reduce((graph, { id }) => scaleShortcut(scaleBranch(graph, id, alpha), id, lambda), unscaled(options));
}

function unscaled({ family, depth, net, norm, order, width }: NetworkOptions): Graph {
  const plain = net === 'plain';
  if (family === 'cifar') return cifarNetwork({ depth, width, norm, order, shortcut: plain ? 'none' : 'A' });
  const style = norm === 'none' ? { bias: true, epsilon: null } : undefined;
  const shortcut = plain ? 'none' : 'B';
  return imageNetNetwork(`resnet50-${net}`, { depth: 50, shortcut, style, inputShape: imageNetInput });
}

/** Where a network is measured. */
export interface MeasuredLayer {
  /** A convolution; projections are not among them. */
  readonly id: string;
  /** The node whose value is the activation after it: behind its norm and ReLU; at a block's end the block's output. */
  readonly activation: string;
}

/** The convolutions in the order of the pass, each with its activation. */
export function measuredLayers(graph: Graph): readonly MeasuredLayer[] {
  const readers = consumers(graph);
  const nodes = nodesById(graph);
  const outputs = new Map(blocksOf(graph).map(({ sum, output }) => [sum, output]));
  /** The last node of the chain of norm, ReLU and factor that begins with this one, or the output that it ends in. */
  const activationAfter = (id: string): string => {
    const [next, ...others] = readers.get(id)!;
    if (next === undefined || others.length > 0) return id;
    const output = outputs.get(next);
    if (output !== undefined) return output;
    return isElementwise(nodes.get(next)!) ? activationAfter(next) : id;
  };
  return graph.nodes
    .filter(({ kind, branch }) => kind === 'conv' && branch !== 'shortcut')
    .map(({ id }) => ({ id, activation: activationAfter(id) }));
}

const isElementwise = ({ kind }: Node) => kind === 'batchNorm' || kind === 'relu' || kind === 'scale';

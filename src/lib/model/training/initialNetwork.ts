/** The networks that are measured at their initial weights. */
import { blocksOf } from '../architecture/blocks.ts';
import { cifarNetwork } from '../architecture/cifar.ts';
import type { Graph, Shape } from '../architecture/graph.ts';
import { imageNetNetwork } from '../architecture/imageNet.ts';
import { scaleBranch, scaleShortcut } from '../architecture/rewrites.ts';
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

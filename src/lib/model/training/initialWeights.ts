/** Weights before training. */
import type { Graph, Node, Shape } from '../architecture/graph.ts';
import { nodeWeights } from '../architecture/kinds.ts';
import { inferShapes, inputShapes } from '../architecture/shapes.ts';
import { blocksOf } from '../architecture/blocks.ts';
import { RandomStream } from './random.ts';

/**
 * How convolution kernels are drawn; fan-in is kernel² · input channels, fan-out kernel² · filters.
 * `he`: normal, variance 2 / fan-in (He et al. 2015, "Delving Deep into Rectifiers", section 2.2).
 * `glorot`: uniform, variance 2 / (fan-in + fan-out) (Glorot and Bengio 2010, equation 16).
 * `pytorch`: uniform in ±1/√fan-in, variance 1 / (3 · fan-in): what `torch.nn.Conv2d` and `Linear` do when left alone.
 */
export type Initialisation = 'he' | 'glorot' | 'pytorch';

export const initialisations: readonly Initialisation[] = ['he', 'glorot', 'pytorch'];

export interface InitialOptions {
  readonly init: Initialisation;
  readonly seed: number;
  /** γ = 0 in the last batch norm of each residual branch: every block begins as its shortcut (Goyal et al. 2017). */
  readonly zeroGamma?: boolean;
}

/**
 * A network's weights before training, by name, in the order of `weightShapes`; moving statistics are mean 0 and
 * variance 1. Biases are 0, and the dense kernel is normal with variance 1 / fan-in; with `pytorch` both are drawn
 * as PyTorch does.
 *
 * Each tensor has a random stream named after it: networks that differ only in their shortcuts start with the same
 * weights.
 */
export function initialWeights(graph: Graph, options: InitialOptions): Map<string, Float32Array> {
  const shapes = inferShapes(graph);
  const zero = options.zeroGamma ? lastNorms(graph) : new Set<string>();
  const weights = new Map<string, Float32Array>();
  for (const node of graph.nodes) {
    const kernels = nodeWeights(node, inputShapes(node, shapes));
    for (const [role, shape] of Object.entries(kernels)) {
      const name = `${node.id}/${role}`;
      const draw = drawer(node, role, kernels, options.init, new RandomStream(options.seed, name));
      const values = new Float32Array(shape.reduce((product, side) => product * side, 1));
      weights.set(name, role === 'gamma' && zero.has(node.id) ? values : values.map(draw));
    }
  }
  return weights;
}

/** Answers a function that draws one value of a weight. */
function drawer(
  { kind }: Node,
  role: string,
  { kernel }: Readonly<Record<string, Shape>>,
  init: Initialisation,
  random: RandomStream,
): () => number {
  if (role === 'gamma' || role === 'movingVariance') return () => 1;
  if (kernel === undefined || (role === 'bias' && init !== 'pytorch')) return () => 0;
  const [area, channels, filters] =
    kind === 'dense' ? [1, kernel[0], kernel[1]] : [kernel[0] * kernel[1], kernel[2], kernel[3]];
  const fanIn = area * channels;
  const within = (limit: number) => () => limit * (2 * random.uniform() - 1);
  if (init === 'pytorch') return within(1 / Math.sqrt(fanIn));
  if (kind === 'dense') return () => random.normal() / Math.sqrt(fanIn);
  if (init === 'glorot') return within(Math.sqrt(6 / (fanIn + area * filters)));
  const deviation = Math.sqrt(2 / fanIn);
  return () => deviation * random.normal();
}

/** The last batch norm on each residual branch. */
function lastNorms(graph: Graph): Set<string> {
  const norms = new Set(graph.nodes.filter(({ kind }) => kind === 'batchNorm').map(({ id }) => id));
  const last = blocksOf(graph)
    .filter(({ shortcutEnd }) => shortcutEnd !== null)
    .map(({ branchNodes }) => branchNodes.findLast((id) => norms.has(id)));
  return new Set(last.filter((id) => id !== undefined));
}

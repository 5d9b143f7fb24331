/** Signals and gradients of networks at their initial weights, layer by layer. */
import { blocksOf } from '../architecture/blocks.ts';
import type { Graph } from '../architecture/graph.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { logitsOf } from '../engine/segments.ts';
import type {
  BlockFigures,
  InitialisationOptions,
  InitialisationReport,
  InitialisationRequests,
  LayerFigures,
} from '../protocol/initialisation.ts';
import { gaussianBatch } from './batch.ts';
import { initialNetwork } from './initialNetwork.ts';
import { initialWeights } from './initialWeights.ts';
import { branchConvolutions } from './layers.ts';
import { TrainableNetwork, type Measurement } from './network.ts';

export interface InitialisationCall {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: InitialisationRequests['initialise']['progress']) => void;
}

/**
 * One pass forward and back for each seed, on standard normal pictures with random labels. Weights and batch come from
 * the same seed.
 */
export async function measureInitialisation(
  options: InitialisationOptions,
  { signal, progress }: InitialisationCall = {},
): Promise<InitialisationReport> {
  const { family, init, zeroGamma, seed: first, seeds, batch: size = family === 'cifar' ? 64 : 16 } = options;
  const graph = initialNetwork(options);
  const shapes = inferShapes(graph);
  const logits = logitsOf(graph);
  const [classes] = shapes.get(logits)!;
  const nodes = measuredNodes(graph);
  const measurements: Measurement[] = [];
  let done = 0;
  for (let seed = first; seed < first + seeds; seed++) {
    const network = new TrainableNetwork(graph, initialWeights(graph, { init, seed, zeroGamma }));
    const all = seeds * network.partCount;
    try {
      const batch = gaussianBatch({ seed, size, shape: shapes.get(graph.nodes[0].id)!, classes });
      const onPart = () => progress?.({ done: ++done, all });
      measurements.push(await network.measure(batch, { nodes, signal, onPart }));
    } finally {
      network.dispose();
    }
    progress?.({ done, all, report: reportOf(graph, measurements) });
  }
  return reportOf(graph, measurements);
}

function measuredNodes(graph: Graph): string[] {
  const ofBlocks = blocksOf(graph).flatMap(({ input, output, branchEnd, shortcutEnd }) => [
    input,
    output,
    ...(branchEnd !== null && shortcutEnd !== null ? [branchEnd, shortcutEnd] : []),
  ]);
  return [...new Set([...branchConvolutions(graph).map(({ activation }) => activation), ...ofBlocks])];
}

/** exp of the mean of logarithms: 0 where one is 0, NaN where one is. */
const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

function reportOf(graph: Graph, measurements: readonly Measurement[]): InitialisationReport {
  const mean = (figure: (measurement: Measurement) => number) => geometricMean(measurements.map(figure));
  const activation = (id: string) => ({
    activationGradient: mean(({ activationGradients }) => activationGradients[id]),
    activationStd: mean(({ activationStds }) => activationStds[id]),
  });
  const gradientOf = (id: string) => mean(({ weightGradients }) => weightGradients[`${id}/kernel`]);

  const layers = branchConvolutions(graph).map(({ id, activation: after }): LayerFigures => ({
    id,
    weightGradient: gradientOf(id),
    ...activation(after),
  }));
  const found = blocksOf(graph);
  const blocks = found.map(({ id, output, branchEnd, shortcutEnd }): BlockFigures => {
    const ratio = ({ activationStds }: Measurement) =>
      (activationStds[branchEnd!] / activationStds[shortcutEnd!]) ** 2;
    return {
      id,
      ...activation(output),
      varianceRatio: branchEnd !== null && shortcutEnd !== null ? mean(ratio) : null,
    };
  });
  const convolutions = layers.length - graph.nodes.filter(isBeforeBlocks).length;
  const [start, end] = [found[0].input, found.at(-1)!.output].map((id) => activation(id).activationGradient);
  return {
    layers,
    blocks,
    head: { weightGradient: gradientOf(logitsOf(graph)) },
    growthPerConvolution: (start / end) ** (1 / convolutions),
    loss: measurements.reduce((sum, { loss }) => sum + loss, 0) / measurements.length,
    seeds: measurements.length,
  };
}

const isBeforeBlocks = ({ kind, block }: Graph['nodes'][number]) => kind === 'conv' && block === undefined;

/** Veit et al. 2016, section 4.1, in small: one block less, in a plain and in a residual network of the same size. */
import { blocksOf } from '../architecture/blocks.ts';
import { cifarNetwork } from '../architecture/cifar.ts';
import type { BlockId, Graph } from '../architecture/graph.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { applyRewrites, plain } from '../architecture/rewrites.ts';
import { logitsOf } from '../engine/segments.ts';
import type {
  SmallLesionsOptions,
  SmallLesionsProgress,
  SmallLesionsReport,
  SmallNetwork,
  SmallNetworkLesions,
} from '../protocol/smallLesions.ts';
import type { Batch } from './batch.ts';
import { initialWeights } from './initialWeights.ts';
import { TrainableNetwork } from './network.ts';
import { Sgd } from './optimiser.ts';
import { RandomStream } from './random.ts';
import { gratingClasses, gratingsBatch, gratingShape } from './tasks/gratings.ts';

const width = 8;
const batchSize = 32;
const firstRate = 0.05;
/** Steps whose mean loss is told. */
const lastSteps = 20;

interface Work {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: SmallLesionsProgress) => void;
}

/** Both networks start with the same weights, see the same gratings and are tested on the same others. */
export async function smallLesions(
  options: SmallLesionsOptions,
  { signal, progress }: Work = {},
): Promise<SmallLesionsReport> {
  const residual = cifarNetwork({
    depth: options.depth,
    width,
    classes: gratingClasses,
    inputShape: gratingShape,
  });
  const blocks = blocksOf(residual).map(({ id }) => id);
  const each = options.steps + 1 + blocks.length;
  const test = gratingsBatch(new RandomStream(options.seed, 'gratings/held out'), options.pictures ?? 512);

  const lesionsOf = async (network: SmallNetwork): Promise<SmallNetworkLesions> => {
    const isPlain = network === 'plain';
    let done = isPlain ? each : 0;
    const found: { base: number | null; blocks: Record<BlockId, number> } = { base: null, blocks: {} };
    const tell = (loss: number | null) =>
      progress?.({
        done: ++done,
        all: 2 * each,
        network,
        loss,
        base: found.base,
        blocks: { ...found.blocks },
      });
    const graph = isPlain ? plain(residual) : residual;
    const { weights, losses } = await trained(graph, options, { signal, onStep: tell });
    const base = (found.base = await accuracyOf(graph, weights, test, signal));
    tell(null);
    for (const block of blocks) {
      const without = withoutBlock(residual, block, network);
      found.blocks[block] = await accuracyOf(without, weights, test, signal);
      tell(null);
    }
    const last = losses.slice(-lastSteps);
    return {
      base,
      blocks: found.blocks,
      trainingLoss: last.reduce((sum, loss) => sum + loss, 0) / last.length,
    };
  };
  return { residual: await lesionsOf('residual'), plain: await lesionsOf('plain') };
}

/** Of the plain network, the block's input goes on as an option A shortcut carries it: its shape has to fit. */
export function withoutBlock(residual: Graph, block: BlockId, network: SmallNetwork): Graph {
  const others = blocksOf(residual).filter(({ id }) => network === 'plain' && id !== block);
  const cut = others.map(({ id }): Rewrite => ({ kind: 'cutShortcut', block: id }));
  return applyRewrites(residual, [...cut, { kind: 'removeBlock', block }]);
}

/** Momentum 0.9, decay 1e-4 on kernels, the rate from 0.05 to 0 along a cosine. */
async function trained(
  graph: Graph,
  { steps, seed }: SmallLesionsOptions,
  { signal, onStep }: { signal?: AbortSignal; onStep: (loss: number) => void },
) {
  const random = new RandomStream(seed, 'gratings');
  const optimiser = new Sgd({ rate: firstRate, momentum: 0.9, decay: 1e-4 });
  const network = new TrainableNetwork(graph, initialWeights(graph, { init: 'he', seed }));
  const losses: number[] = [];
  try {
    for (let step = 0; step < steps; step++) {
      optimiser.rate = (firstRate / 2) * (1 + Math.cos((Math.PI * step) / steps));
      const { loss } = await network.step(gratingsBatch(random, batchSize), optimiser, { signal });
      losses.push(loss);
      onStep(loss);
    }
    return { weights: network.weights(), losses };
  } finally {
    network.dispose();
  }
}

/** Share of a batch whose largest logit is its label's, batch norm with the moving statistics. */
export async function accuracyOf(
  graph: Graph,
  weights: ReadonlyMap<string, Float32Array>,
  { inputs, labels }: Batch,
  signal?: AbortSignal,
): Promise<number> {
  const network = new TrainableNetwork(graph, weights);
  try {
    const node = logitsOf(graph);
    const logits = (await network.values({ inputs, labels }, [node], 'inference', signal)).get(node)!;
    const classes = logits.length / labels.length;
    const right = labels.filter((label, i) => {
      const own = logits.subarray(i * classes, (i + 1) * classes);
      return own.every((logit) => logit <= own[label]);
    });
    return right.length / labels.length;
  } finally {
    network.dispose();
  }
}

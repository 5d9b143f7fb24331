/** Veit et al. 2016, section 4.1, in small: one block less, in a plain and in a residual network of the same size. */
import { blocksOf } from '../architecture/blocks.ts';
import type { BlockId, Graph } from '../architecture/graph.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import { defaultTraining, lastSteps } from '../protocol/training.ts';
import type {
  SmallLesionsOptions,
  SmallLesionsProgress,
  SmallLesionsReport,
  SmallNetwork,
  SmallNetworkLesions,
} from '../protocol/smallLesions.ts';
import { meanOf } from '../statistics.ts';
import type { Batch } from './batch.ts';
import { TrainableNetwork } from './network.ts';
import { RandomStream } from './random.ts';
import { gratings } from './tasks/gratings.ts';
import { trainedGraph, TrainingRun } from './trainer.ts';

interface Work {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: SmallLesionsProgress) => void;
}

/** Both networks start with the same weights, see the same gratings and are tested on the same others. */
export async function smallLesions(
  options: SmallLesionsOptions,
  { signal, progress }: Work = {},
): Promise<SmallLesionsReport> {
  const residual = trainedGraph({ ...defaultTraining, net: 'residual', depth: options.depth }, gratings);
  const blocks = blocksOf(residual).map(({ id }) => id);
  const each = options.steps + 1 + blocks.length;
  const test = gratings.training(
    new RandomStream(options.seed, 'gratings/held out'),
    options.pictures ?? 512,
  );

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
    const { graph, weights, losses } = await trained(network, options, { signal, onStep: tell });
    const base = (found.base = await accuracyOf(graph, weights, test, signal));
    tell(null);
    for (const block of blocks) {
      const without = withoutBlock(residual, block, network);
      found.blocks[block] = await accuracyOf(without, weights, test, signal);
      tell(null);
    }
    return {
      base,
      blocks: found.blocks,
      trainingLoss: meanOf(losses.slice(-lastSteps)),
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

/** The rate from 0.05 to 0 along a cosine; all else as a run is by default. */
async function trained(
  net: SmallNetwork,
  { depth, steps, seed }: SmallLesionsOptions,
  { signal, onStep }: { signal?: AbortSignal; onStep: (loss: number) => void },
) {
  const run = new TrainingRun(gratings, { ...defaultTraining, net, depth, steps, seed, schedule: 'cosine' });
  const losses: number[] = [];
  try {
    while (run.step < steps) {
      const { loss } = await run.next({ signal });
      losses.push(loss);
      onStep(loss);
    }
    return { graph: run.network.graph, weights: run.network.weights(), losses };
  } finally {
    run.dispose();
  }
}

/** Share of a batch whose largest logit is its label's, batch norm with the moving statistics. */
export async function accuracyOf(
  graph: Graph,
  weights: ReadonlyMap<string, Float32Array>,
  batch: Batch,
  signal?: AbortSignal,
): Promise<number> {
  const network = new TrainableNetwork(graph, weights);
  try {
    return (await network.test(batch, signal)).accuracy;
  } finally {
    network.dispose();
  }
}

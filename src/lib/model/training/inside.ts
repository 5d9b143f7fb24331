/** Looking into networks that are trained here: as they are now, with pictures of their task. */
import { blocksOf } from '../architecture/blocks.ts';
import type { BlockId, Graph } from '../architecture/graph.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import type { OtherNetwork } from '../engine/host.ts';
import { Parameters } from '../engine/parameters.ts';
import { Session } from '../engine/session.ts';
import { AtlasError } from '../errors.ts';
import type { Handlers, MapsReport } from '../protocol.ts';
import type { BlockLesion, BlockLesions, InsideRequests } from '../protocol/inside.ts';
import type { Batch } from './batch.ts';
import type { Bench } from './laboratory.ts';
import { RandomStream } from './random.ts';
import { accuracyOf, withoutBlock } from './smallLesions.ts';
import type { Task } from './tasks/task.ts';
import { trainedGraph, type TrainingRun } from './trainer.ts';

/** As many pictures are looked at, or as many as are held out. */
const pictureCount = 256;

/** The pictures that networks on this task are looked into with. */
export function insidePictures(task: Task): Batch {
  return (
    task.heldOut?.(pictureCount) ??
    task.training(new RandomStream(0, `${task.name}/looked into`), pictureCount)
  );
}

/** The task and the runs that are open (`runs.ts`). */
export interface OpenRuns {
  readonly task: Task;
  /** @throws AtlasError where there is none of that id */
  get(id: string): TrainingRun;
}

export class Inside {
  /** Of the task for which they were drawn. */
  #pictures: { readonly task: Task; readonly batch: Batch } | null = null;

  constructor(
    readonly bench: Bench,
    readonly runs: OpenRuns,
  ) {}

  readonly handlers: Handlers<keyof InsideRequests> = {
    insidePictures: async () => {
      const { inputs, labels } = this.#all();
      return { inputs: inputs.slice(), labels: labels.slice() };
    },

    openInside: async ({ run, picture }) => {
      const network = this.#networkOf(run, picture);
      this.bench.explore(network);
      return { graph: network.graph, step: this.runs.get(run).step };
    },

    insideValues: ({ run, picture, node }, { signal }) =>
      this.bench.fullPrecision(() => valuesOf(this.#networkOf(run, picture), node, signal)),

    blockLesions: ({ run: id, lesion }, { signal, progress }) =>
      this.bench.fullPrecision(() =>
        blockLesions(this.runs.get(id), this.#all(), { lesion, signal, onFound: progress }),
      ),
  };

  #all(): Batch {
    const { task } = this.runs;
    if (this.#pictures?.task !== task) {
      this.#pictures = { task, batch: insidePictures(task) };
    }
    return this.#pictures.batch;
  }

  /** A copy: the run may be trained on meanwhile. */
  #networkOf(run: string, picture: number): OtherNetwork {
    const { network } = this.runs.get(run);
    return { graph: network.graph, weights: network.weights(), input: this.#input(picture) };
  }

  #input(picture: number): Float32Array {
    const { inputs, labels } = this.#all();
    const count = labels.length;
    if (!Number.isInteger(picture) || picture < 0 || picture >= count)
      throw new AtlasError('invalidValue', {
        option: 'picture',
        value: String(picture),
        expected: `0 … ${count - 1}`,
      });
    const size = inputs.length / count;
    return inputs.slice(picture * size, (picture + 1) * size);
  }
}

/** One node's value for one picture, and the classes' probabilities. @throws AtlasError unknownNode */
async function valuesOf(
  { graph, weights, input }: OtherNetwork,
  node: string,
  signal?: AbortSignal,
): Promise<{ maps: MapsReport; probabilities: Float32Array }> {
  const session = new Session(graph, Parameters.of(graph, weights), 'float32');
  try {
    session.setPicture(input);
    const { probabilities } = await session.forward({ signal });
    return { maps: await session.maps(node), probabilities };
  } finally {
    session.dispose();
  }
}

interface LesionWork {
  readonly lesion: BlockLesion;
  readonly signal?: AbortSignal;
  /** Told when the whole network's share is known, then after each block. */
  readonly onFound?: (found: BlockLesions) => void;
}

/** Share of the pictures that the run's network gets right, whole and with the lesion in each block in turn. */
export async function blockLesions(
  { network, options, task, step }: TrainingRun,
  pictures: Batch,
  { lesion, signal, onFound }: LesionWork,
): Promise<BlockLesions> {
  const { graph } = network;
  const weights = network.weights();
  const isPlain = options.net === 'plain';
  // A plain network has the weights of the residual one with shortcuts of option A.
  const residual = isPlain ? trainedGraph({ ...options, net: 'residual', shortcut: 'A' }, task) : graph;
  const changed = (block: BlockId): Graph =>
    lesion === 'cutShortcut'
      ? applyRewrites(graph, [{ kind: 'cutShortcut', block }])
      : withoutBlock(residual, block, isPlain ? 'plain' : 'residual');

  let found: BlockLesions = { step, whole: null, blocks: {}, pictures: pictures.labels.length };
  found = { ...found, whole: await accuracyOf(graph, weights, pictures, signal) };
  onFound?.(found);
  for (const { id } of blocksOf(residual)) {
    const share = await accuracyOf(changed(id), weights, pictures, signal);
    found = { ...found, blocks: { ...found.blocks, [id]: share } };
    onFound?.(found);
  }
  return found;
}

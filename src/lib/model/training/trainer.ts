/** A run of training: which network, on which task, how. */
import { cifarNetwork } from '../architecture/cifar.ts';
import type { Graph, Shape } from '../architecture/graph.ts';
import type { TrainingOptions } from '../protocol/training.ts';
import type { Batch } from './batch.ts';
import { initialWeights } from './initialWeights.ts';
import { TrainableNetwork, type Measurement } from './network.ts';
import { Adam, Sgd, type Optimiser } from './optimiser.ts';
import { RandomStream } from './random.ts';
import { rateAt } from './schedule.ts';

/** What a network is trained on. */
export interface TrainingTask {
  /** Also the name of its random stream. */
  readonly name: string;
  /** Of one picture, [height, width, channels]. */
  readonly shape: Shape;
  readonly classes: number;
  /** The next batch. */
  training(random: RandomStream, size: number): Batch;
}

/** Of the step's batch, before its update. */
export interface TrainingStep {
  /** From 0. */
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly rate: number;
  /** On the steps that were to be measured. */
  readonly measurement?: Measurement;
}

/** The network of a run. Throws RangeError for a depth that is not 6n + 2. */
export function trainedGraph(
  { depth, width, norm, net, shortcut }: TrainingOptions,
  { shape, classes }: Pick<TrainingTask, 'shape' | 'classes'>,
): Graph {
  return cifarNetwork({
    depth,
    width,
    classes,
    inputShape: shape,
    norm,
    shortcut: net === 'plain' ? 'none' : shortcut,
  });
}

function optimiserOf({ optimizer, rate, momentum, decay }: TrainingOptions): Optimiser {
  return optimizer === 'adam' ? new Adam({ rate, decay }) : new Sgd({ rate, momentum, decay });
}

/**
 * A run, step by step: whoever asks for the next step pauses it by not asking. Runs of one seed see the same batches in
 * the same order, and begin with the same weights where tensors match. Owns its network: `dispose` it.
 */
export class TrainingRun {
  readonly network: TrainableNetwork;
  readonly #optimiser: Optimiser;
  readonly #random: RandomStream;
  #step = 0;
  /** The next step's batch: drawn once, however often that step is begun. */
  #batch: Batch | undefined;

  constructor(
    readonly task: TrainingTask,
    readonly options: TrainingOptions,
  ) {
    const graph = trainedGraph(options, task);
    this.network = new TrainableNetwork(graph, initialWeights(graph, options));
    this.#optimiser = optimiserOf(options);
    this.#random = new RandomStream(options.seed, task.name);
  }

  /** The number of the next step. */
  get step(): number {
    return this.#step;
  }

  /**
   * One step; aborted, nothing has happened. `measure`: with the norms of all layers; `nodes`: with figures of these values too. A loss that is not
   * finite is told once; after that the weights are beyond repair.
   */
  async next({
    signal,
    ...measured
  }: { measure?: boolean; nodes?: readonly string[]; signal?: AbortSignal } = {}): Promise<TrainingStep> {
    const step = this.#step;
    this.#batch ??= this.task.training(this.#random, this.options.batch);
    const rate = rateAt(step, this.options);
    this.#optimiser.rate = rate;
    const { clip } = this.options;
    const found = await this.network.step(this.#batch, this.#optimiser, { ...measured, clip, signal });
    this.#batch = undefined;
    this.#step++;
    return { step, rate, ...found };
  }

  dispose(): void {
    this.network.dispose();
  }
}

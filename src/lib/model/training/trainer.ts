/** A run of training: which network, on which task, how. */
import { cifarNetwork } from '../architecture/cifar.ts';
import type { Graph, Shape } from '../architecture/graph.ts';
import type { RunFacts, TrainedStep, TrainingOptions } from '../protocol/training.ts';
import type { Batch } from './batch.ts';
import { initialWeights } from './initialWeights.ts';
import type { Fit } from './loss.ts';
import { measuredNetwork, StepMeasurement, type MeasuredNetwork } from './measuring.ts';
import { TrainableNetwork } from './network.ts';
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
  /** Pictures that are never trained on, always the same; null where there are none. */
  readonly heldOut: ((size: number) => Batch) | null;
}

export interface NextOptions {
  /** Whether layers are measured. */
  readonly measure?: boolean;
  /** Whether held-out pictures are tested, before the step; nothing happens where the task has none. */
  readonly test?: boolean;
  readonly signal?: AbortSignal;
}

/** Held-out pictures in a test. */
const heldOutSize = 256;

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
  #heldOut: Batch | undefined;
  readonly #measured: MeasuredNetwork;

  /** @param weights to begin with; by default those of the options' seed */
  constructor(
    readonly task: TrainingTask,
    readonly options: TrainingOptions,
    weights?: ReadonlyMap<string, Float32Array>,
  ) {
    const graph = trainedGraph(options, task);
    this.network = new TrainableNetwork(graph, weights ?? initialWeights(graph, options));
    this.#measured = measuredNetwork(graph);
    this.#optimiser = optimiserOf(options);
    this.#random = new RandomStream(options.seed, task.name);
  }

  /** The number of the next step. */
  get step(): number {
    return this.#step;
  }

  /** What the network has, and what a measurement tells of. */
  get facts(): RunFacts {
    return this.#measured.facts;
  }

  /**
   * One step; aborted, nothing has happened. A loss that is not finite is told once; after that the weights are beyond
   * repair.
   */
  async next({ measure = false, test = false, signal }: NextOptions = {}): Promise<TrainedStep> {
    const step = this.#step;
    this.#batch ??= this.task.training(this.#random, this.options.batch);
    const rate = rateAt(step, this.options);
    this.#optimiser.rate = rate;
    const heldOut = test ? await this.#test(signal) : null;
    const measurement = measure ? new StepMeasurement(this.#measured) : null;
    const found = await this.network.step(this.#batch, this.#optimiser, {
      clip: this.options.clip,
      signal,
      ...(measurement && { nodes: [...this.#measured.nodes.keys()], receiver: measurement.receiver }),
    });
    this.#batch = undefined;
    this.#step++;
    return {
      step,
      ...found,
      rate,
      ...(measurement && { figures: measurement.figures() }),
      ...(heldOut && { heldOut }),
    };
  }

  dispose(): void {
    this.network.dispose();
  }

  async #test(signal?: AbortSignal): Promise<Fit | null> {
    this.#heldOut ??= this.task.heldOut?.(heldOutSize);
    return this.#heldOut ? this.network.test(this.#heldOut, signal) : null;
  }
}

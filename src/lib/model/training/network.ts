import type { Graph } from '../architecture/graph.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { logitsOf } from '../engine/segments.ts';
import { l2Norm, statistics } from '../engine/statistics.ts';
import type { Batch } from './batch.ts';
import type { Mode } from './operations.ts';
import type { Optimiser } from './optimiser.ts';
import { partsOf } from './parts.ts';
import { forwardAndBack, forwardPass, type Receiver, type Runnable } from './pass.ts';
import { TrainedWeights } from './trainedWeights.ts';

export interface BatchOptions {
  /** Nodes at whose value something is wanted. */
  readonly nodes?: readonly string[];
  readonly signal?: AbortSignal;
  /** Called after each part of the network, forward and back: `partCount` times. */
  readonly onPart?: () => void;
}

export interface StepOptions extends BatchOptions {
  /** Whether the norms of all gradients and weights are wanted. */
  readonly measure?: boolean;
  /** Largest norm of all gradients together: larger ones are scaled down to it (Pascanu et al. 2013). 0: none is. */
  readonly clip?: number;
}

export interface Fit {
  /** Mean cross entropy of the batch, in nats. */
  readonly loss: number;
  /** Share of pictures whose largest logit is their label's. */
  readonly accuracy: number;
}

/** Norms are L2, in double precision. What overflowed is Infinity or NaN, and comes back as such. */
export interface Measurement extends Fit {
  /** ‖∂L/∂weight‖ by the weight's name, of all trainable weights; L is the mean over the batch. */
  readonly weightGradients: Readonly<Record<string, number>>;
  readonly weightNorms: Readonly<Record<string, number>>;
  /** ‖∂L/∂value‖ over the whole batch, by node. */
  readonly activationGradients: Readonly<Record<string, number>>;
  /** The population's standard deviation over the whole batch, by node. */
  readonly activationStds: Readonly<Record<string, number>>;
}

/** Values by weight's name or node, row-major; nodes' with the batch axis. */
export interface BatchGradients extends Fit {
  readonly weights: ReadonlyMap<string, Float32Array>;
  readonly nodes: ReadonlyMap<string, Float32Array>;
}

/** moving ← 0.9 · moving + 0.1 · batch, with the sample's variance (n − 1 in place of n): PyTorch's default. */
const movingShare = 0.1;

/**
 * A network whose weights change: batches forward and back, batch norm with the batch's statistics. Works on the
 * current backend, part by part (stem, blocks, head), and handles other events in between. One call at a time.
 */
export class TrainableNetwork {
  readonly #network: Runnable;

  /** @param weights by name, as `initialWeights` gives them; they are copied. Throws where one does not fit. */
  constructor(
    readonly graph: Graph,
    weights: ReadonlyMap<string, Float32Array>,
  ) {
    this.#network = {
      parts: partsOf(graph, logitsOf(graph)),
      shapes: inferShapes(graph),
      weights: new TrainedWeights(graph, weights),
    };
  }

  /** How often `onPart` is called in one pass forward and back. */
  get partCount(): number {
    return 2 * this.#network.parts.length;
  }

  /** One pass forward and back; nothing is changed. */
  async measure(batch: Batch, options: BatchOptions = {}): Promise<Measurement> {
    const { measurement, receiver } = this.#measuring();
    return { ...(await this.#run(batch, options, receiver)), ...measurement };
  }

  /** All gradients of one pass; nothing is changed. */
  async gradients(batch: Batch, options: BatchOptions = {}): Promise<BatchGradients> {
    const weights = new Map<string, Float32Array>();
    const nodes = new Map<string, Float32Array>();
    const fit = await this.#run(batch, options, {
      weight: (name, values) => void weights.set(name, values),
      gradient: (id, values) => void nodes.set(id, values),
    });
    return { ...fit, weights, nodes };
  }

  /**
   * One step of the optimiser; the moving statistics follow. Loss, accuracy and, where asked for, the measurement are
   * those of the batch before the step. Weight decay is for kernels only. Aborted, the weights stay as they were.
   */
  async step(
    batch: Batch,
    optimiser: Optimiser,
    options: StepOptions = {},
  ): Promise<Fit & { readonly measurement?: Measurement }> {
    const { measurement, receiver } = this.#measuring();
    const gradients = new Map<string, Float32Array>();
    const moves: (() => void)[] = [];
    const fit = await this.#run(batch, options, {
      ...(options.measure ? receiver : {}),
      weight: (name, values) => {
        gradients.set(name, values);
        if (options.measure) receiver.weight(name, values);
      },
      statistics: (id, mean, variance) => {
        const count = this.#count(id, batch);
        moves.push(
          () => this.#move(`${id}/movingMean`, mean),
          () =>
            this.#move(
              `${id}/movingVariance`,
              variance.map((of) => (of * count) / Math.max(1, count - 1)),
            ),
        );
      },
    });
    const { weights } = this.#network;
    clipTogether([...gradients.values()], options.clip ?? 0);
    for (const [name, gradient] of gradients) {
      optimiser.update(name, weights.values(name), gradient, name.endsWith('/kernel'));
      weights.changed(name);
    }
    for (const move of moves) move();
    return options.measure ? { ...fit, measurement: { ...fit, ...measurement } } : fit;
  }

  /** Values of nodes, [n, …]; `inference`: batch norm with the moving statistics. The logits are the dense layer's. */
  async values(
    batch: Batch,
    nodes: readonly string[],
    mode: Mode,
    signal?: AbortSignal,
  ): Promise<Map<string, Float32Array>> {
    const found = new Map<string, Float32Array>();
    const receiver: Receiver = { value: (id, values) => void found.set(id, values) };
    await forwardPass(this.#network, { batch, wanted: new Set(nodes), receiver, signal, mode });
    return found;
  }

  /** Copies of all weights, by name. */
  weights(): Map<string, Float32Array> {
    const { weights } = this.#network;
    return new Map(Array.from(weights.names, (name) => [name, weights.values(name).slice()]));
  }

  /** Frees all tensors. */
  dispose(): void {
    this.#network.weights.dispose();
  }

  #run(batch: Batch, { nodes = [], ...rest }: BatchOptions, receiver: Receiver): Promise<Fit> {
    return forwardAndBack(this.#network, { ...rest, batch, wanted: new Set(nodes), receiver });
  }

  /** A receiver that keeps norms, and the figures that it fills. */
  #measuring() {
    const measurement = {
      weightGradients: {} as Record<string, number>,
      weightNorms: {} as Record<string, number>,
      activationGradients: {} as Record<string, number>,
      activationStds: {} as Record<string, number>,
    };
    const receiver = {
      value: (id: string, values: Float32Array) =>
        void (measurement.activationStds[id] = statistics(values).std),
      gradient: (id: string, values: Float32Array) =>
        void (measurement.activationGradients[id] = l2Norm(values)),
      weight: (name: string, values: Float32Array) => {
        measurement.weightGradients[name] = l2Norm(values);
        measurement.weightNorms[name] = l2Norm(this.#network.weights.values(name));
      },
    };
    return { measurement, receiver };
  }

  /** Values per channel that a batch norm saw. */
  #count(id: string, { labels }: Batch): number {
    const positions = this.#network.shapes.get(id)!.slice(0, -1);
    return positions.reduce((product, side) => product * side, labels.length);
  }

  #move(name: string, towards: Float32Array): void {
    const { weights } = this.#network;
    const values = weights.values(name);
    for (let i = 0; i < values.length; i++) values[i] += movingShare * (towards[i] - values[i]);
    weights.changed(name);
  }
}

/** Scales the gradients in place, so that their norm together is at most `limit`; 0: no limit. */
function clipTogether(gradients: readonly Float32Array[], limit: number): void {
  const norm = l2Norm(gradients.map(l2Norm));
  if (limit === 0 || !(norm > limit)) return;
  for (const gradient of gradients) gradient.forEach((value, i) => (gradient[i] = (value / norm) * limit));
}

import type { Graph } from '../architecture/graph.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { logitsOf } from '../engine/segments.ts';
import { l2Norm, statistics } from '../engine/statistics.ts';
import type { Batch } from './batch.ts';
import { fit, type Fit } from './loss.ts';
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

/** Told what a step finds and does; the arrays are the receiver's to read. */
export interface StepReceiver extends Pick<Receiver, 'value' | 'weight'> {
  /** A weight before and after the step. */
  update?(name: string, before: Float32Array, after: Float32Array): void;
}

export interface StepOptions extends BatchOptions {
  readonly receiver?: StepReceiver;
  /** Largest norm of all gradients together: larger ones are scaled down to it (Pascanu et al. 2013). 0: none is. */
  readonly clip?: number;
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

/** Pictures whose values are held at once in a test. */
const testedTogether = 64;

/**
 * A network whose weights change: batches forward and back, batch norm with the batch's statistics. Works on the
 * current backend, part by part (stem, blocks, head), and handles other events in between. One call at a time.
 */
export class TrainableNetwork {
  readonly #network: Runnable;
  readonly #logits: string;

  /** @param weights by name, as `initialWeights` gives them; they are copied. Throws where one does not fit. */
  constructor(
    readonly graph: Graph,
    weights: ReadonlyMap<string, Float32Array>,
  ) {
    this.#logits = logitsOf(graph);
    this.#network = {
      parts: partsOf(graph, this.#logits),
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
    const measurement = {
      weightGradients: {} as Record<string, number>,
      weightNorms: {} as Record<string, number>,
      activationGradients: {} as Record<string, number>,
      activationStds: {} as Record<string, number>,
    };
    const receiver: Receiver = {
      value: (id, values) => void (measurement.activationStds[id] = statistics(values).std),
      gradient: (id, values) => void (measurement.activationGradients[id] = l2Norm(values)),
      weight: (name, values) => {
        measurement.weightGradients[name] = l2Norm(values);
        measurement.weightNorms[name] = l2Norm(this.#network.weights.values(name));
      },
    };
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
   * One step of the optimiser; the moving statistics follow. Loss and accuracy are those of the batch before the step.
   * Weight decay is for kernels only. Aborted, the weights stay as they were.
   */
  async step(batch: Batch, optimiser: Optimiser, options: StepOptions = {}): Promise<Fit> {
    const { receiver = {} } = options;
    const gradients = new Map<string, Float32Array>();
    const moves: (() => void)[] = [];
    const found = await this.#run(batch, options, {
      value: receiver.value,
      weight: (name, values) => {
        gradients.set(name, values);
        receiver.weight?.(name, values);
      },
      statistics: (id, mean, variance) => {
        const count = this.#count(id, batch);
        const ofSample = variance.map((of) => (of * count) / Math.max(1, count - 1));
        moves.push(
          () => this.#move(`${id}/movingMean`, mean),
          () => this.#move(`${id}/movingVariance`, ofSample),
        );
      },
    });
    const { weights } = this.#network;
    clipTogether([...gradients.values()], options.clip ?? 0);
    for (const [name, gradient] of gradients) {
      const values = weights.values(name);
      const before = receiver.update && values.slice();
      optimiser.update(name, values, gradient, name.endsWith('/kernel'));
      weights.changed(name);
      if (before) receiver.update!(name, before, values);
    }
    for (const move of moves) move();
    return found;
  }

  /** How well pictures that are not trained on are told: batch norm with the moving statistics. */
  async test({ inputs, labels }: Batch, signal?: AbortSignal): Promise<Fit> {
    const classes = this.#network.shapes.get(this.#logits)![0];
    const logits = new Float32Array(labels.length * classes);
    const length = inputs.length / labels.length;
    for (let from = 0; from < labels.length; from += testedTogether) {
      const to = from + testedTogether;
      const some = { inputs: inputs.subarray(from * length, to * length), labels: labels.subarray(from, to) };
      const values = await this.values(some, [this.#logits], 'inference', signal);
      logits.set(values.get(this.#logits)!, from * classes);
    }
    return fit(logits, labels);
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

  /** Weights by name become these; others stay. */
  assign(weights: ReadonlyMap<string, Float32Array>): void {
    for (const [name, values] of weights) {
      this.#network.weights.values(name).set(values);
      this.#network.weights.changed(name);
    }
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

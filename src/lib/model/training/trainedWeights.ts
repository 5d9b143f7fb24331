import * as tf from '@tensorflow/tfjs-core';
import type { Graph, Shape } from '../architecture/graph.ts';
import { weightShapes } from '../architecture/shapes.ts';

/**
 * Weights that change: kept in plain memory, where the optimiser works on them, and as tensors until they change. Owns
 * all of both; callers dispose nothing.
 */
export class TrainedWeights {
  readonly #shapes: ReadonlyMap<string, Shape>;
  readonly #values = new Map<string, Float32Array>();
  readonly #tensors = new Map<string, tf.Tensor>();

  /** Copies the values. Throws for a weight of the graph that is missing or has another length. */
  constructor(graph: Graph, weights: ReadonlyMap<string, Float32Array>) {
    this.#shapes = weightShapes(graph);
    for (const [name, shape] of this.#shapes) {
      const values = weights.get(name);
      const length = shape.reduce((product, side) => product * side, 1);
      if (values?.length !== length)
        throw new Error(`Weight '${name}' needs ${length} values, got ${values?.length ?? 'none'}.`);
      this.#values.set(name, values.slice());
    }
  }

  get names(): Iterable<string> {
    return this.#shapes.keys();
  }

  shape(name: string): Shape {
    return this.#shapes.get(name)!;
  }

  /** The values themselves: whoever changes them calls `changed`. */
  values(name: string): Float32Array {
    return this.#values.get(name)!;
  }

  tensor(name: string): tf.Tensor {
    let tensor = this.#tensors.get(name);
    if (!tensor) {
      tensor = tf.keep(tf.tensor(this.values(name).slice(), [...this.shape(name)]));
      this.#tensors.set(name, tensor);
    }
    return tensor;
  }

  /** The values of a weight are others now. */
  changed(name: string): void {
    this.#tensors.get(name)?.dispose();
    this.#tensors.delete(name);
  }

  dispose(): void {
    for (const tensor of this.#tensors.values()) tensor.dispose();
    this.#tensors.clear();
  }
}

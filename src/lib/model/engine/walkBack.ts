import * as tf from '@tensorflow/tfjs-core';
import type { Graph } from '../architecture/graph.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { AtlasError } from '../errors.ts';
import type { BlockProgress } from '../protocol.ts';
import { backward, valuesForBackward } from './backward.ts';
import type { Parameters } from './parameters.ts';
import { boundariesOf, runSegments, stepsBySegment } from './segments.ts';
import { yieldToEvents } from './yieldToEvents.ts';

/** Where a backward walk starts, what is wanted of it, and for which input. */
export interface WalkBack {
  readonly graph: Graph;
  /** Becomes this walk's, and is freed by it. */
  readonly input: tf.Tensor;
  readonly parameters: Parameters;
  /** The node whose value is differentiated. */
  readonly from: string;
  /** ∂L/∂(that value), from the value itself. */
  readonly seed: (value: Float32Array) => Float32Array;
  /** Nodes at which the gradient is wanted. */
  readonly wanted: ReadonlySet<string>;
  /** Told of each block on the way forward. */
  readonly onBlock?: (progress: BlockProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Forward to `from`, then backward; gives each wanted node's gradient, [height, width, channels] row-major,
 * as soon as it is complete.
 *
 * @returns the value at `from`
 * @throws AtlasError unknownNode
 */
export async function walkBack(
  { graph, input, parameters, from, seed, wanted, onBlock, signal }: WalkBack,
  receive: (id: string, gradient: Float32Array) => void,
): Promise<Float32Array> {
  const values = new Map<string, tf.Tensor>([[graph.nodes[0].id, input]]);
  try {
    const shapes = inferShapes(graph);
    if (!shapes.has(from)) throw new AtlasError('unknownNode', { node: from });
    const parts = stepsBySegment(graph, wanted, from);
    const steps = parts.flatMap((part) => part.steps);
    const retained = new Set([...valuesForBackward(steps, wanted), ...boundariesOf(graph), from]);
    await runSegments({
      graph,
      parts,
      values,
      retain: (id) => retained.has(id),
      parameters,
      signal,
      onSegment: ({ block, node }, start) =>
        onBlock?.({ block, node, milliseconds: performance.now() - start, meanMap: null }),
    });
    const output = values.get(from)!;
    const value = (await output.data()) as Float32Array;
    const gradient = tf.tensor(seed(value), output.shape);
    try {
      const walk = { steps, values, shapes, seed: { id: from, gradient }, wanted, parameters };
      for (const found of backward(walk)) {
        receive(found.id, (await found.gradient.data()) as Float32Array);
        found.gradient.dispose();
        await yieldToEvents();
        signal?.throwIfAborted();
      }
    } finally {
      gradient.dispose();
    }
    return value;
  } finally {
    for (const tensor of values.values()) tensor.dispose();
  }
}

import * as tf from '@tensorflow/tfjs-core';
import type { Graph } from '../architecture/graph.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { AtlasError } from '../errors.ts';
import type { BlockProgress } from '../protocol.ts';
import { backward, valuesForBackward, type BackwardOptions } from './backward.ts';
import type { Parameters } from './parameters.ts';
import { boundariesOf, runSegments, stepsBySegment, type Segment } from './segments.ts';
import { yieldToEvents } from './yieldToEvents.ts';

/** Values that are wanted on the way forward: told segment by segment, to be read, not kept. */
export interface ReadForward {
  readonly nodes: ReadonlySet<string>;
  readonly receive: (segment: Segment, values: ReadonlyMap<string, tf.Tensor>) => void | Promise<void>;
}

/** Where a backward walk starts, what is wanted of it, and for which input. */
export interface WalkBack extends PassToWalkBack {
  /** ∂L/∂(the value at `from`), from the value itself. */
  readonly seed: (value: Float32Array) => Float32Array;
}

/** A pass forward whose values a backward walk is to read. */
export interface PassToWalkBack {
  readonly graph: Graph;
  /** Becomes this walk's, and is freed by it. */
  readonly input: tf.Tensor;
  readonly parameters: Parameters;
  /** The node whose value is differentiated. */
  readonly from: string;
  /** Nodes at which the gradient is wanted. */
  readonly wanted: ReadonlySet<string>;
  readonly read?: ReadForward;
  /** Told of each block on the way forward. */
  readonly onBlock?: (progress: BlockProgress) => void;
  readonly signal?: AbortSignal;
}

/** What backward walks over one pass have in common; `values` are the receiver's to dispose. */
export type WalkedPass = Pick<BackwardOptions, 'steps' | 'values' | 'shapes' | 'parameters'>;

/**
 * Forward to `from`, keeping what any backward walk from there to the wanted nodes reads.
 *
 * @throws AtlasError unknownNode
 */
export async function passToWalkBack(options: PassToWalkBack): Promise<WalkedPass> {
  const { graph, input, parameters, from, wanted, read, onBlock, signal } = options;
  const values = new Map<string, tf.Tensor>([[graph.nodes[0].id, input]]);
  try {
    const shapes = inferShapes(graph);
    if (!shapes.has(from)) throw new AtlasError('unknownNode', { node: from });
    const readable = read?.nodes ?? new Set<string>();
    const parts = stepsBySegment(graph, new Set([...wanted, ...readable]), from);
    const steps = parts.flatMap((part) => part.steps);
    const retained = new Set([...valuesForBackward(steps, wanted), ...boundariesOf(graph), from]);
    await runSegments({
      graph,
      parts,
      values,
      retain: (id) => retained.has(id) || readable.has(id),
      parameters,
      signal,
      onSegment: async (segment, start) => {
        onBlock?.({ ...segment, milliseconds: performance.now() - start, meanMap: null });
        await read?.receive(segment, values);
        // What was only to be read, the way back needs no more.
        for (const id of readable) {
          if (retained.has(id)) continue;
          values.get(id)?.dispose();
          values.delete(id);
        }
      },
    });
    return { steps, values, shapes, parameters };
  } catch (error) {
    for (const tensor of values.values()) tensor.dispose();
    throw error;
  }
}

/**
 * Forward to `from`, then backward; gives each wanted node's gradient, [height, width, channels] row-major,
 * as soon as it is complete.
 *
 * @returns the value at `from`
 * @throws AtlasError unknownNode
 */
export async function walkBack(
  { seed, ...options }: WalkBack,
  receive: (id: string, gradient: Float32Array) => void,
): Promise<Float32Array> {
  const { from, wanted, signal } = options;
  const pass = await passToWalkBack(options);
  try {
    const output = pass.values.get(from)!;
    const value = (await output.data()) as Float32Array;
    const gradient = tf.tensor(seed(value), output.shape);
    try {
      for (const found of backward({ ...pass, seed: { id: from, gradient }, wanted })) {
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
    for (const tensor of pass.values.values()) tensor.dispose();
  }
}

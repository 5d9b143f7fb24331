import type * as tf from '@tensorflow/tfjs-core';
import type { Graph } from '../architecture/graph.ts';
import { boundariesOf, runSegments, stepsBySegment, type Segment } from './segments.ts';
import type { Parameters } from './parameters.ts';

export interface PassThroughOptions {
  readonly graph: Graph;
  /** The value that the pass begins with. Becomes this pass's, and is freed by it. */
  readonly input: tf.Tensor;
  /** The node whose value `input` is, one that ends a segment; the graph's own input when absent. */
  readonly after?: string;
  /** Nodes whose own values are wanted. */
  readonly exact?: ReadonlySet<string>;
  /** The last node to be computed; the network's output when absent. */
  readonly last?: string;
  readonly parameters: Parameters;
  readonly signal?: AbortSignal;
  /** See `SegmentRun`. */
  readonly goOn?: () => void;
  /** Given the values at the segment's end and at the exact nodes in it, the input's with the first: to be read, not kept. */
  readonly onSegment: (segment: Segment, values: ReadonlyMap<string, tf.Tensor>) => void | Promise<void>;
}

/** A pass of which nothing is kept: a segment's values are freed as soon as they have been read. */
export async function passThrough(options: PassThroughOptions): Promise<void> {
  const { graph, input, after, exact = new Set(), last, onSegment, ...rest } = options;
  const retained = new Set([...boundariesOf(graph), ...exact, ...(last === undefined ? [] : [last])]);
  const parts = stepsBySegment(graph, exact, last);
  // Segments up to that node are not run: what they would compute is given.
  const done = after === undefined ? 0 : parts.findIndex(({ segment }) => segment.node === after) + 1;
  const values = new Map([[after ?? graph.nodes[0].id, input]]);
  const free = (id: string) => {
    values.get(id)?.dispose();
    values.delete(id);
  };
  try {
    await runSegments({
      ...rest,
      graph,
      parts: parts.slice(done),
      values,
      retain: (id) => retained.has(id),
      onSegment: async (segment) => {
        await onSegment(segment, values);
        // Of a segment, the next reads its end alone.
        for (const id of [...values.keys()]) if (id !== segment.node) free(id);
      },
    });
  } finally {
    for (const id of [...values.keys()]) free(id);
  }
}

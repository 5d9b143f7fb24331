/** A pass in parts: the stem, each block, the head; between them other events are handled. */
import type * as tf from '@tensorflow/tfjs-core';
import { blocksOf } from '../architecture/blocks.ts';
import type { Graph } from '../architecture/graph.ts';
import { weightShapes } from '../architecture/shapes.ts';
import { run } from './forward.ts';
import type { Parameters } from './parameters.ts';
import { fuse, splitAfter, type Step } from './steps.ts';
import { yieldToEvents } from './yieldToEvents.ts';

export interface Segment {
  /** 'conv1', a block's id, 'head'. */
  readonly block: string;
  /** The node that ends it. */
  readonly node: string;
}

export interface SegmentSteps {
  readonly segment: Segment;
  readonly steps: readonly Step[];
}

function segmentsOf(graph: Graph): Segment[] {
  const blocks = blocksOf(graph);
  return [
    { block: 'conv1', node: blocks[0].input },
    ...blocks.map(({ id, output }) => ({ block: id, node: output })),
    { block: 'head', node: graph.nodes.at(-1)!.id },
  ];
}

/** The network's logits: what its softmax reads. */
export function logitsOf(graph: Graph): string {
  const last = graph.nodes.at(-1)!;
  return last.kind === 'softmax' ? last.inputs[0] : last.id;
}

/** Nodes that end a segment. */
export const boundariesOf = (graph: Graph): string[] => segmentsOf(graph).map(({ node }) => node);

/** The fused steps of each segment, as far as `last` (the network's output when absent). */
export function stepsBySegment(graph: Graph, exact: ReadonlySet<string>, last?: string): SegmentSteps[] {
  const segments = segmentsOf(graph);
  const all = new Set([...exact, ...segments.map(({ node }) => node)]);
  const steps = fuse(graph, last === undefined ? all : all.add(last)).filter(({ kind }) => kind !== 'input');
  const parts = splitAfter(
    steps,
    segments.map(({ node }) => node),
  );
  const bySegment: SegmentSteps[] = [];
  for (const [i, segment] of segments.entries()) {
    const end = parts[i].findIndex(({ id }) => id === last);
    bySegment.push({ segment, steps: end < 0 ? parts[i] : parts[i].slice(0, end + 1) });
    if (end >= 0) break;
  }
  return bySegment;
}

/** Names of the weights that the steps use. */
function weightNames(graph: Graph, steps: readonly Step[]): string[] {
  const ids = new Set<string>();
  for (const step of steps) {
    const nodes =
      step.kind === 'fusedConvolution' ? [step.attributes.convolution, step.attributes.batchNorm] : [step];
    for (const node of nodes) if (node) ids.add(node.id);
  }
  return [...weightShapes(graph).keys()].filter((name) => ids.has(name.slice(0, name.lastIndexOf('/'))));
}

export interface SegmentRun {
  readonly graph: Graph;
  readonly parts: readonly SegmentSteps[];
  /** Holds the input's value; what is retained is added. Stays the caller's, on an error too. */
  readonly values: Map<string, tf.Tensor>;
  readonly retain: (id: string) => boolean;
  readonly parameters: Parameters;
  readonly signal?: AbortSignal;
  /** Called before each segment and after each wait; throws when the values are no longer wanted. */
  readonly goOn?: () => void;
  readonly onSegment?: (segment: Segment, start: number) => void | Promise<void>;
}

/** Runs the segments in turn, waiting for weights that are still under way. */
export async function runSegments(options: SegmentRun): Promise<void> {
  const { graph, parts, values, retain, parameters, signal, onSegment } = options;
  const goOn = options.goOn ?? (() => signal?.throwIfAborted());
  for (const { segment, steps } of parts) {
    await parameters.whenPresent(weightNames(graph, steps), signal);
    goOn();
    const start = performance.now();
    const retained = new Set(steps.map(({ id }) => id).filter(retain));
    for (const [id, value] of run(steps, values, retained, parameters)) values.set(id, value);
    await onSegment?.(segment, start);
    goOn();
    await yieldToEvents();
    goOn();
  }
}

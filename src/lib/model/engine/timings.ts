import * as tf from '@tensorflow/tfjs-core';
import { median } from 'd3';
import type { Graph } from '../architecture/graph.ts';
import { consumers } from '../architecture/subgraph.ts';
import type { BackendName, TimingsReport } from '../protocol.ts';
import { boundariesOf, logitsOf, runSegments, stepsBySegment } from './segments.ts';
import type { Session } from './session.ts';
import type { Step } from './steps.ts';
import { stillLast } from './stillLast.ts';

export interface TimingOptions {
  readonly passes?: number;
  readonly backend: BackendName;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Times each operation of the network of the last pass, fused as a pass fuses them, in passes of their own. The
 * last pass stays as it is.
 *
 * @throws AtlasError notReady; AbortError when another pass or picture comes
 */
export async function measureTimings(
  session: Session,
  { passes = 5, backend, signal, onProgress }: TimingOptions,
): Promise<TimingsReport> {
  const graph = session.lastGraph();
  const goOn = stillLast(session, signal);
  const bySegment = stepsBySegment(graph, new Set([...boundariesOf(graph), logitsOf(graph)]));
  const steps = bySegment.flatMap((part) => part.steps);
  const times = new Map<string, number[]>(steps.map(({ id }) => [id, []]));
  const freed = lastReads(steps);
  const all = passes * steps.length;
  let done = 0;
  for (let pass = 0; pass < passes; pass++) {
    const values = new Map([[graph.nodes[0].id, session.inputTensor()]]);
    try {
      await runSegments({
        graph,
        parts: steps.map((step) => ({ segment: { block: step.id, node: step.id }, steps: [step] })),
        values,
        retain: () => true,
        parameters: session.parameters,
        signal,
        goOn,
        onSegment: async ({ node }, start) => {
          await computed(values.get(node)!, backend);
          times.get(node)!.push(performance.now() - start);
          for (const id of freed.get(node) ?? []) {
            values.get(id)?.dispose();
            values.delete(id);
          }
          onProgress?.(++done, all);
        },
      });
    } finally {
      for (const value of values.values()) value.dispose();
    }
  }
  const nodes = Object.fromEntries([...times].map(([id, measured]) => [id, median(measured)!]));
  const units = Object.fromEntries(
    bySegment.map(({ segment, steps }) => [
      segment.block === 'conv1' ? 'stem' : segment.block,
      steps.reduce((sum, { id }) => sum + nodes[id], 0),
    ]),
  );
  return { nodes, fusedInto: fusedInto(graph, steps), units, passes, backend };
}

/** By step: the values that no later step reads. */
function lastReads(steps: readonly Step[]): Map<string, string[]> {
  const reader = new Map(steps.flatMap((step) => step.inputs.map((input) => [input, step.id])));
  const freed = new Map<string, string[]>();
  for (const [id, by] of reader) freed.set(by, [...(freed.get(by) ?? []), id]);
  return freed;
}

/** A graphics card works on after the call has returned: reading a number of the result waits for it. */
async function computed(value: tf.Tensor, backend: BackendName): Promise<void> {
  if (backend !== 'webgl' && backend !== 'webgpu') return;
  const { shape } = value;
  const one = tf.slice(
    value,
    shape.map(() => 0),
    shape.map(() => 1),
  );
  // WebGL's asynchronous reading looks only now and then whether the result is there.
  if (backend === 'webgl') one.dataSync();
  else await one.data();
  one.dispose();
}

/** Of the nodes without a step of their own: the step that computes them, found along their only readers. */
function fusedInto(graph: Graph, steps: readonly Step[]): Record<string, string> {
  const own = new Set(steps.map(({ id }) => id));
  const readers = consumers(graph);
  const stepOf = (id: string): string => (own.has(id) ? id : stepOf(readers.get(id)![0]));
  const fused = graph.nodes.filter(({ id, kind }) => kind !== 'input' && !own.has(id));
  return Object.fromEntries(fused.map(({ id }) => [id, stepOf(id)]));
}

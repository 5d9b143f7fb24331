import type * as tf from '@tensorflow/tfjs-core';
import type { Graph } from '../architecture/graph.ts';
import type { Rewrite } from '../architecture/rewrite.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import { nodesById } from '../architecture/subgraph.ts';
import type { LesionOutcome, LesionProgress, LesionsReport } from '../protocol/lesions.ts';
import { passThrough } from './passThrough.ts';
import { boundariesOf, logitsOf, runSegments, stepsBySegment } from './segments.ts';
import type { Session } from './session.ts';
import { crossEntropy, largest } from './statistics.ts';
import { alias } from './weightlessOperations.ts';

export interface LesionOptions {
  /** The lesions, each as the rewrites that make it. */
  readonly lesions: readonly (readonly Rewrite[])[];
  /** The class that is followed; when absent, the top class of the unmodified network for this picture. */
  readonly target?: number;
  /** Another picture, preprocessed; the current one when absent. */
  readonly input?: Float32Array;
  readonly signal?: AbortSignal;
  /** Told of the unmodified network's outcome, then of each lesion's, as soon as it is known. */
  readonly onOutcome?: (found: LesionProgress) => void;
}

/**
 * What each of several lesions does to one picture's class. The unmodified network is run once and its blocks' outputs
 * (some 23 MB) are kept meanwhile; each lesion is run from the last of them that it does not change, with the very
 * operations of a whole pass. The session's picture and last pass stay as they are.
 *
 * @throws AtlasError unknownClass, notReady, and what the rewrites throw
 */
export async function lesions(session: Session, options: LesionOptions): Promise<LesionsReport> {
  const { lesions: asked, signal, onOutcome } = options;
  const { graph, parameters } = session;
  session.requireClass(options.target);
  const networks = asked.map((rewrites) => applyRewrites(graph, rewrites));
  const logitsNode = logitsOf(graph);
  const kept = new Set([...boundariesOf(graph), logitsNode]);
  const values = new Map<string, tf.Tensor>([[graph.nodes[0].id, session.inputTensor(options.input)]]);
  try {
    await runSegments({
      graph,
      parts: stepsBySegment(graph, kept),
      values,
      retain: (id) => kept.has(id),
      parameters,
      signal,
    });
    const read = await headOf(graph, values);
    const target = options.target ?? largest(read.probabilities, 1)[0].index;
    const base = outcomeOf(read, target);
    onOutcome?.({ index: null, target, outcome: base });

    const outcomes: LesionOutcome[] = [];
    for (const [index, network] of networks.entries()) {
      const after = lastUnchanged(graph, network);
      let outcome = base;
      if (after !== graph.nodes.at(-1)!.id) {
        await passThrough({
          graph: network,
          input: alias(values.get(after)!),
          after: after === graph.nodes[0].id ? undefined : after,
          exact: new Set([logitsNode]),
          parameters,
          signal,
          onSegment: async ({ block }, found) => {
            if (block === 'head') outcome = outcomeOf(await headOf(network, found), target);
          },
        });
      }
      outcomes.push(outcome);
      onOutcome?.({ index, target, outcome });
    }
    return { target, base, outcomes };
  } finally {
    for (const value of values.values()) value.dispose();
  }
}

/**
 * The last value that a rewritten network has in common with the unmodified one, of those between which a pass is
 * divided: the input, a segment's end. A rewrite leaves what it does not touch as the same object.
 */
function lastUnchanged(graph: Graph, rewritten: Graph): string {
  const before = nodesById(graph);
  const same = new Set<string>();
  for (const node of rewritten.nodes) {
    if (before.get(node.id) === node && node.inputs.every((id) => same.has(id))) same.add(node.id);
  }
  const ends = boundariesOf(rewritten);
  const firstChanged = ends.findIndex((id) => !same.has(id));
  if (firstChanged < 0) return ends.at(-1)!;
  return firstChanged === 0 ? graph.nodes[0].id : ends[firstChanged - 1];
}

interface Head {
  readonly logits: Float32Array;
  readonly probabilities: Float32Array;
}

async function headOf(graph: Graph, values: ReadonlyMap<string, tf.Tensor>): Promise<Head> {
  const [logits, probabilities] = await Promise.all(
    [logitsOf(graph), graph.nodes.at(-1)!.id].map(
      async (id) => (await values.get(id)!.data()) as Float32Array,
    ),
  );
  return { logits, probabilities };
}

function outcomeOf({ logits, probabilities }: Head, target: number): LesionOutcome {
  return {
    probability: probabilities[target],
    // From the logits: a probability that single precision rounds to zero still has its logarithm.
    logProbability: -crossEntropy(logits, target),
    top1: largest(probabilities, 1)[0].index,
  };
}

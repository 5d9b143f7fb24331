import * as tf from '@tensorflow/tfjs-core';
import { blocksOf } from '../architecture/blocks.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { subgraph } from '../architecture/subgraph.ts';
import type { EarlyExit } from '../protocol/refinement.ts';
import { run } from './forward.ts';
import { logitsOf } from './segments.ts';
import type { Session } from './session.ts';
import { crossEntropy, topFive } from './statistics.ts';
import { fuse } from './steps.ts';

/**
 * What the network's own head (global average pool, dense layer, softmax) says when a block's output is put in the
 * place of the last block's, which it was trained on.
 *
 * @param outputs by block: its output, [height · width · channels], of the shape of the last block's
 */
export async function earlyExits(
  { graph, parameters }: Session,
  outputs: ReadonlyMap<string, Float32Array>,
  target: number,
): Promise<EarlyExit[]> {
  const before = blocksOf(graph).at(-1)!.output;
  const wanted = new Set([logitsOf(graph), graph.nodes.at(-1)!.id]);
  const steps = fuse(subgraph(graph, wanted, new Set([before])), wanted);
  const shape = [1, ...inferShapes(graph).get(before)!];
  const exits: EarlyExit[] = [];
  for (const [block, output] of outputs) {
    const values = tf.tidy(() => {
      const found = run(steps, new Map([[before, tf.tensor(output, shape)]]), wanted, parameters);
      return [...wanted].map((id) => found.get(id)!);
    });
    const [logits, probabilities] = await Promise.all(values.map((value) => value.data()));
    for (const value of values) value.dispose();
    exits.push({
      block,
      top: topFive(probabilities),
      probability: probabilities[target],
      loss: crossEntropy(logits, target),
    });
  }
  return exits;
}

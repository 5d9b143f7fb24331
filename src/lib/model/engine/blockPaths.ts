/** Walks back through a row of residual blocks: along all paths at once, by length, or along chosen ones. */
import * as tf from '@tensorflow/tfjs-core';
import type { BlockWalk } from './blockWalk.ts';
import { alias } from './weightlessOperations.ts';
import type { Path } from './samplePaths.ts';

/** Called between two walks: lets other events in, and throws when the gradients are no longer wanted. */
export type Pause = () => Promise<void>;

/** The gradient at the first block's input from that at the last one's output, by all paths; the caller's to dispose. */
export async function wholeGradient(
  walks: readonly BlockWalk[],
  gradient: tf.Tensor,
  pause: Pause,
): Promise<tf.Tensor> {
  let current = alias(gradient);
  try {
    for (const walk of walks.toReversed()) {
      const { shortcut, branch } = bothWays(walk, current);
      current.dispose();
      current = sum(shortcut, branch);
      await pause();
    }
    return current;
  } catch (error) {
    current.dispose();
    throw error;
  }
}

/**
 * The same in parts: for each length, from none to all of the blocks, the sum of the gradients that arrive by the paths
 * of that length. Exact, for all 2ⁿ paths in n (n + 1) / 2 walks through a block: the gradient is a polynomial in a factor
 * on all branches, ∏ (shortcut + branch · z), and its coefficients are multiplied out block by block. The parts are the
 * caller's to dispose.
 */
export async function gradientsByLength(
  walks: readonly BlockWalk[],
  gradient: tf.Tensor,
  pause: Pause,
): Promise<tf.Tensor[]> {
  let before: tf.Tensor[] = [alias(gradient)];
  let after: tf.Tensor[] = [];
  try {
    for (const walk of walks.toReversed()) {
      // The longest first: each part is freed as soon as it has been handed on.
      for (let length = before.length - 1; length >= 0; length--) {
        const { shortcut, branch } = bothWays(walk, before[length]);
        before[length].dispose();
        const longer = after[length + 1];
        after[length + 1] = longer ? sum(longer, branch) : branch;
        after[length] = shortcut;
        await pause();
      }
      [before, after] = [after, []];
    }
    return before;
  } catch (error) {
    for (const tensor of [...before, ...after]) tensor?.dispose();
    throw error;
  }
}

/**
 * Gives the gradient that arrives at the first block's input by each of the paths, row by row. Paths are walked
 * together as far as they take the same ways.
 */
export async function followPaths(
  walks: readonly BlockWalk[],
  gradient: tf.Tensor,
  paths: readonly Path[],
  receive: (path: Path, gradient: Float32Array) => void,
  pause: Pause,
): Promise<void> {
  const walk = walks.at(-1);
  if (!walk) {
    const values = (await gradient.data()) as Float32Array;
    for (const path of paths) receive(path, values);
    return;
  }
  const atSum = walk.toSum(gradient);
  try {
    for (const takes of [false, true]) {
      const together = paths.filter((path) => path[walks.length - 1] === takes);
      if (together.length === 0) continue;
      const before = takes ? walk.byBranch(atSum) : walk.byShortcut(atSum);
      try {
        await pause();
        await followPaths(walks.slice(0, -1), before, together, receive, pause);
      } finally {
        before.dispose();
      }
    }
  } finally {
    atSum.dispose();
  }
}

function bothWays(walk: BlockWalk, gradient: tf.Tensor): { shortcut: tf.Tensor; branch: tf.Tensor } {
  const atSum = walk.toSum(gradient);
  try {
    return { shortcut: walk.byShortcut(atSum), branch: walk.byBranch(atSum) };
  } finally {
    atSum.dispose();
  }
}

/** Frees what it adds. */
function sum(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const result = tf.add(a, b);
  a.dispose();
  b.dispose();
  return result;
}

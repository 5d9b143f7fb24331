import type * as tf from '@tensorflow/tfjs-core';
import { blocksOf, type Block } from '../architecture/blocks.ts';
import type { Graph } from '../architecture/graph.ts';
import { backward } from './backward.ts';
import type { Step } from './steps.ts';
import type { WalkedPass } from './walkBack.ts';

/**
 * A residual block's way back, cut at its sum: linear maps of a gradient, with ReLUs and pools as the forward pass
 * left them. Each takes a gradient that stays the caller's, and gives a new one that is the caller's to dispose.
 */
export interface BlockWalk {
  readonly block: Block;
  /** ∂L/∂(the block's output) → ∂L/∂(its sum). */
  toSum(gradient: tf.Tensor): tf.Tensor;
  /** ∂L/∂(the sum) → what of ∂L/∂(the block's input) comes by the shortcut, with its projection where it has one. */
  byShortcut(gradient: tf.Tensor): tf.Tensor;
  /** ∂L/∂(the sum) → what of ∂L/∂(the block's input) comes by the residual branch. */
  byBranch(gradient: tf.Tensor): tf.Tensor;
}

/** Ways back through the blocks of a graph, each with branch and shortcut, over a pass that has been kept. */
export function blockWalks(graph: Graph, pass: WalkedPass): BlockWalk[] {
  return blocksOf(graph).map((block) => {
    const { id, input, branchNodes, shortcutNodes, branchEnd, shortcutEnd, sum, output } = block;
    if (branchEnd === null || shortcutEnd === null) throw new Error(`Block ${id} is not whole.`);
    const stepsOf = (nodes: readonly string[]) => pass.steps.filter(({ id }) => nodes.includes(id));
    const afterSum = pass.steps.slice(
      pass.steps.findIndex(({ id }) => id === sum) + 1,
      pass.steps.findIndex(({ id }) => id === output) + 1,
    );
    const walk = (steps: readonly Step[], from: string, to: string) => (gradient: tf.Tensor) =>
      pull(pass, steps, { id: from, gradient }, to);
    return {
      block,
      toSum: walk(afterSum, output, sum),
      byShortcut: walk(stepsOf(shortcutNodes), shortcutEnd, input),
      byBranch: walk(stepsOf(branchNodes), branchEnd, input),
    };
  });
}

/** The gradient at one node, from that at another, through the steps between them. */
export function pull(
  pass: WalkedPass,
  steps: readonly Step[],
  seed: { readonly id: string; readonly gradient: tf.Tensor },
  to: string,
): tf.Tensor {
  for (const { gradient } of backward({ ...pass, steps, seed, wanted: new Set([to]) })) return gradient;
  throw new Error(`No gradient arrives at '${to}' from '${seed.id}'.`);
}

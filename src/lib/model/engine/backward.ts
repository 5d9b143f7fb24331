import * as tf from '@tensorflow/tfjs-core';
import type { Values } from './forward.ts';
import type { Parameters } from './parameters.ts';
import { operationOf } from './operations.ts';
import type { Step } from './steps.ts';
import { alias } from './weightlessOperations.ts';

/** Ids of the values of the forward pass that the backward walk over these steps, as far as the wanted nodes, reads. */
export function valuesForBackward(steps: readonly Step[], wanted: ReadonlySet<string>): Set<string> {
  const needed = new Set<string>();
  const leads = leadingTo(steps, wanted);
  for (const step of steps) {
    if (!step.inputs.some((input) => leads.has(input))) continue;
    const needs = operationOf(step).needs?.(step);
    if (needs?.inputs) for (const input of step.inputs) needed.add(input);
    if (needs?.output) needed.add(step.id);
  }
  return needed;
}

export interface BackwardOptions {
  /** In forward order. */
  readonly steps: readonly Step[];
  /** At least `valuesForBackward(steps, wanted)`; stays the caller's. */
  readonly values: Values;
  /** Shapes of all nodes, without the batch axis. */
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  /** ∂L/∂(value of a step), where the walk starts; stays the caller's. */
  readonly seed: { readonly id: string; readonly gradient: tf.Tensor };
  /** Nodes whose gradient is wanted; they must be steps, or read by steps. */
  readonly wanted: ReadonlySet<string>;
  readonly parameters: Parameters;
}

/**
 * The reverse walk: one vector-Jacobian product per step, from the seed towards the input. Yields each wanted
 * node's gradient as soon as it is complete; it is then the receiver's to dispose. The receiver may stop
 * early (`return`), which frees what is under way.
 */
export function* backward(options: BackwardOptions): Generator<{ id: string; gradient: tf.Tensor }, void> {
  const { steps, values, shapes, seed, wanted, parameters } = options;
  const leads = leadingTo(steps, wanted);
  const gradients = new Map<string, tf.Tensor>([[seed.id, alias(seed.gradient)]]);

  const accumulate = (id: string, gradient: tf.Tensor) => {
    const before = gradients.get(id);
    if (!before) return void gradients.set(id, gradient);
    gradients.set(id, tf.add(before, gradient));
    before.dispose();
    gradient.dispose();
  };

  try {
    for (const step of [...steps].reverse()) {
      const gradient = gradients.get(step.id);
      if (!gradient) continue;
      const operation = operationOf(step);
      if (step.inputs.some((input) => leads.has(input))) {
        if (!operation.backward)
          throw new Error(`No gradient passes through kind '${step.kind}' (${step.id}).`);
        const inputGradients = tf.tidy(() =>
          operation.backward!(
            step,
            {
              inputs: step.inputs.map((input) => values.get(input)!),
              output: values.get(step.id)!,
              gradient,
              inputShapes: step.inputs.map((input) => [1, ...shapes.get(input)!]),
            },
            parameters,
          ),
        );
        inputGradients.forEach((inputGradient, i) => {
          if (leads.has(step.inputs[i])) accumulate(step.inputs[i], inputGradient);
          else inputGradient.dispose();
        });
      }
      gradients.delete(step.id);
      if (wanted.has(step.id)) yield { id: step.id, gradient };
      else gradient.dispose();
    }
    // Values that the steps only read: the input, or where a partial walk begins.
    for (const [id, gradient] of [...gradients]) {
      if (!wanted.has(id)) continue;
      gradients.delete(id);
      yield { id, gradient };
    }
  } finally {
    for (const gradient of gradients.values()) gradient.dispose();
  }
}

/** Wanted nodes, and all that have one of them upstream. */
function leadingTo(steps: readonly Step[], wanted: ReadonlySet<string>): Set<string> {
  const leads = new Set(wanted);
  for (const step of steps) if (step.inputs.some((input) => leads.has(input))) leads.add(step.id);
  return leads;
}

import * as tf from '@tensorflow/tfjs-core';
import type { Parameters } from './parameters.ts';
import { operationOf, type Operation } from './operations.ts';
import type { Step, StepKind } from './steps.ts';
import { alias } from './weightlessOperations.ts';

/** Values by node id, each [1, height, width, channels] or [1, features]. */
export type Values = ReadonlyMap<string, tf.Tensor>;

/**
 * Runs steps in order and returns the values named in `wanted`. Each intermediate value is freed as soon as
 * its last reader has run.
 *
 * `known` stays the caller's; what is returned is the caller's to dispose.
 * Throws if a step reads a value that is neither known nor computed.
 */
export function run(
  steps: readonly Step[],
  known: Values,
  wanted: ReadonlySet<string>,
  parameters: Parameters,
): Map<string, tf.Tensor> {
  const readersLeft = new Map<string, number>();
  for (const step of steps) {
    for (const input of step.inputs) readersLeft.set(input, (readersLeft.get(input) ?? 0) + 1);
  }
  const computed = new Map<string, tf.Tensor>();
  const value = (id: string): tf.Tensor => {
    const tensor = computed.get(id) ?? known.get(id);
    if (!tensor) throw new Error(`No value for node '${id}'.`);
    return tensor;
  };
  try {
    for (const step of steps) {
      const inputs = step.inputs.map(value);
      const operation = operationOf(step) as Operation<StepKind>;
      computed.set(
        step.id,
        tf.tidy(() => operation.forward(step, inputs, parameters)),
      );
      for (const input of step.inputs) {
        const left = readersLeft.get(input)! - 1;
        readersLeft.set(input, left);
        if (left === 0 && !wanted.has(input)) {
          computed.get(input)?.dispose();
          computed.delete(input);
        }
      }
    }
    const result = new Map<string, tf.Tensor>();
    for (const id of wanted) result.set(id, computed.get(id) ?? alias(value(id)));
    for (const [id, tensor] of computed) if (!result.has(id)) tensor.dispose();
    return result;
  } catch (error) {
    for (const tensor of computed.values()) tensor.dispose();
    throw error;
  }
}

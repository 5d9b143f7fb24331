/** A batch through a network and back, part by part; between the parts other events are handled. */
import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../architecture/graph.ts';
import { yieldToEvents } from '../engine/yieldToEvents.ts';
import type { Batch } from './batch.ts';
import { batchLoss } from './loss.ts';
import type { Mode } from './operations.ts';
import type { Part } from './parts.ts';
import { disposeTape, neededBackward, runBackward, runForward, type Tape } from './tape.ts';
import type { TrainedWeights } from './trainedWeights.ts';

/** A network as the passes see it. */
export interface Runnable {
  /** The last part's output is the logits. */
  readonly parts: readonly Part[];
  /** Shapes of the nodes' values, without the batch axis. */
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly weights: TrainedWeights;
}

/** Told what a pass finds, as it finds it; the arrays are the receiver's. */
export interface Receiver {
  /** The value of a node that was wanted, [n, …]. */
  value?(id: string, values: Float32Array): void;
  /** ∂L/∂value of a node that was wanted. */
  gradient?(id: string, values: Float32Array): void;
  /** ∂L/∂weight. */
  weight?(name: string, values: Float32Array): void;
  /** Mean and population variance of a batch norm's input, per channel. */
  statistics?(id: string, mean: Float32Array, variance: Float32Array): void;
}

export interface PassOptions {
  readonly batch: Batch;
  /** Nodes whose value and gradient are wanted, as far as the receiver takes them. */
  readonly wanted: ReadonlySet<string>;
  readonly receiver: Receiver;
  readonly signal?: AbortSignal;
  /** Called after each part, forward and back. */
  readonly onPart?: () => void;
}

/** Above this, what the way back reads is not kept but computed again, part by part, from the parts' outputs. */
const bytesToKeep = 192e6;

const read = async (tensor: tf.Tensor) => (await tensor.data()) as Float32Array;

/** Lets other events be handled. Throws when the work is no longer wanted. */
async function pause({ signal, onPart }: PassOptions): Promise<void> {
  onPart?.();
  await yieldToEvents();
  signal?.throwIfAborted();
}

function inputTensor({ parts, shapes }: Runnable, { inputs, labels }: Batch): tf.Tensor {
  // Some backends keep the very array that they are given.
  return tf.tensor(inputs.slice(), [labels.length, ...shapes.get(parts[0].input)!]);
}

/** Reads the values of a part that were wanted, and frees those that nothing else needs. */
async function tellValues(
  part: Part,
  { output, tape }: { output: tf.Tensor; tape: Tape },
  { wanted, receiver }: Pick<PassOptions, 'wanted' | 'receiver'>,
  needed: ReadonlySet<string>,
): Promise<void> {
  for (const { id } of part.nodes) {
    if (!wanted.has(id)) continue;
    const value = id === part.output ? output : tape.values.get(id)!;
    receiver.value?.(id, await read(value));
    if (id === part.output || needed.has(id)) continue;
    value.dispose();
    tape.values.delete(id);
  }
  if (!receiver.statistics) return;
  for (const [id, { mean, variance }] of tape.statistics)
    receiver.statistics(id, await read(mean), await read(variance));
}

/** Forward only, as far as the last wanted node; batch norm as `mode` says. */
export async function forwardPass(
  network: Runnable,
  options: PassOptions & { readonly mode: Mode },
): Promise<void> {
  const { wanted, mode } = options;
  const last = network.parts.findLastIndex(({ nodes }) => nodes.some(({ id }) => wanted.has(id)));
  let input = inputTensor(network, options.batch);
  try {
    for (const part of network.parts.slice(0, last + 1)) {
      const run = runForward(part, input, wanted, network.weights, mode);
      input.dispose();
      input = run.output;
      try {
        await tellValues(part, run, options, new Set());
      } finally {
        disposeTape(run.tape);
      }
      await pause(options);
    }
  } finally {
    input.dispose();
  }
}

/** Forward with the batch's statistics, and back from the mean cross entropy to every trainable weight. */
export async function forwardAndBack(
  network: Runnable,
  options: PassOptions,
): Promise<{ readonly loss: number; readonly accuracy: number }> {
  const { parts, weights } = network;
  const { batch, wanted, receiver } = options;
  const size = batch.labels.length;
  const wantedBack = receiver.gradient ? wanted : new Set<string>();
  const needed = parts.map(neededBackward);
  const keep = bytesKept(network, needed, size) <= bytesToKeep;
  /** Of part i: its input is values[i], its output values[i + 1]. */
  const values = [inputTensor(network, batch)];
  const tapes: (Tape | undefined)[] = [];
  const run = (i: number, kept: ReadonlySet<string>) =>
    runForward(parts[i], values[i], kept, weights, 'training');
  let gradient: tf.Tensor | null = null;
  try {
    for (const [i, part] of parts.entries()) {
      const { output, tape } = run(i, new Set([...needed[i], ...wanted]));
      values.push(output);
      tapes.push(tape);
      await tellValues(part, { output, tape }, options, needed[i]);
      if (!keep) disposeTape(tapes.pop()!);
      await pause(options);
    }
    const logits = values.at(-1)!;
    const found = batchLoss(await read(logits), batch.labels);
    gradient = tf.tensor(found.gradient, logits.shape);
    for (let i = parts.length - 1; i >= 0; i--) {
      const part = parts[i];
      if (!keep) {
        const again = run(i, needed[i]);
        again.output.dispose();
        tapes[i] = again.tape;
      }
      const back = runBackward({
        part,
        input: values[i],
        output: values[i + 1],
        tape: tapes[i]!,
        gradient: gradient!,
        wantsInput: i > 0 || wantedBack.has(part.input),
        wanted: wantedBack,
        weights,
        shapeOf: (id) => [size, ...network.shapes.get(id)!],
      });
      gradient = back.input;
      try {
        for (const [id, tensor] of back.nodes) receiver.gradient?.(id, await read(tensor));
        for (const [name, tensor] of back.weights) receiver.weight?.(name, await read(tensor));
      } finally {
        tf.dispose([...back.nodes.values(), ...back.weights.values()]);
      }
      disposeTape(tapes.pop()!);
      values.pop()!.dispose();
      await pause(options);
    }
    if (gradient) receiver.gradient?.(parts[0].input, await read(gradient));
    return { loss: found.loss, accuracy: found.accuracy };
  } finally {
    gradient?.dispose();
    for (const value of values) value.dispose();
    for (const tape of tapes) if (tape) disposeTape(tape);
  }
}

/** Bytes of all that the way back reads: values, and what batch norm saves, which has its input's size. */
function bytesKept(
  { parts, shapes }: Runnable,
  needed: readonly ReadonlySet<string>[],
  batch: number,
): number {
  const floats = (id: string) => shapes.get(id)!.reduce((product, side) => product * side, batch);
  let sum = 0;
  parts.forEach(({ nodes }, i) => {
    for (const id of needed[i]) sum += floats(id);
    for (const { id, kind } of nodes) if (kind === 'batchNorm') sum += floats(id);
  });
  return 4 * sum;
}

/** One part of a network, forward and backward, with what the way back needs in between. */
import * as tf from '@tensorflow/tfjs-core';
import type { Node } from '../architecture/graph.ts';
import { trainingOperation, type Computed, type Gradients, type Mode } from './operations.ts';
import type { Part } from './parts.ts';
import type { TrainedWeights } from './trainedWeights.ts';

/** What a forward run leaves beside the part's output. The holder disposes it, by `disposeTape`. */
export interface Tape {
  /** Values that were asked for, by node; the part's input and output are not among them. */
  readonly values: Map<string, tf.Tensor>;
  readonly saved: Map<string, NonNullable<Computed['saved']>>;
  /** Of each batch norm, in training mode. */
  readonly statistics: Map<string, NonNullable<Computed['statistics']>>;
}

export function disposeTape(tape: Tape): void {
  for (const kept of Object.values(tape) as Tape[keyof Tape][]) {
    tf.dispose([...kept.values()]);
    kept.clear();
  }
}

/** Ids of the values that the way back through a part reads. */
export function neededBackward({ nodes }: Part): Set<string> {
  const needed = new Set<string>();
  for (const node of nodes) {
    const needs = trainingOperation(node).needs?.(node);
    if (needs?.inputs) for (const id of node.inputs) needed.add(id);
    if (needs?.output) needed.add(node.id);
  }
  return needed;
}

/**
 * Runs a part forward and keeps the values in `kept`. Every other value is freed after its last reader. The caller
 * disposes the output and the tape.
 *
 * @param input the value of `part.input`; stays the caller's
 */
export function runForward(
  part: Part,
  input: tf.Tensor,
  kept: ReadonlySet<string>,
  weights: TrainedWeights,
  mode: Mode,
): { readonly output: tf.Tensor; readonly tape: Tape } {
  const tape: Tape = { values: new Map(), saved: new Map(), statistics: new Map() };
  const readersLeft = countReaders(part.nodes);
  try {
    for (const node of part.nodes) {
      const inputs = node.inputs.map((id) => (id === part.input ? input : tape.values.get(id)!));
      const { value, saved, statistics } = tidied(() =>
        trainingOperation(node).forward(node, inputs, weights, mode),
      );
      tape.values.set(node.id, value);
      if (saved) tape.saved.set(node.id, saved);
      if (statistics) tape.statistics.set(node.id, statistics);
      for (const id of node.inputs) {
        const left = readersLeft.get(id)! - 1;
        readersLeft.set(id, left);
        if (left > 0 || kept.has(id)) continue;
        tape.values.get(id)?.dispose();
        tape.values.delete(id);
      }
    }
    const output = tape.values.get(part.output)!;
    tape.values.delete(part.output);
    return { output, tape };
  } catch (error) {
    disposeTape(tape);
    throw error;
  }
}

function countReaders(nodes: readonly Node[]): Map<string, number> {
  const readers = new Map<string, number>();
  for (const { inputs } of nodes) for (const id of inputs) readers.set(id, (readers.get(id) ?? 0) + 1);
  return readers;
}

/** `tf.tidy` for results that its types do not know, though it walks them. */
const tidied = <T>(work: () => T): T => tf.tidy(work as () => tf.TensorContainer) as T;

export interface WayBack {
  readonly part: Part;
  /** Values of `part.input` and `part.output`. */
  readonly input: tf.Tensor;
  readonly output: tf.Tensor;
  readonly tape: Tape;
  /** ∂L/∂output of the part; becomes this run's, and is freed by it. */
  readonly gradient: tf.Tensor;
  /** Whether the gradient at the part's input is wanted. */
  readonly wantsInput: boolean;
  /** Nodes of this part whose gradient is wanted. */
  readonly wanted: ReadonlySet<string>;
  readonly weights: TrainedWeights;
  /** The shape of a node's value, with the batch axis. */
  readonly shapeOf: (id: string) => readonly number[];
}

/** The receiver disposes all of them. */
export interface FoundBack {
  /** At the part's input; null where it was not wanted. */
  readonly input: tf.Tensor | null;
  /** At the nodes that were wanted. */
  readonly nodes: Map<string, tf.Tensor>;
  /** ∂L/∂weight by the weight's name. */
  readonly weights: Map<string, tf.Tensor>;
}

/** The way back through a part that was run forward. */
export function runBackward(way: WayBack): FoundBack {
  const { part, tape, wantsInput, wanted, weights } = way;
  const open = new Map([[part.output, way.gradient]]);
  const nodes = new Map<string, tf.Tensor>();
  const ofWeights = new Map<string, tf.Tensor>();
  const ends = new Map([
    [part.input, way.input],
    [part.output, way.output],
  ]);
  const value = (id: string) => (ends.get(id) ?? tape.values.get(id))!;
  try {
    for (const node of [...part.nodes].reverse()) {
      const gradient = open.get(node.id)!;
      const found: Gradients = tidied(() =>
        trainingOperation(node).backward(
          node,
          {
            inputs: node.inputs.map(value),
            output: value(node.id),
            gradient,
            inputShapes: node.inputs.map(way.shapeOf),
            saved: tape.saved.get(node.id) ?? {},
            wantsInput: wantsInput || !node.inputs.includes(part.input),
          },
          weights,
        ),
      );
      for (const [role, tensor] of Object.entries(found.weights ?? {}))
        ofWeights.set(`${node.id}/${role}`, tensor);
      found.inputs.forEach((tensor, i) => accumulate(open, node.inputs[i], tensor));
      open.delete(node.id);
      if (wanted.has(node.id)) nodes.set(node.id, gradient);
      else gradient.dispose();
    }
    const input = open.get(part.input) ?? null;
    if (wantsInput || !input) return { input, nodes, weights: ofWeights };
    input.dispose();
    return { input: null, nodes, weights: ofWeights };
  } catch (error) {
    tf.dispose([...open.values(), ...nodes.values(), ...ofWeights.values()]);
    throw error;
  }
}

function accumulate(open: Map<string, tf.Tensor>, id: string, gradient: tf.Tensor): void {
  const before = open.get(id);
  open.set(id, before ? tf.add(before, gradient) : gradient);
  if (!before) return;
  before.dispose();
  gradient.dispose();
}

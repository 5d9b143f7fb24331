/** What the reader is told of a network's layers while it is trained. */
import { blocksOf } from '../architecture/blocks.ts';
import { costs } from '../architecture/costs.ts';
import type { BlockId, Graph } from '../architecture/graph.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { l2Norm, statistics } from '../engine/statistics.ts';
import type { LayerFigures, RunFacts } from '../protocol/training.ts';
import { layersOf, type MeasuredLayer } from './layers.ts';
import type { StepReceiver } from './network.ts';

/** Where a network that is trained is measured. */
export interface MeasuredNetwork {
  readonly facts: RunFacts;
  readonly layers: readonly MeasuredLayer[];
  /** The nodes whose values are F and x at the sum. */
  readonly blocks: readonly { readonly id: BlockId; readonly branch: string; readonly shortcut: string }[];
  /** All nodes whose values are read, with their numbers of channels. */
  readonly nodes: ReadonlyMap<string, number>;
}

export function measuredNetwork(graph: Graph): MeasuredNetwork {
  const layers = layersOf(graph);
  const blocks = blocksOf(graph).flatMap(({ id, branchEnd, shortcutEnd }) =>
    branchEnd !== null && shortcutEnd !== null ? [{ id, branch: branchEnd, shortcut: shortcutEnd }] : [],
  );
  const ends = blocks.flatMap(({ branch, shortcut }) => [branch, shortcut]);
  const shapes = inferShapes(graph);
  const nodes = [...layers.map(({ activation }) => activation), ...ends];
  const { trainable, macs } = costs(graph).totals;
  return {
    facts: {
      params: trainable,
      macs,
      layers: layers.map(({ id }) => id),
      blocks: blocks.map(({ id }) => id),
    },
    layers,
    blocks,
    nodes: new Map(nodes.map((id) => [id, shapes.get(id)!.at(-1)!])),
  };
}

/**
 * Share of the channels that are 0 at every position of every picture.
 *
 * @param values [n, height, width, channels] or [n, channels]
 */
export function deadShare(values: ArrayLike<number>, channels: number): number {
  let dead = 0;
  for (let channel = 0; channel < channels; channel++) {
    let at = channel;
    while (at < values.length && values[at] === 0) at += channels;
    if (at >= values.length) dead++;
  }
  return dead / channels;
}

/** What is kept of a node's value. */
interface Activation {
  readonly mean: number;
  readonly std: number;
  readonly l2: number;
  readonly dead: number;
}

/** Listens to one step, and makes figures of what it heard. */
export class StepMeasurement {
  readonly #activations = new Map<string, Activation>();
  readonly #gradients = new Map<string, number>();
  readonly #weights = new Map<string, number>();
  readonly #updates = new Map<string, number>();

  constructor(readonly network: MeasuredNetwork) {}

  readonly receiver: StepReceiver = {
    value: (id, values) => {
      const { mean, std, l2 } = statistics(values);
      this.#activations.set(id, { mean, std, l2, dead: deadShare(values, this.network.nodes.get(id)!) });
    },
    weight: (name, values) => void this.#gradients.set(name, l2Norm(values)),
    update: (name, before, after) => {
      const norm = l2Norm(before);
      this.#weights.set(name, norm);
      this.#updates.set(name, l2Norm(before.map((value, i) => after[i] - value)) / norm);
    },
  };

  /** Of a step that has ended. */
  figures(): LayerFigures {
    const { layers, blocks } = this.network;
    const ofKernels = (found: ReadonlyMap<string, number>) =>
      layers.map(({ id }) => found.get(`${id}/kernel`)!);
    const ofActivations = (figure: keyof Activation) =>
      layers.map(({ activation }) => this.#activations.get(activation)![figure]);
    const norm = (id: string) => this.#activations.get(id)!.l2;
    return {
      gradient: ofKernels(this.#gradients),
      weight: ofKernels(this.#weights),
      update: ofKernels(this.#updates),
      mean: ofActivations('mean'),
      std: ofActivations('std'),
      dead: ofActivations('dead'),
      branch: blocks.map(({ branch, shortcut }) => norm(branch) / norm(shortcut)),
    };
  }
}

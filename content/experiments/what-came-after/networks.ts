/** The networks of the gallery: their costs from the graph, and one block of each as a picture of the idea. */
import type { Block } from '../../../src/lib/model/architecture/blocks.ts';
import { costs } from '../../../src/lib/model/architecture/costs.ts';
import { buildModel } from '../../../src/lib/model/architecture/families.ts';
import type { Graph } from '../../../src/lib/model/architecture/graph.ts';
import {
  buildSuccessor,
  successorNames,
  type SuccessorName,
} from '../../../src/lib/model/architecture/successors/index.ts';
import { network, type Network } from '../../../src/lib/viz/layout.ts';
import type { Unit } from '../../../src/lib/viz/outline.ts';

/** ResNet-50 as it is trained today, with its stride on the 3×3 convolution: what the others are measured by. */
export const reference = 'resnet50-v1.5';

export const galleryNames = [reference, ...successorNames] as const;
export type GalleryName = typeof reference | SuccessorName;

export interface Costs {
  readonly parameters: number;
  readonly macs: number;
  /** Additions of a shortcut; concatenations in DenseNet. */
  readonly joins: number;
}

export type Result = Readonly<Record<GalleryName, Costs>>;

export const graphOf = (name: GalleryName): Graph =>
  name === reference ? buildModel(reference) : buildSuccessor(name);

/** Blocks that show what is new. */
const shownBlocks: Readonly<Record<GalleryName, readonly string[]>> = {
  [reference]: ['3b'],
  'preact-resnet50': ['3b'],
  'wide-resnet50-2': ['3b'],
  'resnext50-32x4d': ['3b'],
  densenet121: ['3_2'],
  'se-resnet50': ['3b'],
  'mobilenet-v2': ['3b'],
  'resnet50-d': ['3a'],
  'vit-b16': ['layer1_attention', 'layer1_mlp'],
  'convnext-tiny': ['3b'],
};

export function costsOf(name: GalleryName): Costs {
  const graph = graphOf(name);
  const { totals } = costs(graph);
  const joins = graph.nodes.filter(({ kind }) => kind === 'add' || kind === 'concat').length;
  return { parameters: totals.trainable, macs: totals.macs, joins };
}

export const compute = (): Result =>
  Object.fromEntries(galleryNames.map((name) => [name, costsOf(name)])) as Record<GalleryName, Costs>;

export interface ShownBlock {
  readonly network: Network;
  readonly unit: Unit;
  readonly parameters: number;
  readonly macs: number;
}

/** The blocks of a network that are drawn, with what each costs. */
export function blocksShown(name: GalleryName): readonly ShownBlock[] {
  const whole = network(graphOf(name));
  const { nodes: each } = costs(whole.graph);
  return shownBlocks[name].map((id) => {
    const nodes = whole.graph.nodes.filter((node) => node.block === id);
    const sum = (of: 'trainable' | 'macs') =>
      nodes.reduce((total, node) => total + each.get(node.id)![of], 0);
    return { network: whole, unit: unitOf(whole, id), parameters: sum('trainable'), macs: sum('macs') };
  });
}

function unitOf({ sections, graph }: Network, id: string): Unit {
  const found = sections.flatMap(({ units }) => units).find((unit) => unit.id === id);
  if (found) return found;
  const nodes = graph.nodes.filter((node) => node.block === id);
  return { id, kind: 'block', nodes, output: nodes.at(-1)!.id, block: joined(id, nodes) };
}

/** A layer of DenseNet as a block: its shortcut ends in a concatenation, where a residual one ends in a sum. */
function joined(id: string, nodes: Unit['nodes']): Block {
  const join = nodes.at(-1)!;
  const branch = nodes.slice(0, -1).map((node) => node.id);
  const input = join.inputs[0]!;
  return {
    id,
    stage: join.stage ?? null,
    input,
    branchNodes: branch,
    shortcutNodes: [],
    branchEnd: branch.at(-1)!,
    shortcutEnd: input,
    sum: join.id,
    output: join.id,
  };
}

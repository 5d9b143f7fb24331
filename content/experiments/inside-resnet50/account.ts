/** Where a network's parameters and multiply-adds are, and what it is made of: all from its graph. */
import { blocksOf } from '../../../src/lib/model/architecture/blocks.ts';
import { buildModel } from '../../../src/lib/model/architecture/families.ts';
import { facts, type NodeFacts } from '../../../src/lib/model/architecture/facts.ts';
import type { Graph, Node } from '../../../src/lib/model/architecture/graph.ts';
import { outline } from '../../../src/lib/viz/outline.ts';

/** Networks worth comparing; 'resnet50' has the weight file's biases. */
export const networks = [
  'resnet50',
  'resnet50-v1.5',
  'resnet50-optionA',
  'resnet50-optionC',
  'resnet50-plain',
  'resnet18',
  'resnet34',
  'resnet101',
  'resnet152',
  'cifar-resnet-20',
  'cifar-resnet-56',
  'cifar-resnet-110',
] as const;
export type NetworkName = (typeof networks)[number];

export interface SectionAccount {
  /** 'stem', 'conv2' … 'conv5', 'head'. */
  readonly id: string;
  readonly blocks: number;
  /** What leaves it. */
  readonly shape: readonly number[];
  readonly params: number;
  readonly macs: number;
  /** Receptive field and jump at its end; null where the whole picture is seen. */
  readonly field: number | null;
  readonly jump: number | null;
}

export interface KindAccount {
  readonly id: KindId;
  readonly count: number;
  readonly params: number;
  readonly macs: number;
}

export interface Account {
  readonly network: string;
  readonly parameters: number;
  readonly trainable: number;
  readonly macs: number;
  readonly sections: readonly SectionAccount[];
  readonly kinds: readonly KindAccount[];
  /** Layers with weights on the longest path, which is what a network is named after. */
  readonly depth: number;
}

export const kindIds = [
  'conv7',
  'conv3',
  'conv1',
  'projection',
  'batchNorm',
  'relu',
  'add',
  'pool',
  'dense',
] as const;
export type KindId = (typeof kindIds)[number];

function kindOf({ kind, attributes, branch }: Node): KindId | null {
  switch (kind) {
    case 'conv':
      if (branch === 'shortcut') return 'projection';
      return attributes.kernel === 7 ? 'conv7' : attributes.kernel === 3 ? 'conv3' : 'conv1';
    case 'maxPool':
    case 'globalAvgPool':
      return 'pool';
    case 'batchNorm':
    case 'relu':
    case 'add':
    case 'dense':
      return kind;
    default:
      return null;
  }
}

const sum = (nodes: readonly NodeFacts[], what: 'params' | 'macs') =>
  nodes.reduce((total, node) => total + node[what], 0);

export function accountOf(graph: Graph): Account {
  const { nodes, totals } = facts(graph);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const of = (ids: readonly { readonly id: string }[]) => ids.map(({ id }) => byId.get(id)!);
  const sections = outline(graph)
    .filter(({ kind }) => kind !== 'input')
    .map(({ id, kind, units }) => {
      const own = of(units.flatMap((unit) => unit.nodes));
      const last = byId.get(units.at(-1)!.output)!;
      return {
        id,
        blocks: kind === 'stage' ? units.length : 0,
        shape: last.shape,
        params: sum(own, 'params'),
        macs: sum(own, 'macs'),
        field: last.receptiveField,
        jump: last.jump,
      };
    });
  const kinds = kindIds
    .map((id) => {
      const own = of(graph.nodes.filter((node) => kindOf(node) === id));
      return { id, count: own.length, params: sum(own, 'params'), macs: sum(own, 'macs') };
    })
    .filter(({ count }) => count > 0);
  const count = (id: KindId) => kinds.find((kind) => kind.id === id)?.count ?? 0;
  return {
    network: graph.name,
    parameters: totals.params,
    trainable: totals.trainable,
    macs: totals.macs,
    sections,
    kinds,
    depth: count('conv7') + count('conv3') + count('conv1') + count('dense'),
  };
}

export const accountNamed = (name: NetworkName): Account => accountOf(buildModel(name));

/** The section that has the most. */
export const most = ({ sections }: Account, what: 'params' | 'macs'): string =>
  sections.reduce((best, one) => (one[what] > best[what] ? one : best)).id;

/** Blocks whose shortcut is no identity. */
export const projectedBlocks = (graph: Graph): string[] =>
  blocksOf(graph).flatMap(({ id, shortcutNodes }) => (shortcutNodes.length > 0 ? [id] : []));

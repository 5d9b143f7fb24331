/** The networks whose gradients are compared: shortcuts cut, branches and shortcuts scaled. Pure functions. */
import { blocksOf } from '../../model/architecture/blocks.ts';
import type { BlockId } from '../../model/architecture/graph.ts';
import type { Rewrite } from '../../model/architecture/rewrite.ts';
import { mostFactor } from '../edits.ts';
import type { Parameter } from '../parameters.ts';
import { resnet50 } from '../resnet50.ts';

export interface FlowNetwork {
  /** Blocks whose shortcut is cut, in network order. */
  readonly cut: readonly BlockId[];
  /** Factors of the branch and of the shortcut, in the block `at`; in all blocks when that is null. */
  readonly branch: number;
  readonly shortcut: number;
  readonly at: BlockId | null;
}

const blocks = blocksOf(resnet50.graph);
export const flowBlocks: readonly BlockId[] = blocks.map(({ id }) => id);
/** The blocks whose shortcut is a projection: those that open a stage. */
export const projections: readonly BlockId[] = blocks
  .filter(({ shortcutNodes }) => shortcutNodes.length > 0)
  .map(({ id }) => id);

/** The network as it was trained. */
export const trained: FlowNetwork = { cut: [], branch: 1, shortcut: 1, at: null };

/** Sets of cuts that have a name; a stage's is its blocks' first digit. */
export const presets = ['none', 'all', '2', '3', '4', '5', 'projections'] as const;
export type Preset = (typeof presets)[number];

export function presetCuts(preset: Preset): readonly BlockId[] {
  switch (preset) {
    case 'none':
      return [];
    case 'all':
      return flowBlocks;
    case 'projections':
      return flowBlocks.filter((id) => !projections.includes(id));
    default:
      return flowBlocks.filter((id) => id.startsWith(preset));
  }
}

const same = (one: readonly BlockId[], other: readonly BlockId[]) => one.join() === other.join();

/** The name of a set of cuts, if it has one. */
export const presetOf = ({ cut }: FlowNetwork): Preset | null =>
  presets.find((preset) => same(presetCuts(preset), cut)) ?? null;

/** With a block's shortcut cut, or whole again. */
export function withCut(network: FlowNetwork, block: BlockId, isCut: boolean): FlowNetwork {
  const cut = flowBlocks.filter((id) => (id === block ? isCut : network.cut.includes(id)));
  return { ...network, cut };
}

/** What is done to the network, for the worker: a path that is cut is not scaled as well. */
export function rewritesOf({ cut, branch, shortcut, at }: FlowNetwork): readonly Rewrite[] {
  const scaled = at === null ? flowBlocks : [at];
  const scale = (kind: 'scaleBranch' | 'scaleShortcut', factor: number, of: readonly BlockId[]): Rewrite[] =>
    factor === 1 ? [] : of.map((block) => ({ kind, block, factor }));
  return [
    ...cut.map((block): Rewrite => ({ kind: 'cutShortcut', block })),
    ...scale('scaleBranch', branch, scaled),
    ...scale(
      'scaleShortcut',
      shortcut,
      scaled.filter((block) => !cut.includes(block)),
    ),
  ];
}

const isScaled = ({ branch, shortcut }: FlowNetwork) => branch !== 1 || shortcut !== 1;

/** 'none', '2b,4d', 'all,branch.0.5', '4d,branch.0.5,shortcut.0,at.3a'. */
export function formatNetwork(network: FlowNetwork): string {
  const { cut, branch, shortcut, at } = network;
  const parts = [
    ...(same(cut, flowBlocks) ? ['all'] : cut),
    ...(branch === 1 ? [] : [`branch.${branch}`]),
    ...(shortcut === 1 ? [] : [`shortcut.${shortcut}`]),
    ...(isScaled(network) && at !== null ? [`at.${at}`] : []),
  ];
  return parts.join(',') || 'none';
}

/** `undefined` for a text that names no network. */
export function parseNetwork(text: string): FlowNetwork | undefined {
  if (text === 'none') return trained;
  const cut = new Set<BlockId>();
  let { branch, shortcut, at } = trained;
  for (const part of text.slice(0, 200).split(',')) {
    const [, path, factor] = /^(branch|shortcut)\.(\d(?:\.\d{1,3})?)$/.exec(part) ?? [];
    const [, place] = /^at\.(\w+)$/.exec(part) ?? [];
    if (part === 'all') flowBlocks.forEach((id) => cut.add(id));
    else if (flowBlocks.includes(part)) cut.add(part);
    else if (factor !== undefined && Number(factor) <= mostFactor) {
      if (path === 'branch') branch = Number(factor);
      else shortcut = Number(factor);
    } else if (place !== undefined && flowBlocks.includes(place)) at = place;
    else return undefined;
  }
  const network = { cut: flowBlocks.filter((id) => cut.has(id)), branch, shortcut, at };
  return isScaled(network) ? network : { ...network, at: null };
}

export const networkParameter = (fallback: FlowNetwork): Parameter<FlowNetwork> => ({
  fallback,
  parse: parseNetwork,
  format: formatNetwork,
});

/** Curves that stay beside the two that are always there. */
export const mostPinned = 4;

/** Networks one after the other, each once; between them a colon. */
export const networksParameter: Parameter<readonly FlowNetwork[]> = {
  fallback: [],
  parse(text) {
    const texts = text.split(':');
    const networks = texts.flatMap((one) => parseNetwork(one) ?? []);
    const isOnce = new Set(networks.map(formatNetwork)).size === networks.length;
    return networks.length === texts.length && networks.length <= mostPinned && isOnce ? networks : undefined;
  },
  format: (networks) => networks.map(formatNetwork).join(':'),
};

/** What follows `atlas gradients PICTURE` to compute the same. */
export function flowOptions({ cut, branch, shortcut, at }: FlowNetwork): string {
  const factor = (option: string, value: number) =>
    value === 1 ? [] : [`--${option} ${at === null ? '' : `${at}:`}${value}`];
  const cuts = cut.length === 0 ? [] : [`--cut ${same(cut, flowBlocks) ? 'all' : cut.join(',')}`];
  return [...cuts, ...factor('branch', branch), ...factor('shortcut', shortcut)].join(' ');
}

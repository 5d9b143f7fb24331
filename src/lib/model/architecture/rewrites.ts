/**
 * Interventions: functions from graph to graph. Nothing else needs to know that one took place; what a rewrite does
 * not touch stays the same object, and the name stays too, as it tells whose weights the nodes use.
 */
import { AtlasError } from '../errors.ts';
import { blocksOf, findBlock, type Block } from './blocks.ts';
import { insertAt, replace, rewire, withoutDeadNodes } from './edits.ts';
import type { BlockId, Graph, Node } from './graph.ts';
import type { Rewrite } from './rewrite.ts';
import { inferShapes } from './shapes.ts';
import { nodesById } from './subgraph.ts';
import { swapBlocks } from './swapBlocks.ts';

export { swapBlocks };

/** Applies the rewrites in turn. Without any, the answer is the graph itself. */
export function applyRewrites(graph: Graph, rewrites: readonly Rewrite[]): Graph {
  return rewrites.reduce(applyRewrite, graph);
}

function applyRewrite(graph: Graph, rewrite: Rewrite): Graph {
  switch (rewrite.kind) {
    case 'cutShortcut':
      return cutShortcut(graph, rewrite.block);
    case 'removeBlock':
      return removeBlock(graph, rewrite.block);
    case 'scaleBranch':
      return scaleBranch(graph, rewrite.block, rewrite.factor);
    case 'scaleShortcut':
      return scaleShortcut(graph, rewrite.block, rewrite.factor);
    case 'muteChannel':
      return muteChannel(graph, rewrite.node, rewrite.channel);
    case 'swapBlocks':
      return swapBlocks(graph, rewrite.first, rewrite.second);
  }
}

/**
 * Takes a block's shortcut away, with its projection if it has one: the output is ReLU(F). The sum stays, with one
 * input. Throws `AtlasError` 'nothingToCut' where there is no shortcut, 'nothingLeftOfBlock' where the branch is gone.
 */
export function cutShortcut(graph: Graph, id: BlockId): Graph {
  const block = findBlock(graph, id);
  if (block.shortcutEnd === null) throw new AtlasError('nothingToCut', { block: id });
  return keepBranchOnly(graph, [block]);
}

/** Cuts every shortcut that is there: the plain network of the same layers. */
export function plain(graph: Graph): Graph {
  return keepBranchOnly(
    graph,
    blocksOf(graph).filter(({ shortcutEnd }) => shortcutEnd !== null),
  );
}

/**
 * Takes a block's residual branch away: the output is ReLU(shortcut), with the projection in a block that opens a
 * stage. A block removed before stays as it is. Throws `AtlasError` 'nothingLeftOfBlock' where there is no shortcut.
 */
export function removeBlock(graph: Graph, id: BlockId): Graph {
  const { sum, branchEnd, shortcutEnd } = findBlock(graph, id);
  if (shortcutEnd === null) throw new AtlasError('nothingLeftOfBlock', { block: id });
  return branchEnd === null ? graph : withSumInputs(graph, new Map([[sum, [shortcutEnd]]]));
}

/**
 * Multiplies a block's residual branch by `factor`: ReLU(x + factor · F). Scaling twice multiplies the factors;
 * a branch that is gone stays gone. The added node is `<output>_branch_scale`.
 */
export function scaleBranch(graph: Graph, id: BlockId, factor: number): Graph {
  const block = findBlock(graph, id);
  const end = block.branchEnd;
  if (end === null) return graph;
  const position = graph.nodes.findIndex((node) => node.id === end) + 1;
  return scalePath(graph, block, { end, position, branch: 'residual', suffix: 'branch_scale' }, factor);
}

/**
 * Multiplies a block's shortcut by `factor`: ReLU(factor · x + F). Scaling twice multiplies the factors; a shortcut
 * that is gone stays gone. The added node is `<output>_shortcut_scale`.
 */
export function scaleShortcut(graph: Graph, id: BlockId, factor: number): Graph {
  const block = findBlock(graph, id);
  const end = block.shortcutEnd;
  if (end === null) return graph;
  const position = graph.nodes.findIndex((node) => node.id === block.sum);
  return scalePath(graph, block, { end, position, branch: 'shortcut', suffix: 'shortcut_scale' }, factor);
}

/**
 * Sets one channel of a node's value to zero for all that read it. The added node, `<node>_mute`, holds all muted
 * channels of that node. Throws `AtlasError` 'unknownNode' or 'channelOutOfRange'.
 */
export function muteChannel(graph: Graph, id: string, channel: number): Graph {
  const byId = nodesById(graph);
  const node = byId.get(id);
  if (!node) throw new AtlasError('unknownNode', { node: id });
  const channels = inferShapes(graph).get(id)!.at(-1)!;
  if (!Number.isInteger(channel) || channel < 0 || channel >= channels) {
    throw new AtlasError('channelOutOfRange', { node: id, channel, channels });
  }

  const muteId = `${id}_mute`;
  const mute = byId.get(muteId);
  if (mute?.kind === 'scale') {
    const muted = new Set(mute.attributes.channels).add(channel);
    const attributes = { factor: 0, channels: [...muted].sort((a, b) => a - b) };
    return { ...graph, nodes: replace(graph.nodes, { ...mute, attributes }) };
  }
  const readers = rewire(graph.nodes, ({ inputs }) => inputs.map((read) => (read === id ? muteId : read)));
  const attributes = { factor: 0, channels: [channel] };
  const added: Node = { id: muteId, kind: 'scale', inputs: [id], attributes, ...placeOf(node) };
  return { ...graph, nodes: insertAt(readers, graph.nodes.indexOf(node) + 1, added) };
}

function placeOf({ stage, block, branch }: Node): Pick<Node, 'stage' | 'block' | 'branch'> {
  return { ...(stage && { stage }), ...(block && { block }), ...(branch && { branch }) };
}

function keepBranchOnly(graph: Graph, blocks: readonly Block[]): Graph {
  const inputs = blocks.map(({ id, sum, branchEnd }) => {
    if (branchEnd === null) throw new AtlasError('nothingLeftOfBlock', { block: id });
    return [sum, [branchEnd]] as const;
  });
  return withSumInputs(graph, new Map(inputs));
}

function withSumInputs(graph: Graph, inputs: ReadonlyMap<string, readonly string[]>): Graph {
  if (!inputs.size) return graph;
  const nodes = rewire(graph.nodes, (node) => inputs.get(node.id) ?? node.inputs);
  return withoutDeadNodes({ ...graph, nodes });
}

interface Path {
  /** The node whose value arrives at the sum by this path. */
  readonly end: string;
  /** Where in the list the scale goes. */
  readonly position: number;
  readonly branch: 'residual' | 'shortcut';
  readonly suffix: string;
}

function scalePath(graph: Graph, block: Block, path: Path, factor: number): Graph {
  if (!Number.isFinite(factor)) throw new RangeError(`cannot scale by ${factor}`);
  if (factor === 1) return graph;
  const id = `${block.output}_${path.suffix}`;
  const existing = graph.nodes.find((node) => node.id === id);
  if (existing?.kind === 'scale') {
    const attributes = { ...existing.attributes, factor: existing.attributes.factor * factor };
    return { ...graph, nodes: replace(graph.nodes, { ...existing, attributes }) };
  }
  const rewired = rewire(graph.nodes, ({ id: reader, inputs }) =>
    reader === block.sum ? inputs.map((read) => (read === path.end ? id : read)) : inputs,
  );
  const place = { block: block.id, branch: path.branch, ...(block.stage && { stage: block.stage }) };
  const added: Node = { id, kind: 'scale', inputs: [path.end], attributes: { factor }, ...place };
  return { ...graph, nodes: insertAt(rewired, path.position, added) };
}

import { AtlasError } from '../errors.ts';
import type { BlockId, Graph, Node, StageId } from './graph.ts';

/** A residual block as found in a graph, whole or rewritten. All members but `id` and `stage` are ids of nodes. */
export interface Block {
  readonly id: BlockId;
  readonly stage: StageId | null;
  /** The node outside the block whose value it reads. */
  readonly input: string;
  /** Nodes on the residual branch F, in order; none when the block is removed. */
  readonly branchNodes: readonly string[];
  /** Nodes on the shortcut, in order; none when it is the identity or cut. */
  readonly shortcutNodes: readonly string[];
  /** The node whose value is F at the sum; null when the block is removed. */
  readonly branchEnd: string | null;
  /** The node whose value is x at the sum, `input` when the shortcut is the identity; null when it is cut. */
  readonly shortcutEnd: string | null;
  /** The sum; it stays, with one input, when a path is gone. */
  readonly sum: string;
  /** The block’s output, after its last ReLU; the sum itself where none follows. */
  readonly output: string;
}

/** A graph's residual blocks in execution order; a block without a sum is not one. Works on rewritten graphs too. */
export function blocksOf(graph: Graph): readonly Block[] {
  const members = new Map<BlockId, Node[]>();
  for (const node of graph.nodes) {
    if (node.block === undefined) continue;
    const nodes = members.get(node.block);
    if (nodes) nodes.push(node);
    else members.set(node.block, [node]);
  }
  return [...members].flatMap(([id, nodes]) => blockOf(id, nodes) ?? []);
}

/** A block of a graph by its name. Throws `AtlasError` 'unknownBlock' with the names there are. */
export function findBlock(graph: Graph, id: BlockId): Block {
  const blocks = blocksOf(graph);
  const block = blocks.find((candidate) => candidate.id === id);
  if (!block) {
    throw new AtlasError('unknownBlock', { block: id, known: blocks.map((known) => known.id).join(', ') });
  }
  return block;
}

function blockOf(id: BlockId, nodes: readonly Node[]): Block | null {
  const sumPosition = nodes.findIndex(({ kind }) => kind === 'add');
  const sum = nodes[sumPosition];
  if (!sum) return null;
  const inside = new Set(nodes.map((node) => node.id));
  const input = nodes.flatMap((node) => node.inputs).find((read) => !inside.has(read));
  if (input === undefined) return null;

  const on = (branch: Node['branch']) =>
    nodes.filter((node) => node.branch === branch).map((node) => node.id);
  const branchNodes = on('residual');
  const branchEnd = sum.inputs.find((read) => branchNodes.includes(read)) ?? null;
  const lastRelu = nodes.slice(sumPosition + 1).findLast(({ kind }) => kind === 'relu');
  return {
    id,
    stage: sum.stage ?? null,
    input,
    branchNodes,
    shortcutNodes: on('shortcut'),
    branchEnd,
    shortcutEnd: sum.inputs.find((read) => read !== branchEnd) ?? null,
    sum: sum.id,
    output: (lastRelu ?? sum).id,
  };
}

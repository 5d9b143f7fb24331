import { AtlasError } from '../errors.ts';
import { blocksOf, findBlock } from './blocks.ts';
import { rewire } from './edits.ts';
import type { BlockId, Graph, Node } from './graph.ts';

/**
 * Lets two blocks of a stage change places. Their nodes keep ids and weights; only the order changes. Throws
 * `AtlasError` 'unknownBlock', and 'blocksNotInterchangeable' for blocks of different stages or one that opens its
 * stage: as a rule it changes the shape, so that no other block fits in its place.
 */
export function swapBlocks(graph: Graph, first: BlockId, second: BlockId): Graph {
  const { stage } = findBlock(graph, first);
  findBlock(graph, second);
  const blocks = blocksOf(graph).filter((block) => block.stage === stage);
  const order = blocks.map(({ id }) => id);
  const from = order.indexOf(first);
  const to = order.indexOf(second);
  if (from < 1 || to < 1) throw new AtlasError('blocksNotInterchangeable', { first, second });
  if (from === to) return graph;
  order[from] = second;
  order[to] = first;

  const members = new Map<BlockId, Node[]>(order.map((id) => [id, []]));
  for (const node of graph.nodes) if (node.block !== undefined) members.get(node.block)?.push(node);
  // What a block hands on is its last node: its output, or what mutes channels of it.
  const exit = (id: BlockId) => members.get(id)!.at(-1)!.id;

  const newEntry = new Map<BlockId, { was: string; is: string }>();
  blocks.forEach(({ id, input }) => {
    const position = order.indexOf(id);
    newEntry.set(id, { was: input, is: position === 0 ? input : exit(order[position - 1]!) });
  });
  const stageExit = { was: exit(blocks.at(-1)!.id), is: exit(order.at(-1)!) };

  const rewired = rewire(inOrder(graph.nodes, members, order), (node) => {
    const entry = newEntry.get(node.block ?? '') ?? stageExit;
    return node.inputs.map((read) => (read === entry.was ? entry.is : read));
  });
  return { ...graph, nodes: rewired };
}

/** The nodes with the stage's blocks in another order. */
function inOrder(
  nodes: readonly Node[],
  members: ReadonlyMap<BlockId, readonly Node[]>,
  order: readonly BlockId[],
): Node[] {
  const waiting = order.flatMap((id) => members.get(id)!).values();
  return nodes.map((node) => (members.has(node.block ?? '') ? waiting.next().value! : node));
}

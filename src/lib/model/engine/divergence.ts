import { blocksOf } from '../architecture/blocks.ts';
import type { Graph } from '../architecture/graph.ts';
import { passThrough } from './passThrough.ts';
import type { Session } from './session.ts';
import { relativeDistance } from './statistics.ts';
import { stillLast } from './stillLast.ts';

/** The units of a graph in order, each with the node whose value leaves it: a block's output, or what mutes channels of it. */
function exitsOf(graph: Graph): { unit: string; node: string }[] {
  const blocks = blocksOf(graph);
  return [
    { unit: 'stem', node: blocks[0].input },
    ...blocks.map(({ id }) => ({ unit: id, node: graph.nodes.findLast(({ block }) => block === id)!.id })),
    { unit: 'head', node: graph.nodes.at(-1)!.id },
  ];
}

/**
 * How far the last pass is from a pass of the same picture through the unmodified network: by unit of the network of
 * the last pass, ‖a − b‖ / ‖b‖ with b what leaves the unit in the same place of the unmodified one. Computes the
 * unmodified network once, and keeps nothing of it.
 *
 * @throws AtlasError notReady; AbortError when another pass or picture comes
 */
export async function divergence(
  session: Session,
  onUnit: (progress: { unit: string; value: number }) => void,
  signal?: AbortSignal,
): Promise<Record<string, number>> {
  const exits = exitsOf(session.lastGraph());
  const goOn = stillLast(session, signal);
  const found: Record<string, number> = {};
  const tell = (unit: string, value: number) => {
    found[unit] = value;
    onUnit({ unit, value });
  };
  if (session.lastRewrites().length === 0) {
    for (const { unit } of exits) tell(unit, 0);
    return found;
  }
  const waiting = exits.values();
  await passThrough({
    graph: session.graph,
    input: session.inputTensor(),
    parameters: session.parameters,
    goOn,
    signal,
    onSegment: async ({ node }, values) => {
      const unmodified = await values.get(node)!.data();
      goOn();
      const exit = waiting.next().value!;
      const modified = (await session.values([exit.node])).get(exit.node)!;
      goOn();
      tell(exit.unit, relativeDistance(modified, unmodified));
    },
  });
  return found;
}

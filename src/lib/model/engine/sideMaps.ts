import type { Rewrite } from '../architecture/rewrite.ts';
import { applyRewrites } from '../architecture/rewrites.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { AtlasError } from '../errors.ts';
import type { SideReport } from '../protocol.ts';
import { mapsOf } from './maps.ts';
import { passThrough } from './passThrough.ts';
import type { Session } from './session.ts';
import { topFive } from './statistics.ts';

export interface SideOptions {
  readonly node: string;
  readonly rewrites: readonly Rewrite[];
  /** Another picture, preprocessed; the current one when absent. */
  readonly input?: Float32Array;
  readonly signal?: AbortSignal;
}

/**
 * A node's value and the most probable classes in a pass of its own, of which nothing is kept. The session's picture
 * and last pass stay as they are.
 *
 * @throws AtlasError unknownNode, notReady
 */
export async function sideMaps(
  session: Session,
  { node, rewrites, input, signal }: SideOptions,
): Promise<Omit<SideReport, 'picture'>> {
  const graph = applyRewrites(session.graph, rewrites);
  const shape = inferShapes(graph).get(node);
  if (!shape) throw new AtlasError('unknownNode', { node });
  const read = new Map<string, Float32Array>();
  const wanted = [node, graph.nodes.at(-1)!.id];
  try {
    await passThrough({
      graph,
      input: session.inputTensor(input),
      exact: new Set([node]),
      parameters: session.parameters,
      signal,
      onSegment: async (_, values) => {
        for (const id of wanted) {
          const value = values.get(id);
          if (value) read.set(id, (await value.data()) as Float32Array);
        }
      },
    });
  } finally {
    session.parameters.releaseUnfolded();
  }
  const [value, probabilities] = wanted.map((id) => read.get(id)!);
  return { maps: mapsOf({ node, pass: 0, shape, value }), top: topFive(probabilities) };
}

import { inferShapes } from '../architecture/shapes.ts';
import { AtlasError } from '../errors.ts';
import type { Feed } from '../feeding.ts';
import type { Pixels } from '../protocol.ts';
import type { Fed } from '../protocol/feeding.ts';
import { passThrough } from './passThrough.ts';
import { applyLevels, seenIn, squareOf } from './picture/feed.ts';
import type { Session } from './session.ts';
import { statistics, topFive } from './statistics.ts';

export interface FeedingOptions {
  /** Decoded, not yet made square. */
  readonly pixels: Pixels;
  readonly feeds: readonly Feed[];
  /** Whose value is wanted, too. */
  readonly node?: string;
  readonly signal?: AbortSignal;
  readonly onFed?: (progress: { readonly index: number; readonly fed: Fed }) => void;
}

/**
 * What the network answers when it is given a picture in several ways, one after the other. The session's picture and
 * last pass stay as they are.
 *
 * @throws AtlasError unknownNode
 */
export async function feeding(session: Session, options: FeedingOptions): Promise<Fed[]> {
  const { pixels, feeds, node, signal, onFed } = options;
  if (node !== undefined && !inferShapes(session.graph).has(node)) {
    throw new AtlasError('unknownNode', { node });
  }
  const all: Fed[] = [];
  for (const [index, feed] of feeds.entries()) {
    const input = applyLevels(squareOf(pixels, feed), feed.levels);
    const { probabilities, value } = await answer(session, { input, node, signal });
    const { mean, std, min, max } = statistics(input);
    const seen = seenIn(input);
    const fed: Fed = {
      seen: { width: seen.width, height: seen.height, data: seen.data },
      input: { mean, std, min, max },
      top: topFive(probabilities),
      probabilities,
      value,
    };
    all.push(fed);
    onFed?.({ index, fed });
  }
  return all;
}

interface Asked extends Pick<FeedingOptions, 'node' | 'signal'> {
  readonly input: Float32Array;
}

async function answer(session: Session, { input, node, signal }: Asked) {
  const { graph, parameters } = session;
  const output = graph.nodes.at(-1)!.id;
  const read = new Map<string, Float32Array>();
  try {
    await passThrough({
      graph,
      input: session.inputTensor(input),
      exact: new Set(node === undefined ? [] : [node]),
      parameters,
      signal,
      onSegment: async (_, values) => {
        for (const id of [output, node]) {
          const value = id === undefined ? undefined : values.get(id);
          // Some backends hand out the very array that they hold; the answer's is sent away.
          if (value) read.set(id!, ((await value.data()) as Float32Array).slice());
        }
      },
    });
  } finally {
    parameters.releaseUnfolded();
  }
  return { probabilities: read.get(output)!, value: node === undefined ? null : read.get(node)! };
}

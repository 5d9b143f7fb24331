import { applyRewrites } from '../architecture/rewrites.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { AtlasError } from '../errors.ts';
import type { ChannelGradients } from '../protocol.ts';
import { gradientAt, type AttributionOptions } from './attribution.ts';
import type { Session } from './session.ts';

/**
 * ∂(logit of the target)/∂(a node's value): norm and mean of each channel. One pass forward and one walk back, as far
 * as the node.
 *
 * @throws AtlasError unknownNode, unknownClass, notReady
 */
export async function channelGradients(
  session: Session,
  { node, ...options }: AttributionOptions & { readonly node: string },
): Promise<ChannelGradients> {
  const { target, rewrites = [] } = options;
  session.requireClass(target);
  const shape = inferShapes(applyRewrites(session.graph, rewrites)).get(node);
  if (!shape) throw new AtlasError('unknownNode', { node });
  const channels = shape.at(-1)!;
  const gradient = await gradientAt(session, node, options);
  session.parameters.releaseUnfolded();
  const area = gradient.length / channels;
  const sums = new Float64Array(channels);
  const squares = new Float64Array(channels);
  gradient.forEach((value, i) => {
    sums[i % channels] += value;
    squares[i % channels] += value * value;
  });
  return {
    node,
    target,
    l2: Float32Array.from(squares, Math.sqrt),
    mean: Float32Array.from(sums, (sum) => (area > 0 ? sum / area : 0)),
  };
}

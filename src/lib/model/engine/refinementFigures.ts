/** The figures of `BlockRefinement`, from plain values; all sums in double precision. */
import type { BlockRefinement } from '../protocol/refinement.ts';
import { innerProduct, l2Norm, statistics } from './statistics.ts';

/**
 * Mean and population standard deviation of x − last, and the root mean square over channels of its mean in each
 * channel; all divided by the standard deviation of `last` (as they are where that is zero).
 *
 * @param x a block's output, [places · channels], channels running fastest
 * @param last the output of its stage's last block, of the same shape
 */
export function estimationError(
  x: Float32Array,
  last: Float32Array,
  channels: number,
): BlockRefinement['error'] {
  // Plain loops: a callback for each of some hundred thousand values takes longer than the passes.
  const error = new Float64Array(x.length);
  const byChannel = new Float64Array(channels);
  for (let i = 0, channel = 0; i < x.length; i++) {
    error[i] = x[i] - last[i];
    byChannel[channel] += error[i];
    if (++channel === channels) channel = 0;
  }
  const places = error.length / channels;
  const { mean, std } = statistics(error);
  const unit = statistics(last).std || 1;
  const bias = l2Norm(byChannel) / places / Math.sqrt(channels);
  return { mean: mean / unit, std: std / unit, bias: bias / unit };
}

/** cos(a, −b); null where one of them is zero. */
export function oppositeCosine(a: Float32Array, b: Float32Array): number | null {
  const norms = l2Norm(a) * l2Norm(b);
  return norms === 0 ? null : -innerProduct(a, b) / norms;
}

import { statistics } from '../statistics.ts';
import type { Prediction, ResidualFigures } from '../protocol.ts';

export { statistics };

/** √Σx², in double precision: squares of gradients vanish in single. */
export function l2Norm(values: ArrayLike<number>): number {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += values[i] * values[i];
  return Math.sqrt(squares);
}

/** Σ xᵢ yᵢ, in double precision. */
export function innerProduct(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}

/** ‖F‖, ‖x‖, their cosine, and the share of x + F that the last ReLU sets to zero; x is null where the shortcut is cut. */
export function residualFigures(
  branch: ArrayLike<number>,
  shortcut: ArrayLike<number> | null,
  sum: ArrayLike<number>,
): ResidualFigures {
  let branchSquares = 0;
  let shortcutSquares = 0;
  let product = 0;
  let below = 0;
  for (let i = 0; i < sum.length; i++) {
    branchSquares += branch[i] ** 2;
    if (shortcut) {
      shortcutSquares += shortcut[i] ** 2;
      product += branch[i] * shortcut[i];
    }
    if (sum[i] < 0) below++;
  }
  const norms = Math.sqrt(branchSquares) * Math.sqrt(shortcutSquares);
  return {
    branch: Math.sqrt(branchSquares),
    shortcut: shortcut && Math.sqrt(shortcutSquares),
    cosine: shortcut && product / norms,
    clipped: below / sum.length,
  };
}

/** [height, width, channels] as the engine holds it → channel by channel, with statistics of each. */
export function byChannel(values: Float32Array, channels: number) {
  const area = values.length / channels;
  const planar = new Float32Array(values.length);
  for (let position = 0; position < area; position++) {
    for (let c = 0; c < channels; c++) planar[c * area + position] = values[position * channels + c];
  }
  const [mean, std, min, max, zeros] = Array.from({ length: 5 }, () => new Float32Array(channels));
  for (let c = 0; c < channels; c++) {
    const all = statistics(planar.subarray(c * area, (c + 1) * area));
    mean[c] = all.mean;
    std[c] = all.std;
    min[c] = all.min;
    max[c] = all.max;
    zeros[c] = all.zeros;
  }
  return { planar, channels: { mean, std, min, max, zeros } };
}

/** The k largest, largest first; ties in order of index. */
export function largest(values: ArrayLike<number>, k: number): { index: number; value: number }[] {
  return Array.from(values, (value, index) => ({ index, value }))
    .sort((a, b) => b.value - a.value || a.index - b.index)
    .slice(0, k);
}

/** The five most probable classes, most probable first. */
export const topFive = (probabilities: ArrayLike<number>): Prediction[] =>
  largest(probabilities, 5).map(({ index, value }) => ({ index, probability: value }));

/** ‖a − b‖ / ‖b‖ in double precision; 0 for equal values, also where both are zero. */
export function relativeDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let size = 0;
  for (let i = 0; i < b.length; i++) {
    difference += (a[i] - b[i]) ** 2;
    size += b[i] ** 2;
  }
  return difference === 0 ? 0 : Math.sqrt(difference / size);
}

/** e^z / Σ e^z, computed so that it does not overflow. */
export function softmax(logits: ArrayLike<number>): Float32Array {
  return Float32Array.from(shares(logits));
}

/** In double precision. */
function shares(logits: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(logits);
  const max = values.reduce((largest, value) => Math.max(largest, value), -Infinity);
  const exponentials = values.map((value) => Math.exp(value - max));
  const sum = exponentials.reduce((partial, value) => partial + value, 0);
  return exponentials.map((value) => value / sum);
}

/** −log softmax(logits)[target], computed so that neither end overflows. */
export function crossEntropy(logits: ArrayLike<number>, target: number): number {
  let max = -Infinity;
  for (let i = 0; i < logits.length; i++) max = Math.max(max, logits[i]);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += Math.exp(logits[i] - max);
  return Math.log(sum) + max - logits[target];
}

/**
 * ∂(−log softmax(z)[target])/∂z = softmax(z) − onehot(target); at the target as −Σ of the others' shares, so that a
 * network that is nearly sure of it leaves digits, too.
 */
export function crossEntropyGradient(logits: ArrayLike<number>, target: number): Float32Array {
  const gradient = shares(logits);
  gradient[target] = 0;
  gradient[target] = -gradient.reduce((sum, share) => sum + share, 0);
  return Float32Array.from(gradient);
}

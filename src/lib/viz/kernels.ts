/** Weights arranged for drawing, and what folding makes of a batch norm. Kernels are [height, width, in, out] or [in, out]. */
import type { Shape } from '../model/architecture/graph.ts';
import type { ColourScale } from './colour.ts';
import type { PictureChannels } from './pictureChannels.ts';

export interface WeightTensor {
  readonly shape: Shape;
  readonly values: Float32Array;
}

/** The kernels of one output channel, input channel by input channel: each height × width values, row by row. */
export function kernelsOf({ shape, values }: WeightTensor, output: number): Float32Array {
  const [height, width, inputs, outputs] = shape;
  const area = height * width;
  const planar = new Float32Array(area * inputs);
  for (let at = 0; at < area; at++) {
    for (let input = 0; input < inputs; input++) {
      planar[input * area + at] = values[(at * inputs + input) * outputs + output];
    }
  }
  return planar;
}

/** A 1 × 1 convolution's or a dense layer's weights as a matrix: a row for each output, a column for each input. */
export function weightMatrix({ shape, values }: WeightTensor): Float32Array {
  const [inputs, outputs] = shape.slice(-2);
  const matrix = new Float32Array(inputs * outputs);
  for (let input = 0; input < inputs; input++) {
    for (let output = 0; output < outputs; output++) {
      matrix[output * inputs + input] = values[input * outputs + output];
    }
  }
  return matrix;
}

/** One row of that matrix. */
export function weightRow({ shape, values }: WeightTensor, output: number): Float32Array {
  const [inputs, outputs] = shape.slice(-2);
  return Float32Array.from({ length: inputs }, (_, input) => values[input * outputs + output]);
}

/** A scale from −largest to +largest, so that nothing is clipped. */
export function signedScale(values: ArrayLike<number>): ColourScale {
  let high = 0;
  for (let i = 0; i < values.length; i++) high = Math.max(high, Math.abs(values[i]));
  return { kind: 'diverging', low: -high, high, clipped: false };
}

/**
 * A filter over the picture's channels as a picture: RGBA, grey where the weight is zero, 0 or 255 at ∓`largest`.
 *
 * @param planar a kernel for each channel, see `kernelsOf`
 */
export function filterImage(
  planar: Float32Array,
  largest: number,
  channels: PictureChannels,
): Uint8ClampedArray<ArrayBuffer> {
  /** Where red, green and blue are read. */
  const from = { BGR: [2, 1, 0], RGB: [0, 1, 2], grey: [0, 0, 0] }[channels];
  const area = planar.length / (channels === 'grey' ? 1 : 3);
  const pixels = new Uint8ClampedArray(area * 4).fill(255);
  for (let at = 0; at < area; at++) {
    for (let colour = 0; colour < 3; colour++) {
      const weight = planar[from[colour] * area + at];
      pixels[at * 4 + colour] = largest > 0 ? 127.5 * (1 + weight / largest) : 127.5;
    }
  }
  return pixels;
}

/** A batch norm's numbers of one channel, and the bias of the convolution before it (0 for none). */
export interface NormChannel {
  readonly gamma: number;
  readonly beta: number;
  readonly mean: number;
  readonly variance: number;
  readonly epsilon: number;
  readonly bias: number;
}

/**
 * Convolution and batch norm as one convolution: its kernel is `scale` times the old one, and this its bias.
 * γ (w·x + b − μ) / √(σ² + ε) + β = (s w)·x + (β + s (b − μ)) with s = γ / √(σ² + ε).
 */
export function fold({ gamma, beta, mean, variance, epsilon, bias }: NormChannel): {
  readonly scale: number;
  readonly bias: number;
} {
  const scale = gamma / Math.sqrt(variance + epsilon);
  return { scale, bias: beta + scale * (bias - mean) };
}

/** A batch norm's values from those of its convolution (whose bias is in them). */
export function normalised(convolved: Float32Array, channel: NormChannel): Float32Array {
  const { scale } = fold(channel);
  return convolved.map((value) => scale * (value - channel.mean) + channel.beta);
}

/** The largest |a − b|. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
  return largest;
}

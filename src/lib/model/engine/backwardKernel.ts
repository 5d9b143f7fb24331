/**
 * The gradient at a convolution's input, as a convolution of the gradient at its output.
 *
 * Forward: y[o] = Σ_k x[s·o + k − p] · w[k]. So ∂L/∂x[i] sums g[o]·w[k] over all o, k with s·o + k − p = i.
 * Write i = s·q + r with phase r = 0 … s−1; then o = q − j and k = s·j + r + p: for each phase this is a
 * convolution of g with stride 1. All phases are computed at once, as s² groups of channels, and then
 * interleaved (`depthToSpace`). With stride 1 it is the kernel flipped in space with its channel axes swapped.
 * No multiplication by a spread-out zero is done, and phases that no tap reaches (a 1×1 kernel with
 * stride 2 reaches one in four) are not computed.
 */
export interface BackwardKernel {
  /** [height, width, out, phases · in] of the forward convolution's out and in. */
  readonly values: Float32Array;
  readonly shape: [number, number, number, number];
  readonly stride: number;
  /** Phases computed along each axis, beginning with phase 0. */
  readonly phases: number;
  /** Taps before the current position; with the sizes of g and x it gives the padding. */
  readonly lead: number;
  readonly taps: number;
  /** Channels of the forward convolution's input. */
  readonly channels: number;
}

/** @param kernel [k, k, in, out], row-major. */
export function backwardKernel(
  kernel: Float32Array,
  shape: readonly [number, number, number, number],
  stride: number,
  padding: number,
): BackwardKernel {
  const [size, , channels, filters] = shape;
  const reach = Array.from({ length: stride }, (_, phase) => ({
    first: Math.ceil((-phase - padding) / stride),
    last: Math.floor((size - 1 - phase - padding) / stride),
  }));
  const reached = reach.map(({ first, last }) => first <= last);
  // Phases without a tap come last only if padding leaves phase 0 reached: true of every odd kernel with padding (k − 1)/2.
  const phases = reached.lastIndexOf(true) + 1;
  const first = Math.min(...reach.filter((_, phase) => reached[phase]).map((r) => r.first));
  const last = Math.max(...reach.filter((_, phase) => reached[phase]).map((r) => r.last));
  const taps = last - first + 1;
  const outputs = phases * phases * channels;
  const values = new Float32Array(taps * taps * filters * outputs);

  for (let phaseRow = 0; phaseRow < phases; phaseRow++) {
    for (let phaseColumn = 0; phaseColumn < phases; phaseColumn++) {
      const group = (phaseRow * phases + phaseColumn) * channels;
      for (let tapRow = 0; tapRow < taps; tapRow++) {
        const row = stride * (last - tapRow) + phaseRow + padding;
        if (row < 0 || row >= size) continue;
        for (let tapColumn = 0; tapColumn < taps; tapColumn++) {
          const column = stride * (last - tapColumn) + phaseColumn + padding;
          if (column < 0 || column >= size) continue;
          const from = (row * size + column) * channels * filters;
          const to = (tapRow * taps + tapColumn) * filters * outputs + group;
          transposeInto(kernel, from, channels, filters, values, to, outputs);
        }
      }
    }
  }
  return { values, shape: [taps, taps, filters, outputs], stride, phases, lead: last, taps, channels };
}

/** to[f · stride + c] = from[c · filters + f], in tiles that stay in the processor's cache. */
function transposeInto(
  source: Float32Array,
  from: number,
  channels: number,
  filters: number,
  target: Float32Array,
  to: number,
  stride: number,
): void {
  const tile = 32;
  for (let c0 = 0; c0 < channels; c0 += tile) {
    const c1 = Math.min(c0 + tile, channels);
    for (let f0 = 0; f0 < filters; f0 += tile) {
      const f1 = Math.min(f0 + tile, filters);
      for (let f = f0; f < f1; f++) {
        for (let c = c0; c < c1; c++) target[to + f * stride + c] = source[from + c * filters + f];
      }
    }
  }
}

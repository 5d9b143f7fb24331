/**
 * Resampling by a filter that widens with the scale, one axis after the other, in 8 bits.
 *
 * Source: Pillow's `Image.resize`; with `triangle` it is the antialiased bilinear interpolation that
 * torchvision's `Resize` does by default.
 */

export interface Filter {
  /** Half the filter's width, in output samples. */
  readonly support: number;
  /** The weight at a distance of `x` output samples. Need not be normalised. */
  readonly weight: (x: number) => number;
}

export const triangle: Filter = { support: 1, weight: (x) => Math.max(0, 1 - Math.abs(x)) };

/** Output sample i is the sum of `weights[i · width + k] · input[first[i] + k]` over k < `lengths[i]`. */
export interface Taps {
  readonly first: Int32Array;
  readonly lengths: Int32Array;
  /** In units of 2^−fractionBits; each output sample's weights sum to 1, within their rounding. */
  readonly weights: Int32Array;
  readonly width: number;
}

/** As in Pillow: 8 bits for the level and 2 to spare leave 22 of 32 for a weight's fraction. */
const fractionBits = 22;

/**
 * The weights that resample `inputSize` samples to `outputSize`, for outputs `from` … `from + count − 1` alone.
 * A sample stands at the centre of its cell. At the borders the filter is cut off and its rest renormalised.
 */
export function resamplingTaps(
  inputSize: number,
  outputSize: number,
  from: number,
  count: number,
  filter: Filter,
): Taps {
  const scale = inputSize / outputSize;
  // Enlarging interpolates between input samples; reducing averages over all that an output sample covers.
  const stretch = Math.max(scale, 1);
  const reach = filter.support * stretch;
  const width = 2 * Math.ceil(reach) + 1;
  const first = new Int32Array(count);
  const lengths = new Int32Array(count);
  const weights = new Int32Array(count * width);
  const row = new Float64Array(width);
  for (let i = 0; i < count; i++) {
    const centre = (from + i + 0.5) * scale;
    first[i] = Math.max(0, Math.floor(centre - reach + 0.5));
    lengths[i] = Math.min(inputSize, Math.floor(centre + reach + 0.5)) - first[i];
    let sum = 0;
    for (let k = 0; k < lengths[i]; k++) {
      row[k] = filter.weight((first[i] + k + 0.5 - centre) / stretch);
      sum += row[k];
    }
    for (let k = 0; k < lengths[i]; k++) {
      weights[i * width + k] = Math.round((row[k] / sum) * 2 ** fractionBits);
    }
  }
  return { first, lengths, weights, width };
}

const half = 2 ** (fractionBits - 1);

const clamp = (level: number) => (level < 0 ? 0 : level > 255 ? 255 : level);

/** How the samples of one axis, and the lines across it, lie in memory; all in elements. */
interface Lines {
  readonly data: Uint8Array | Uint8ClampedArray;
  /** Where the first line begins. */
  readonly offset: number;
  /** From one sample of a line to the next. */
  readonly step: number;
  /** From one line to the next. */
  readonly pitch: number;
}

/**
 * Resamples `count` parallel lines of three colours that lie next to each other. Results are rounded (halves up)
 * and limited to 0 … 255.
 */
export function resampleLines(input: Lines, output: Lines, taps: Taps, count: number): void {
  const { data, step } = input;
  const { first, lengths, weights, width } = taps;
  for (let line = 0; line < count; line++) {
    const from = input.offset + line * input.pitch;
    let to = output.offset + line * output.pitch;
    for (let i = 0; i < first.length; i++) {
      let red = half;
      let green = half;
      let blue = half;
      let at = from + first[i] * step;
      const end = i * width + lengths[i];
      for (let k = i * width; k < end; k++) {
        const weight = weights[k];
        red += weight * data[at];
        green += weight * data[at + 1];
        blue += weight * data[at + 2];
        at += step;
      }
      output.data[to] = clamp(red >> fractionBits);
      output.data[to + 1] = clamp(green >> fractionBits);
      output.data[to + 2] = clamp(blue >> fractionBits);
      to += output.step;
    }
  }
}

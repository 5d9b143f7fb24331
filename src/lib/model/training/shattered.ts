/**
 * Networks from one number to one number, and their gradient along the input (Balduzzi et al. 2017, "The shattered
 * gradients problem", figure 1): plain arithmetic in double precision, the same on every machine.
 */
import { yieldToEvents } from '../engine/yieldToEvents.ts';
import type { CurveReport, CurveSource, ScalarNetwork } from '../protocol/shattered.ts';
import { autocorrelation, signChanges } from './autocorrelation.ts';
import { RandomStream } from './random.ts';

/** Samples of a curve, and the interval that they are spread over evenly, its ends included. */
export const curvePoints = 256;
export const curveEnd = 2;

/** Lags of which the autocorrelation is told: 0 to this. */
export const furthestLag = 40;

const epsilon = 1e-5;

/** Values of `width` units at all points, and their derivatives by the input; unit by unit. */
interface Units {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

interface Options {
  readonly signal?: AbortSignal;
  /** Told after each layer. */
  readonly onLayer?: () => void;
}

/**
 * dy/dx at `curvePoints` inputs from −`curveEnd` to `curveEnd`, of a network at its initial weights.
 *
 * Layer 1 is ReLU(norm(w x + b)). Each further layer of a plain network is ReLU(norm(W h + b)), of a residual one
 * h + β (W ReLU(norm(h)) + b), as in equation 2 of the paper; y = v · h, which is not counted. Weights are
 * N(0, 2 / fan-in) (He et al. 2015), biases, where there are any, too, v is N(0, 1 / width). Batch norm takes mean and
 * variance over the points, has γ = 1 and no β, and its statistics count as constants in dy/dx. Values and derivatives
 * are carried forward together. Every layer has its own random stream: networks that differ in depth, kind, norm or β
 * have the same weights where they have the same layers.
 */
export async function gradientCurve(
  { net, layers, width, norm, bias, beta, seed }: ScalarNetwork,
  { signal, onLayer }: Options = {},
): Promise<Float64Array> {
  let units = firstLayer(seed, width, bias);
  if (norm === 'batch') normalise(units, width);
  rectify(units);
  onLayer?.();
  for (let layer = 2; layer <= layers; layer++) {
    await yieldToEvents();
    signal?.throwIfAborted();
    const stream = new RandomStream(seed, `layer${layer}`);
    if (net === 'plain') {
      units = linear(units, width, bias, stream);
      if (norm === 'batch') normalise(units, width);
      rectify(units);
    } else {
      const inner = { values: units.values.slice(), slopes: units.slopes.slice() };
      if (norm === 'batch') normalise(inner, width);
      rectify(inner);
      const branch = linear(inner, width, bias, stream);
      for (let i = 0; i < branch.values.length; i++) {
        units.values[i] += beta * branch.values[i];
        units.slopes[i] += beta * branch.slopes[i];
      }
    }
    onLayer?.();
  }
  return readOut(units, width, seed);
}

/** The curve of a network, or noise to hold it against: independent normal numbers, or their running sum. */
export async function curveOf(source: CurveSource, options?: Options): Promise<Float64Array> {
  if (source.kind === 'network') return gradientCurve(source.network, options);
  const stream = new RandomStream(source.seed, source.kind);
  let sum = 0;
  return Float64Array.from({ length: curvePoints }, () => {
    const step = stream.normal();
    sum += step;
    return source.kind === 'whiteNoise' ? step : sum;
  });
}

/** A curve and what is read off it. */
export async function measureCurve(source: CurveSource, options?: Options): Promise<CurveReport> {
  const values = await curveOf(source, options);
  return {
    values,
    autocorrelation: Array.from({ length: furthestLag + 1 }, (_, lag) => autocorrelation(values, lag)),
    signChanges: signChanges(values),
  };
}

function firstLayer(seed: number, width: number, bias: boolean): Units {
  const stream = new RandomStream(seed, 'layer1');
  const values = new Float64Array(width * curvePoints);
  const slopes = new Float64Array(width * curvePoints);
  for (let unit = 0; unit < width; unit++) {
    const weight = Math.SQRT2 * stream.normal();
    // Taken in any case, so that the weights are the same with and without.
    const shift = Math.SQRT2 * stream.normal();
    for (let point = 0; point < curvePoints; point++) {
      const x = curveEnd * ((2 * point) / (curvePoints - 1) - 1);
      values[unit * curvePoints + point] = weight * x + (bias ? shift : 0);
      slopes[unit * curvePoints + point] = weight;
    }
  }
  return { values, slopes };
}

/** W h + b and W h′ for new random W and b. */
function linear(input: Units, width: number, bias: boolean, stream: RandomStream): Units {
  const deviation = Math.sqrt(2 / width);
  const values = new Float64Array(width * curvePoints);
  const slopes = new Float64Array(width * curvePoints);
  const weights = new Float64Array(width);
  for (let unit = 0; unit < width; unit++) {
    for (let from = 0; from < width; from++) weights[from] = deviation * stream.normal();
    const shift = deviation * stream.normal();
    const row = values.subarray(unit * curvePoints, (unit + 1) * curvePoints);
    if (bias) row.fill(shift);
    addProduct(row, weights, input.values);
    addProduct(slopes.subarray(unit * curvePoints, (unit + 1) * curvePoints), weights, input.slopes);
  }
  return { values, slopes };
}

/** Adds Σ weight · row to `sum`; eight rows at a time, which takes a third of the time. */
function addProduct(sum: Float64Array, weights: Float64Array, rows: Float64Array): void {
  const points = sum.length;
  let from = 0;
  for (; from + 8 <= weights.length; from += 8) {
    const a = weights[from];
    const b = weights[from + 1];
    const c = weights[from + 2];
    const d = weights[from + 3];
    const e = weights[from + 4];
    const f = weights[from + 5];
    const g = weights[from + 6];
    const h = weights[from + 7];
    const first = from * points;
    for (let i = 0; i < points; i++)
      sum[i] +=
        a * rows[first + i] +
        b * rows[first + points + i] +
        c * rows[first + 2 * points + i] +
        d * rows[first + 3 * points + i] +
        e * rows[first + 4 * points + i] +
        f * rows[first + 5 * points + i] +
        g * rows[first + 6 * points + i] +
        h * rows[first + 7 * points + i];
  }
  for (; from < weights.length; from++)
    for (let i = 0; i < points; i++) sum[i] += weights[from] * rows[from * points + i];
}

function normalise({ values, slopes }: Units, width: number): void {
  for (let unit = 0; unit < width; unit++) {
    const row = values.subarray(unit * curvePoints, (unit + 1) * curvePoints);
    let mean = 0;
    for (let i = 0; i < curvePoints; i++) mean += row[i] / curvePoints;
    let variance = 0;
    for (let i = 0; i < curvePoints; i++) variance += (row[i] - mean) ** 2 / curvePoints;
    const factor = 1 / Math.sqrt(variance + epsilon);
    for (let i = 0; i < curvePoints; i++) {
      row[i] = (row[i] - mean) * factor;
      slopes[unit * curvePoints + i] *= factor;
    }
  }
}

function rectify({ values, slopes }: Units): void {
  for (let i = 0; i < values.length; i++) {
    // Not a number stays one.
    if (values[i] <= 0) values[i] = slopes[i] = 0;
  }
}

function readOut({ slopes }: Units, width: number, seed: number): Float64Array {
  const stream = new RandomStream(seed, 'readOut');
  const weights = Float64Array.from({ length: width }, () => stream.normal() / Math.sqrt(width));
  const curve = new Float64Array(curvePoints);
  addProduct(curve, weights, slopes);
  return curve;
}

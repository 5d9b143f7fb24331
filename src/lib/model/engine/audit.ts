/**
 * One number, audited: the value of one unit recomputed in plain double-precision arithmetic from the values
 * that its operation read, term by term. Independent of the tensor library.
 */
import type { NodeOf, Shape } from '../architecture/graph.ts';
import type { Audit, AuditTerm, Unit } from '../protocol.ts';

/** [height, width, channels] row-major, or [features]. */
export interface AuditInput {
  readonly node: string;
  readonly shape: Shape;
  readonly values: Float32Array;
}

function at({ shape, values }: AuditInput, { row, column, channel }: Unit): number {
  if (shape.length === 1) return values[channel];
  return values[(row * shape[1] + column) * shape[2] + channel];
}

function total(terms: AuditTerm[], bias: number, finish: (sum: number) => number = (sum) => sum): Audit {
  const sum = terms.reduce((partial, { product }) => partial + product, bias);
  const magnitude = terms.reduce((partial, { product }) => partial + Math.abs(product), Math.abs(bias));
  const sorted = terms.toSorted((a, b) => Math.abs(b.product) - Math.abs(a.product));
  return { terms: sorted, bias, sum, result: finish(sum), magnitude };
}

const term = (input: AuditInput, unit: Unit, factor: number): AuditTerm => {
  const value = at(input, unit);
  return { node: input.node, ...unit, value, factor, product: value * factor };
};

/** Σ x[s·row + i − p, s·column + j − p, c] · w[i, j, c, filter] + b. @param kernel [k, k, in, out] */
export function auditConvolution(
  node: NodeOf<'conv'>,
  input: AuditInput,
  kernel: Float32Array,
  bias: Float32Array | null,
  unit: Unit,
): Audit {
  const { kernel: size, stride, padding, filters } = node.attributes;
  const [height, width, channels] = input.shape;
  const terms: AuditTerm[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [row, column] = [unit.row * stride + i - padding, unit.column * stride + j - padding];
      if (row < 0 || column < 0 || row >= height || column >= width) continue;
      for (let channel = 0; channel < channels; channel++) {
        const factor = kernel[((i * size + j) * channels + channel) * filters + unit.channel];
        terms.push(term(input, { row, column, channel }, factor));
      }
    }
  }
  return total(terms, bias?.[unit.channel] ?? 0);
}

/** γ (x − μ) / √(σ² + ε) + β, as one product and one addend. */
export function auditBatchNorm(
  node: NodeOf<'batchNorm'>,
  input: AuditInput,
  parameters: Record<'gamma' | 'beta' | 'movingMean' | 'movingVariance', Float32Array>,
  unit: Unit,
): Audit {
  const { channel: c } = unit;
  const scale = parameters.gamma[c] / Math.sqrt(parameters.movingVariance[c] + node.attributes.epsilon);
  return total([term(input, unit, scale)], parameters.beta[c] - parameters.movingMean[c] * scale);
}

export const auditRelu = (input: AuditInput, unit: Unit): Audit =>
  total([term(input, unit, 1)], 0, (sum) => Math.max(0, sum));

/** Σ over the inputs, at the same place. */
export const auditSum = (inputs: readonly AuditInput[], unit: Unit): Audit =>
  total(
    inputs.map((input) => term(input, unit, 1)),
    0,
  );

/** The window's values, of which the largest passes. */
export function auditMaxPool(node: NodeOf<'maxPool'>, input: AuditInput, unit: Unit): Audit {
  const { kernel, stride, padding } = node.attributes;
  const [height, width] = input.shape;
  const candidates: AuditTerm[] = [];
  for (let i = 0; i < kernel; i++) {
    for (let j = 0; j < kernel; j++) {
      const [row, column] = [unit.row * stride + i - padding, unit.column * stride + j - padding];
      if (row < 0 || column < 0 || row >= height || column >= width) continue;
      candidates.push(term(input, { row, column, channel: unit.channel }, 1));
    }
  }
  const winner = candidates.reduce((best, next) => (next.value > best.value ? next : best));
  const losers = candidates.map((candidate) =>
    candidate === winner ? candidate : { ...candidate, factor: 0, product: 0 },
  );
  return total(losers, 0);
}

/** (1 / positions) Σ over all positions. */
export function auditGlobalAveragePool(input: AuditInput, unit: Unit): Audit {
  const [height, width] = input.shape;
  const terms = Array.from({ length: height * width }, (_, i) =>
    term(
      input,
      { row: Math.floor(i / width), column: i % width, channel: unit.channel },
      1 / (height * width),
    ),
  );
  return total(terms, 0);
}

/** Σ x[i] · w[i, unit] + b. @param kernel [in, out] */
export function auditDense(
  input: AuditInput,
  kernel: Float32Array,
  bias: Float32Array | null,
  unit: Unit,
): Audit {
  const units = kernel.length / input.values.length;
  const terms = Array.from(input.values, (_, channel) =>
    term(input, { row: 0, column: 0, channel }, kernel[channel * units + unit.channel]),
  );
  return total(terms, bias?.[unit.channel] ?? 0);
}

/** e^x / Σ e^xⱼ: the terms are the exponentials, each divided by their sum; the result is this unit's. */
export function auditSoftmax(input: AuditInput, unit: Unit): Audit {
  const largest = input.values.reduce((max, value) => Math.max(max, value), -Infinity);
  const exponentials = Array.from(input.values, (value) => Math.exp(value - largest));
  const sum = exponentials.reduce((partial, value) => partial + value, 0);
  const terms = exponentials.map((value, channel) => ({
    node: input.node,
    row: 0,
    column: 0,
    channel,
    value: input.values[channel],
    factor: value / (sum * (input.values[channel] || 1)),
    product: value / sum,
  }));
  return { ...total(terms, 0), result: exponentials[unit.channel] / sum };
}

/** The value times the factor, where this channel is scaled. */
export function auditScale(node: NodeOf<'scale'>, input: AuditInput, unit: Unit): Audit {
  const { factor, channels } = node.attributes;
  return total([term(input, unit, !channels || channels.includes(unit.channel) ? factor : 1)], 0);
}

/** Axes of charts: where a value stands, in per cent of the plot, and where the ticks are. Pure arithmetic. */
// Not d3's scales: they bring all its interpolations and formats along, half of what a chart weighs.
import { nice, ticks } from 'd3';

export type AxisKind = 'linear' | 'log';

/** How a value can be shown: in its place, or only named, at an edge of the plot. */
export type ValueKind = 'value' | 'notPositive' | 'infinite' | 'notANumber';

export interface Axis {
  readonly kind: AxisKind;
  readonly domain: readonly [number, number];
  /** Values with a line across the plot. */
  readonly ticks: readonly number[];
  /** Those of them that are written. */
  readonly labelled: readonly number[];
  /** Distance from the low end, in per cent. For a value of kind 'value'. */
  at(value: number): number;
}

/** A logarithmic axis has no place for zero or what is below it, no axis for what is not finite. */
export function valueKind(kind: AxisKind, value: number): ValueKind {
  if (Number.isNaN(value)) return 'notANumber';
  if (!Number.isFinite(value)) return value > 0 || kind === 'linear' ? 'infinite' : 'notPositive';
  return kind === 'log' && value <= 0 ? 'notPositive' : 'value';
}

/** At most so many decades are written; of more, every second, third … */
const mostLabels = 9;

/** Of a linear axis. */
const aboutTicks = 5;

/**
 * An axis that holds all values that have a place on it: whole decades, or round numbers.
 *
 * @param include values that it reaches in any case
 * @param isExact a linear axis then ends where its values end, not at round numbers
 */
export function axisOf(
  kind: AxisKind,
  values: readonly number[],
  include: readonly number[] = [],
  isExact = false,
): Axis {
  const placed = [...values, ...include].filter((value) => valueKind(kind, value) === 'value');
  return kind === 'log' ? logAxis(placed) : linearAxis(placed, isExact);
}

function logAxis(values: readonly number[]): Axis {
  const largest = values.reduce((most, value) => Math.max(most, value), values[0] ?? 1);
  const smallest = values.reduce((least, value) => Math.min(least, value), largest);
  const low = Math.floor(Math.log10(smallest) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(largest) - 1e-9));
  // Exact, where 10 ** −5 is not.
  const power = (exponent: number) => Number(`1e${exponent}`);
  const domain = [power(low), power(high)] as const;
  const step = Math.ceil((high - low + 1) / mostLabels);
  const exponents = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  return {
    kind: 'log',
    domain,
    ticks: exponents.map(power),
    labelled: exponents.filter((exponent) => exponent % step === 0).map(power),
    at: (value) => ((Math.log10(value) - low) / (high - low)) * 100,
  };
}

function linearAxis(values: readonly number[], isExact: boolean): Axis {
  const low = values.reduce((least, value) => Math.min(least, value), values[0] ?? 0);
  const high = values.reduce((most, value) => Math.max(most, value), values[0] ?? 1);
  const ends: [number, number] = low === high ? [low - 0.5, high + 0.5] : [low, high];
  const [start, end] = isExact ? ends : nice(...ends, aboutTicks);
  const round = ticks(start, end, aboutTicks);
  return {
    kind: 'linear',
    domain: [start, end],
    ticks: round,
    labelled: round,
    at: (value) => ((value - start) / (end - start)) * 100,
  };
}

/** Centre of category `index` of `count`, in per cent of the plot's width. */
export function centre(index: number, count: number): number {
  return ((index + 0.5) / count) * 100;
}

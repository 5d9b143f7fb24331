/** What a block's sum is made of, for drawings: measures of all blocks on one axis, four maps on one scale. */
import { scaleLinear } from 'd3';
import type { AdditionReport, MapsReport, ResidualFigures } from '../model/protocol.ts';
import { colourScale, type ColourScale } from './colour.ts';

/** ‖F‖ / ‖x‖, cos(x, F), and the share of the sum that the last ReLU sets to zero. */
export const additionMeasures = ['ratio', 'cosine', 'clipped'] as const;
export type AdditionMeasure = (typeof additionMeasures)[number];

/** A block's measure; null where it has none, as its shortcut is cut (or all zero). */
export function measureOf(figures: ResidualFigures, measure: AdditionMeasure): number | null {
  if (measure === 'clipped') return figures.clipped;
  const value =
    measure === 'cosine' ? figures.cosine : figures.shortcut ? figures.branch / figures.shortcut : null;
  return value !== null && Number.isFinite(value) ? value : null;
}

/** Values between which an axis reaches at least: it does not jump while blocks come in. */
const leastExtent: Readonly<Record<AdditionMeasure, readonly [number, number]>> = {
  ratio: [0, 1.2],
  cosine: [-0.3, 0.3],
  clipped: [0, 1],
};

export interface BarAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** One axis for all blocks' values of a measure; zero is on it. */
export function barAxis(measure: AdditionMeasure, values: readonly number[]): BarAxis {
  const least = leastExtent[measure];
  const scale = scaleLinear([Math.min(...least, ...values), Math.max(...least, ...values)], [0, 1]).nice(5);
  const [low, high] = scale.domain();
  return { low, high, ticks: scale.ticks(5) };
}

/** A value's place on an axis, in per cent of its length. */
export function percentOn({ low, high }: BarAxis, value: number): number {
  return ((value - low) / (high - low)) * 100;
}

export interface BlockValue {
  readonly block: string;
  readonly value: number;
}

/** The blocks with the largest and the smallest value, and how many are above 1; null without any value. */
export function extremes(
  values: readonly BlockValue[],
): { readonly largest: BlockValue; readonly smallest: BlockValue; readonly aboveOne: number } | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => b.value - a.value);
  return {
    largest: sorted[0],
    smallest: sorted.at(-1)!,
    aboveOne: values.filter(({ value }) => value > 1).length,
  };
}

/** The four values of a sum in the order of the equation x + F = sum → ReLU. */
export const additionParts = ['shortcut', 'branch', 'sum', 'output'] as const;
export type AdditionPart = (typeof additionParts)[number];

/** One signed colour scale for a channel in all four maps, made of the values that there are. */
export function jointScale(report: AdditionReport, channel: number): ColourScale {
  const maps = additionParts.map((part) => report[part]).filter((one) => one !== null);
  return scaleOfAll(
    maps.map((one) => ({ maps: one, channel })),
    true,
  );
}

/** One colour scale for channels of several maps. */
export function scaleOfAll(
  shown: readonly { readonly maps: MapsReport; readonly channel: number }[],
  signed: boolean,
): ColourScale {
  const of = (figure: keyof MapsReport['channels']) =>
    shown.map(({ maps, channel }) => maps.channels[figure][channel]);
  const [means, deviations] = [of('mean'), of('std')];
  const squares = means.map((mean, i) => mean ** 2 + deviations[i] ** 2);
  const meanSquare = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  const spread = {
    mean: 0,
    std: Math.sqrt(meanSquare),
    min: Math.min(...of('min')),
    max: Math.max(...of('max')),
  };
  return colourScale(spread, signed);
}

/** A place in a map. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A value of a channel-by-channel tensor. */
export function valueAt({ shape, values }: MapsReport, channel: number, { row, column }: Place): number {
  const [height, width] = shape;
  return values[(channel * height + row) * width + column];
}

/** Where a channel is largest; the first of equals. */
export function largestPlace({ shape, values }: MapsReport, channel: number): Place {
  const [height, width] = shape;
  const map = values.subarray(channel * height * width, (channel + 1) * height * width);
  let largest = 0;
  for (let i = 1; i < map.length; i++) if (map[i] > map[largest]) largest = i;
  return { row: Math.floor(largest / width), column: largest % width };
}

/** Where a key leads from a place of a map; null for a key that leads nowhere. It ends at the edges. */
export function moveInMap(
  key: string,
  { row, column }: Place,
  { height, width }: { height: number; width: number },
): Place | null {
  const page = Math.max(1, Math.round(height / 4));
  const targets: Readonly<Record<string, Place>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row, column: 0 },
    End: { row, column: width - 1 },
  };
  if (!Object.hasOwn(targets, key)) return null;
  const target = targets[key];
  return {
    row: Math.max(0, Math.min(height - 1, target.row)),
    column: Math.max(0, Math.min(width - 1, target.column)),
  };
}

/** Digits after the point with which the terms of a sum are written, so that it is seen to add up. */
export function equationDigits(values: readonly number[]): number {
  const largest = Math.max(...values.map(Math.abs));
  return largest >= 1000 ? 1 : largest >= 100 ? 2 : largest >= 10 ? 3 : 4;
}

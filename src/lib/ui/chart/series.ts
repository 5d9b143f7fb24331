/** What a chart draws: series of values over one axis. Pure data and paths in a 100 × 100 box. */
import { area, bisector, line } from 'd3';
import { axisOf, centre, valueKind, type Axis, type AxisKind, type ValueKind } from './axis.ts';

export interface ChartPoint {
  /** A number on the horizontal axis, or the index of a category. */
  readonly x: number;
  readonly y: number;
  /** Ends of an error bar, or edges of a band. */
  readonly low?: number;
  readonly high?: number;
  /** The values that `y` sums up, drawn as small dots. */
  readonly each?: readonly number[];
  /** A line or band begins here: none leads to it from the point before. */
  readonly begins?: boolean;
}

export const dashes = ['solid', 'dashed', 'dotted', 'dashDotted'] as const;
export const markers = ['circle', 'square', 'triangle', 'diamond', 'cross', 'plus'] as const;
export type Dash = (typeof dashes)[number];
export type Marker = (typeof markers)[number];

export interface ChartSeries {
  readonly id: string;
  /** For the reader. */
  readonly name: string;
  /** A CSS colour: a token. Never the only thing that tells series apart. */
  readonly colour: string;
  readonly dash?: Dash;
  readonly marker?: Marker;
  /** A line through the points (when absent), the points alone, or a bar for each. */
  readonly form?: 'line' | 'points' | 'bars';
  /** How `low` and `high` are drawn: error bars when absent. */
  readonly spread?: 'bars' | 'band';
  /** In order of x. */
  readonly points: readonly ChartPoint[];
  /** The name beside the line, at the point of this index. */
  readonly label?: { readonly at: number; readonly side: 'above' | 'below' };
  /** An earlier result, or of another network: drawn faintly. */
  readonly faint?: boolean;
  /** What another series is made of: drawn behind it, and neither named nor read off. */
  readonly background?: boolean;
}

/** How the series in this place of a list is drawn, the same in every chart of a page. */
export function styleOf(index: number): Required<Pick<ChartSeries, 'colour' | 'dash' | 'marker'>> {
  return {
    colour: `var(--series-${(index % 6) + 1})`,
    dash: dashes[index % dashes.length],
    marker: markers[index % markers.length],
  };
}

export interface HorizontalAxis {
  readonly label: string;
  /** Names of the categories; without them the axis has numbers. */
  readonly categories?: readonly string[];
  readonly kind?: AxisKind;
  /** A linear axis ends where its values end, not at round numbers. */
  readonly isExact?: boolean;
  readonly include?: readonly number[];
  /** Where a part of the axis ends and another begins, and the name of that: a line through the plot. */
  readonly parts?: readonly { readonly from: number; readonly name: string }[];
}

export interface VerticalAxis {
  readonly label: string;
  readonly kind: AxisKind;
  readonly include?: readonly number[];
}

/** A line across the plot at a value that is known otherwise: a theory's, zero, chance. */
export interface Reference {
  readonly value: number;
  readonly text: string;
  /** At which end of the line its name stands; the right one when absent. */
  readonly end?: 'left' | 'right';
}

/** Outlines of the markers, round 0, some 8 px wide. */
export const markerPaths: Readonly<Record<Marker, string>> = {
  circle: 'M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0',
  square: 'M-3.2-3.2h6.4v6.4h-6.4z',
  triangle: 'M0-4.2L4 3H-4z',
  diamond: 'M0-4.6L4.2 0L0 4.6L-4.2 0z',
  cross: 'M-3.2-3.2L3.2 3.2M-3.2 3.2L3.2-3.2',
  plus: 'M-4 0H4M0-4V4',
};

/** Horizontal and vertical place of every point, in per cent from left and top. */
export interface Plot {
  readonly horizontal: Axis | null;
  readonly vertical: Axis;
  left(x: number): number;
  /** Null for a value without a place on the axis. */
  top(y: number): number | null;
  /** All x of all series, ascending: where the read-out can stand. */
  readonly stops: readonly number[];
  /** Kinds of values that have no place, and are shown at an edge. */
  readonly edges: { readonly notPositive: boolean; readonly beyond: boolean };
}

export function plotOf(
  series: readonly ChartSeries[],
  x: HorizontalAxis,
  y: VerticalAxis,
  references: readonly Reference[] = [],
): Plot {
  const places: number[] = [];
  const values = references.map(({ value }) => value);
  const kinds = new Set<ValueKind>();
  for (const { points } of series)
    for (const { x: place, y: value, low, high, each } of points) {
      places.push(place);
      values.push(value);
      kinds.add(valueKind(y.kind, value));
      if (low !== undefined) values.push(low);
      if (high !== undefined) values.push(high);
      if (each) values.push(...each);
    }
  const bars = series.some(({ form }) => form === 'bars') && y.kind === 'linear' ? [0] : [];
  const vertical = axisOf(y.kind, values, [...(y.include ?? []), ...bars]);
  const { categories } = x;
  const horizontal = categories ? null : axisOf(x.kind ?? 'linear', places, x.include, x.isExact);
  const stops = categories ? categories.map((_, i) => i) : [...new Set(places)];
  return {
    horizontal,
    vertical,
    left: (value) => (categories ? centre(value, categories.length) : horizontal!.at(value)),
    top: (value) => (valueKind(y.kind, value) === 'value' ? 100 - vertical.at(value) : null),
    stops: stops.sort((a, b) => a - b),
    edges: {
      notPositive: kinds.has('notPositive'),
      beyond: kinds.has('infinite') || kinds.has('notANumber'),
    },
  };
}

/** Points that are joined: a new run where one begins. */
function runsOf(points: readonly ChartPoint[]): ChartPoint[][] {
  const runs: ChartPoint[][] = [];
  for (const point of points) {
    if (point.begins || runs.length === 0) runs.push([point]);
    else runs.at(-1)!.push(point);
  }
  return runs;
}

/** The path through a series in a 100 × 100 box, broken where a value has no place on the axis. */
export function linePath(points: readonly ChartPoint[], plot: Plot): string {
  const path = line<ChartPoint>(
    ({ x }) => plot.left(x),
    ({ y }) => plot.top(y) ?? 0,
  ).defined(({ y }) => plot.top(y) !== null);
  return runsOf(points)
    .map((run) => path(run) ?? '')
    .join('');
}

/** The area between a series' `low` and `high`, broken where its line is. */
export function bandPath(points: readonly ChartPoint[], plot: Plot): string {
  const end = (value: number | undefined, otherwise: number) =>
    value === undefined ? otherwise : (plot.top(value) ?? otherwise);
  const path = area<ChartPoint>()
    .x(({ x }) => plot.left(x))
    .y0(({ low, y }) => end(low, plot.top(y) === null ? 0 : 100))
    .y1(({ high, y }) => end(high, plot.top(y) ?? 0))
    .defined(({ y, low, high }) => plot.top(y) !== null && low !== undefined && high !== undefined);
  return runsOf(points)
    .map((run) => path(run) ?? '')
    .join('');
}

/** Index of the stop that is nearest to a place, in per cent from the left. */
export function nearestStop({ stops, left }: Pick<Plot, 'stops' | 'left'>, place: number): number {
  const after = bisector(left).left(stops, place);
  const isBefore =
    after > 0 && (after === stops.length || place - left(stops[after - 1]) <= left(stops[after]) - place);
  return isBefore ? after - 1 : after;
}

const { left: firstFrom } = bisector((point: ChartPoint) => point.x);

/** A series' point at x; undefined where it has none. */
export function pointAt({ points }: ChartSeries, x: number): ChartPoint | undefined {
  const point = points[firstFrom(points, x)];
  return point?.x === x ? point : undefined;
}

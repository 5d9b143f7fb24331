/**
 * From values to colours: which range is shown, and the table of colours it is shown in. Non-negative values get a
 * sequential map whose dark end is zero, signed ones a diverging map with zero exactly in its middle. Both maps are
 * safe for colour-blind readers, and neither uses the colours of the residual branch and the shortcut.
 */
import { interpolateInferno, interpolatePRGn, rgb } from 'd3';

/** A colour map as a lookup table: `packed` holds one RGBA pixel per entry, in the byte order of ImageData. */
export interface ColourTable {
  readonly bytes: Uint8ClampedArray;
  readonly packed: Uint32Array;
}

/** Which values the ends of a colour table stand for. */
export interface ColourScale {
  readonly kind: 'sequential' | 'diverging';
  readonly low: number;
  readonly high: number;
  /** Values lie beyond its ends, and have the colour of the end. */
  readonly clipped: boolean;
}

/** Odd, so that the middle of a diverging map is an entry of its own. */
const entries = 255;

function colourTable(interpolate: (t: number) => string): ColourTable {
  const bytes = new Uint8ClampedArray(entries * 4);
  for (let i = 0; i < entries; i++) {
    const { r, g, b } = rgb(interpolate(i / (entries - 1)));
    bytes.set([r, g, b, 255], i * 4);
  }
  return { bytes, packed: new Uint32Array(bytes.buffer) };
}

export const colourTables: Readonly<Record<ColourScale['kind'], ColourTable>> = {
  sequential: colourTable(interpolateInferno),
  diverging: colourTable(interpolatePRGn),
};

/** What a scale is made from: the figures of all values that it is to show. */
export interface Spread {
  readonly mean: number;
  readonly std: number;
  readonly min: number;
  readonly max: number;
}

/**
 * How far a scale reaches, in root mean squares of the values. A few values of a network lie far from all others, and
 * a scale that reached to them would show nothing of the rest: what is beyond gets the colour of the end.
 */
const reach = 4;

/**
 * The scale for a set of values: from zero up when none can be negative, else as far to the one side of zero as to
 * the other.
 */
export function colourScale({ mean, std, min, max }: Spread, signed: boolean): ColourScale {
  const far = reach * Math.hypot(mean, std);
  if (!signed) {
    const high = Math.max(0, Math.min(max, far));
    return { kind: 'sequential', low: 0, high, clipped: max > high };
  }
  const extreme = Math.max(Math.abs(min), Math.abs(max));
  const high = Math.min(extreme, far);
  return { kind: 'diverging', low: -high, high, clipped: extreme > high };
}

/** Position of a value on a scale, 0 to 1, clamped. A scale without extent shows all values as zero. */
export function position({ kind, low, high }: ColourScale, value: number): number {
  if (!(high > low)) return kind === 'diverging' ? 0.5 : 0;
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** What is drawn for a value that is no number: nothing, so that it is not taken for data. */
const transparent = 0;

/**
 * Colours `pixels.length` values from `offset` on, one pixel each.
 * @param pixels a view of an ImageData's buffer
 */
export function paint(
  values: ArrayLike<number>,
  offset: number,
  scale: ColourScale,
  pixels: Uint32Array,
  table: ColourTable = colourTables[scale.kind],
): void {
  const { low, high } = scale;
  const last = entries - 1;
  const start = Math.round(position(scale, 0) * last);
  const perUnit = high > low ? last / (high - low) : 0;
  for (let i = 0; i < pixels.length; i++) {
    const value = values[offset + i];
    const entry = perUnit > 0 ? Math.round((value - low) * perUnit) : start;
    pixels[i] = Number.isFinite(value) ? table.packed[Math.min(last, Math.max(0, entry))] : transparent;
  }
}

/** The colour map as stops of a CSS gradient, low to high. */
export function gradientStops(kind: ColourScale['kind'], count = 17): string {
  const { bytes } = colourTables[kind];
  const stops = Array.from({ length: count }, (_, i) => {
    const at = Math.round((i / (count - 1)) * (entries - 1)) * 4;
    return `rgb(${bytes[at]} ${bytes[at + 1]} ${bytes[at + 2]})`;
  });
  return stops.join(', ');
}

/** How large a unit's tile is drawn, and how thick: by resolution and channels of its output. */
import type { Shape } from '../model/architecture/graph.ts';
import type { Network } from './layout.ts';
import type { Unit } from './outline.ts';

export interface TileShape {
  /** Width and height as shares of a tile's full side; a halving of the resolution is one even step. */
  readonly width: number;
  readonly height: number;
  /** Sheets drawn behind the tile: one more for each doubling of the channels. */
  readonly sheets: number;
}

/** How far each sheet stands out behind the next, in pixels. */
export const sheetStep = 2.5;
const mostSheets = 5;
const leastShare = 0.7;
const vectorWidth = 0.6;

/** By unit of one network. */
export function tileShapes({
  sections,
  shapes,
}: Pick<Network, 'sections' | 'shapes'>): (unit: Unit) => TileShape {
  const units = sections.flatMap((section) => section.units);
  const shapeOf = (unit: Unit): Shape => shapes.get(unit.output)!;
  const maps = units
    .filter(({ kind }) => kind !== 'input')
    .map(shapeOf)
    .filter(({ length }) => length === 3);
  const sides = maps.map(([height]) => height);
  const leastSide = Math.min(...sides);
  const steps = Math.log(Math.max(...sides) / leastSide);
  const leastChannels = Math.min(...maps.map((shape) => shape[2]));

  return (unit) => {
    const shape = shapeOf(unit);
    if (unit.kind === 'input') return { width: 1, height: 1, sheets: 0 };
    if (shape.length !== 3) return { width: vectorWidth, height: 1, sheets: 0 };
    const share = steps > 0 ? leastShare + ((1 - leastShare) * Math.log(shape[0] / leastSide)) / steps : 1;
    const sheets = Math.min(mostSheets, Math.round(Math.log2(shape[2] / leastChannels)));
    return { width: share, height: share, sheets };
  };
}

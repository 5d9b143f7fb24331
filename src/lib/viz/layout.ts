/**
 * Where everything on the map of a network stands: a pure function of the graph, the width, and which unit is open.
 * Stages flow like words over lines; a block is a tile with its skip outside it and its sum behind it; the operations
 * of the open unit stand in a band below its line.
 */
import type { Block } from '../model/architecture/blocks.ts';
import type { BlockId, Graph, Shape } from '../model/architecture/graph.ts';
import { inferShapes } from '../model/architecture/shapes.ts';
import { afterTile, flow, lead, margin, plusRadius, type Flow, type Placed } from './flow.ts';
import { roundedPath, type Box, type Point } from './geometry.ts';
import { layoutOperations, type OperationsLayout } from './layoutOperations.ts';
import { outline, skipOf, type Section, type Unit } from './outline.ts';

/** What the layout needs to know of a graph; worked out once per graph. */
export interface Network {
  readonly graph: Graph;
  readonly sections: readonly Section[];
  readonly shapes: ReadonlyMap<string, Shape>;
  /** The blocks before interventions took something away; absent where there are none. */
  readonly trained?: ReadonlyMap<BlockId, Block>;
}

export function network(graph: Graph): Network {
  return { graph, sections: outline(graph), shapes: inferShapes(graph) };
}

export interface UnitLayout {
  readonly unit: Unit;
  readonly section: Section;
  /** The tile that shows the unit's output; smaller where the resolution is. */
  readonly tile: Box;
  /** Sheets drawn behind the tile: more where there are more channels. */
  readonly sheets: number;
  /** All that belongs to the unit, for pointing. */
  readonly slot: Box;
  /** Middle of the baseline of its name. */
  readonly label: Point;
  readonly plus: Point | null;
  /** The main line through the unit: into the tile, and from it to the sum or on. */
  readonly branch: string;
  readonly skip: SkipLayout | null;
  /** The residual branch has been taken away. */
  readonly removed?: true;
}

export interface SkipLayout {
  readonly kind: 'identity' | 'projection';
  readonly path: string;
  /** Middle of its upper edge, where a projection has its mark. */
  readonly mark: Point;
  /** It has been taken away. */
  readonly cut?: true;
}

export interface SectionLayout {
  readonly section: Section;
  /** Start of the baseline of its name; its shape stands one text line below. */
  readonly label: Point;
}

/** The band below a line with the operations of its open unit. */
export interface OpenedLayout {
  readonly unit: Unit;
  readonly frame: Box;
  /** Where the frame points up to the unit's tile. */
  readonly notch: number;
  /** Where the operations' own coordinates begin. */
  readonly origin: Point;
  readonly operations: OperationsLayout;
}

export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  readonly sections: readonly SectionLayout[];
  readonly units: readonly UnitLayout[];
  /** The main line between units, in order. */
  readonly trunk: readonly string[];
  readonly opened: OpenedLayout | null;
}

/** Radius of the corners of lines. */
const corner = 10;
/** How far each sheet stands out behind the next. */
export const sheetStep = 2.5;
const mostSheets = 5;
/** Heights of what stands above and below a line's tiles. */
const heights = { sectionName: 38, noSectionName: 12, skip: 14, name: 20, gap: 18 };
const band = { above: 10, padding: 12, title: 30 };

/** The whole map at a width (in pixels), with one unit open or none. */
export function layoutNetwork(
  network: Network,
  { width, open = null }: { width: number; open?: string | null },
): NetworkLayout {
  const { sections, shapes, graph } = network;
  const flowed = flow(sections, width);
  const openPlace = flowed.placed.find(({ unit }) => unit.id === open && unit.kind !== 'input');
  const operations =
    openPlace &&
    layoutOperations(openPlace.unit, graph, shapes, width - 2 * (margin + band.padding), network.trained);
  const bandHeight = operations ? band.above + band.title + operations.height + band.padding : 0;
  const lines = linesOf(flowed, (line) => (line === openPlace?.line ? bandHeight : 0));
  const units = placeUnits(network, flowed, lines);
  const bandTop = openPlace ? lines[openPlace.line].bottom + band.above : 0;
  return {
    width,
    height: lines.at(-1)!.end,
    sections: sections.map((section) => {
      const { x, y } = units.find((unit) => unit.section === section)!.slot;
      return { section, label: { x: x + lead, y: y - heights.sectionName + 14 } };
    }),
    units,
    trunk: flowed.placed
      .slice(1)
      .map((next, i) => trunkPath(flowed.placed[i], next, flowed.slot, lines, width)),
    opened:
      operations && openPlace
        ? {
            unit: openPlace.unit,
            frame: { x: margin, y: bandTop, width: width - 2 * margin, height: bandHeight - band.above },
            notch: openPlace.x + (flowed.slot - 2 * plusRadius) / 2,
            origin: { x: margin + band.padding, y: bandTop + band.title },
            operations,
          }
        : null,
  };
}

interface Line {
  /** Middle of its tiles, where the main line runs. */
  readonly middle: number;
  readonly top: number;
  /** Below the names of its units. */
  readonly bottom: number;
  /** Below its band, where it has one. */
  readonly end: number;
}

function linesOf({ placed, tile }: Flow, bandOf: (line: number) => number): readonly Line[] {
  const lines: Line[] = [];
  for (const { line, section, unit } of placed) {
    const startsSection = section.units[0] === unit;
    if (lines[line]) continue;
    const top = line === 0 ? 0 : lines[line - 1].end + heights.gap;
    const above = (startsSection ? heights.sectionName : heights.noSectionName) + heights.skip;
    const bottom = top + above + tile + heights.name;
    lines.push({ top, middle: top + above + tile / 2, bottom, end: bottom + bandOf(line) });
  }
  return lines;
}

function placeUnits(
  { shapes, trained }: Network,
  { placed, tile, slot }: Flow,
  lines: readonly Line[],
): UnitLayout[] {
  const outputs = placed
    .filter(({ unit }) => unit.kind !== 'input')
    .map(({ unit }) => shapes.get(unit.output)!);
  const maps = outputs.filter(({ length }) => length === 3);
  const shareOfSide = resolutionShare(maps.map(([height]) => height));
  const leastChannels = Math.min(...maps.map((shape) => shape[2]));

  return placed.map(({ unit, section, x, line }) => {
    const { middle } = lines[line];
    const shape = shapes.get(unit.output)!;
    const isMap = shape.length === 3;
    const share = isMap && unit.kind !== 'input' ? shareOfSide(shape[0]) : 1;
    const height = tile * share;
    const width = isMap ? height : tile * 0.6;
    const box = {
      x: x + (slot - 2 * plusRadius + lead - afterTile - width) / 2,
      y: middle - height / 2,
      width,
      height,
    };
    const top = middle - tile / 2 - heights.skip;
    const plus = unit.block ? { x: x + slot - plusRadius, y: middle } : null;
    const end = plus ? plus.x - plusRadius : x + slot;
    // Nothing comes before the picture or after the head.
    const before = unit.kind === 'input' ? '' : `M${x},${middle}H${box.x}`;
    const after = unit.kind === 'head' ? '' : `M${box.x + width},${middle}H${end}`;
    return {
      unit,
      section,
      tile: box,
      sheets:
        isMap && unit.kind !== 'input'
          ? Math.min(mostSheets, Math.round(Math.log2(shape[2] / leastChannels)))
          : 0,
      slot: { x, y: top, width: slot, height: heights.skip + tile + heights.name },
      label: { x: box.x + width / 2, y: middle + tile / 2 + 15 },
      plus,
      branch: before + after,
      skip: plus && unit.block ? skipLayout(skipOf(unit.block, trained), { x, y: middle }, plus, top) : null,
      ...(unit.block?.branchEnd === null && { removed: true as const }),
    };
  });
}

/** Share of a tile's full side that a map of some height gets: a halving of the resolution is one even step. */
function resolutionShare(all: readonly number[]): (height: number) => number {
  const least = Math.min(...all);
  const most = Math.max(...all);
  if (!(most > least)) return () => 1;
  return (height) => 0.7 + (0.3 * Math.log(height / least)) / Math.log(most / least);
}

function skipLayout(
  { kind, cut }: ReturnType<typeof skipOf>,
  from: Point,
  plus: Point,
  top: number,
): SkipLayout | null {
  if (kind === 'none') return null;
  const bends = [from, { x: from.x, y: top }, { x: plus.x, y: top }, { x: plus.x, y: plus.y - plusRadius }];
  return {
    kind,
    path: roundedPath(bends, corner),
    mark: { x: (from.x + plus.x) / 2, y: top },
    ...(cut && { cut }),
  };
}

/** From one unit to the next: along the line, or down and back to the start of the next line. */
function trunkPath(last: Placed, next: Placed, slot: number, lines: readonly Line[], width: number): string {
  const line = lines[last.line];
  const from = { x: last.x + slot, y: line.middle };
  const to = { x: next.x, y: lines[next.line].middle };
  if (next.line === last.line) return `M${from.x},${from.y}H${to.x}`;
  const turn = lines[next.line].top - heights.gap / 2 + 2;
  const hasBand = line.end > line.bottom;
  const right = hasBand ? width - 1 : Math.min(width - 1, from.x + corner);
  const left = 1;
  const bends = [
    from,
    { x: right, y: from.y },
    { x: right, y: turn },
    { x: left, y: turn },
    { x: left, y: to.y },
    to,
  ];
  return roundedPath(bends, corner);
}

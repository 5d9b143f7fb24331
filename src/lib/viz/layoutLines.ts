/** The map as lines of tiles: every block one, or every stage one. */
import {
  afterTile,
  flow,
  lead,
  margin,
  plusRadius,
  type Flow,
  type FlowedSection,
  type Placed,
} from './flow.ts';
import { roundedPath, type Point } from './geometry.ts';
import { layoutOperations } from './layoutOperations.ts';
import type {
  LayoutOptions,
  Network,
  NetworkLayout,
  OpenedLayout,
  RepeatLayout,
  SkipLayout,
  UnitLayout,
} from './layout.ts';
import { skipOf } from './outline.ts';
import type { Repeat } from './repeats.ts';
import { tileShapes } from './tileShape.ts';

/** Radius of the corners of lines. */
const corner = 10;
/** Heights of what stands above and below a line's tiles. */
const heights = {
  sectionName: 38,
  foldedName: 48,
  noSectionName: 12,
  skip: 14,
  name: 20,
  figure: 20,
  repeat: 18,
  gap: 18,
};
/** Of the frame around operations, inside. */
export const band = { above: 10, padding: 12, title: 30 };

export function layoutLines(
  network: Network,
  { width, level, open, withFigures }: Required<LayoutOptions>,
): NetworkLayout {
  const isFolded = level === 'network';
  const sections = network.sections.map((section): FlowedSection => ({
    section,
    units: isFolded ? section.units.slice(-1) : section.units,
  }));
  const flowed = isFolded
    ? flow(sections, width, { usualLine: sections.length, gap: 0 })
    : flow(sections, width);
  const openPlace = isFolded
    ? undefined
    : flowed.placed.find(({ unit }) => unit.id === open && unit.kind !== 'input');
  const operations =
    openPlace && layoutOperations(openPlace.unit, network, width - 2 * (margin + band.padding), withFigures);
  const bandHeight = operations ? band.above + band.title + operations.height + band.padding : 0;
  const repeated = new Set(isFolded ? [] : network.repeats.flatMap(({ units }) => units));
  const sectionName = isFolded ? heights.foldedName : heights.sectionName;
  const lines = linesOf(flowed, {
    sectionName,
    figure: withFigures ? heights.figure : 0,
    repeat: (line) =>
      flowed.placed.some((place) => place.line === line && repeated.has(place.unit)) ? heights.repeat : 0,
    band: (line) => (line === openPlace?.line ? bandHeight : 0),
  });
  const units = placeUnits(network, flowed, lines, { isFolded, withFigures });
  const opened: OpenedLayout[] = [];
  if (operations && openPlace) {
    const y = lines[openPlace.line].bottom + band.above;
    opened.push({
      unit: openPlace.unit,
      frame: { x: margin, y, width: width - 2 * margin, height: bandHeight - band.above },
      notch: openPlace.x + (flowed.slot - 2 * plusRadius) / 2,
      title: { x: margin + band.padding, y: y + 22 },
      origin: { x: margin + band.padding, y: y + band.title },
      operations,
    });
  }
  return {
    level,
    width,
    height: lines.at(-1)!.end,
    sections: network.sections.map((section) => {
      const { x, y } = units.find((unit) => unit.section === section)!.slot;
      return { section, label: { x: x + lead, y: y - sectionName + 14 } };
    }),
    units,
    repeats: isFolded ? [] : network.repeats.map((repeat) => bracket(repeat, flowed, lines)),
    trunk: flowed.placed
      .slice(1)
      .map((next, i) => trunkPath(flowed.placed[i], next, flowed.slot, lines, width)),
    opened,
  };
}

interface Line {
  /** Middle of its tiles, where the main line runs. */
  readonly middle: number;
  readonly top: number;
  /** Below the names of its units, and what else stands there. */
  readonly bottom: number;
  /** Below its band, where it has one. */
  readonly end: number;
}

interface Extra {
  readonly sectionName: number;
  readonly figure: number;
  repeat(line: number): number;
  band(line: number): number;
}

function linesOf({ placed, tile }: Flow, extra: Extra): readonly Line[] {
  const lines: Line[] = [];
  for (const { line, section, unit } of placed) {
    const startsSection = placed.find((one) => one.section === section)?.unit === unit;
    if (lines[line]) continue;
    const top = line === 0 ? 0 : lines[line - 1].end + heights.gap;
    const above = (startsSection ? extra.sectionName : heights.noSectionName) + heights.skip;
    const bottom = top + above + tile + heights.name + extra.figure + extra.repeat(line);
    lines.push({ top, middle: top + above + tile / 2, bottom, end: bottom + extra.band(line) });
  }
  return lines;
}

function placeUnits(
  network: Network,
  { placed, tile, slot }: Flow,
  lines: readonly Line[],
  { isFolded, withFigures }: { isFolded: boolean; withFigures: boolean },
): UnitLayout[] {
  const shapeOf = tileShapes(network);
  return placed.map(({ unit, section, x, line }) => {
    const { middle } = lines[line];
    const { sheets, ...share } = shapeOf(unit);
    const height = tile * share.height;
    const width = tile * share.width;
    const box = {
      x: x + (slot - 2 * plusRadius + lead - afterTile - width) / 2,
      y: middle - height / 2,
      width,
      height,
    };
    const top = middle - tile / 2 - heights.skip;
    const below = middle + tile / 2;
    const plus = unit.block ? { x: x + slot - plusRadius, y: middle } : null;
    const end = plus ? plus.x - plusRadius : x + slot;
    // Nothing comes before the picture or after the head.
    const before = unit.kind === 'input' ? '' : `M${x},${middle}H${box.x}`;
    const after = unit.kind === 'head' ? '' : `M${box.x + width},${middle}H${end}`;
    const figureHeight = withFigures ? heights.figure : 0;
    return {
      unit,
      section,
      ...(isFolded && section.kind === 'stage' && { folded: section.units }),
      tile: box,
      sheets,
      slot: { x, y: top, width: slot, height: heights.skip + tile + heights.name + figureHeight },
      label: { x: box.x + width / 2, y: below + 15 },
      figure: withFigures
        ? { x: box.x + (width - tile) / 2, y: below + heights.name, width: tile, height: heights.figure }
        : null,
      plus,
      branch: before + after,
      skip:
        plus && unit.block
          ? skipLayout(skipOf(unit.block, network.trained), { x, y: middle }, plus, top)
          : null,
      ...(unit.block?.branchEnd === null && { removed: true as const }),
    };
  });
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

/** A bracket below the names of blocks that are built alike, a stroke for each line that they stand on. */
function bracket(repeat: Repeat, { placed, slot }: Flow, lines: readonly Line[]): RepeatLayout {
  const places = placed.filter(({ unit }) => repeat.units.includes(unit));
  const strokes = [...new Set(places.map(({ line }) => line))].map((line) => {
    const own = places.filter((place) => place.line === line);
    const y = lines[line].bottom - heights.repeat;
    return { from: own[0].x + lead, to: own.at(-1)!.x + slot - 2 * plusRadius, y };
  });
  const longest = strokes.reduce((best, stroke) =>
    stroke.to - stroke.from > best.to - best.from ? stroke : best,
  );
  return {
    repeat,
    paths: strokes.map(({ from, to, y }) => `M${from},${y + 1}v4H${to}v-4`),
    label: { x: (longest.from + longest.to) / 2, y: longest.y + 9 },
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

/** Units over the lines of the map, as words over the lines of a page. */
import type { Section, Unit } from './outline.ts';

/** Lengths of what stands beside a tile on its line: the way to it, the way from it, and the sum. */
export const plusRadius = 9;
export const lead = 9;
export const afterTile = 7;
const beside = lead + afterTile + 2 * plusRadius;

/** Room at both sides of the map, in which the main line turns from line to line. */
export const margin = 10;
const sectionGap = 14;

/** ResNet-50's longest stage has six blocks. */
const longestStage = 6;
const leastTileInUsualLine = 40;
const leastTile = 48;
const most = { tile: 112, slot: 176 };

/** The units that a section is drawn with. */
export interface FlowedSection {
  readonly section: Section;
  readonly units: readonly Unit[];
}

export interface Placed {
  readonly unit: Unit;
  readonly section: Section;
  readonly x: number;
  readonly line: number;
}

export interface Flow {
  /** Side of a tile, and the length of line that a unit takes. */
  readonly tile: number;
  readonly slot: number;
  readonly placed: readonly Placed[];
}

/**
 * Each section whole on a line where it fits, else on lines of nearly the same number of units.
 * @param usualLine units that stand in one line where that is possible
 * @param gap room between sections
 */
export function flow(
  sections: readonly FlowedSection[],
  width: number,
  { usualLine = longestStage, gap = sectionGap } = {},
): Flow {
  const room = width - 2 * margin;
  const isUsual = room >= usualLine * (leastTileInUsualLine + beside);
  const fitting = isUsual ? usualLine : Math.max(1, Math.floor(room / (leastTile + beside)));
  const slot = Math.min(most.slot, Math.floor(room / fitting));
  const tile = Math.min(most.tile, slot - beside);
  const perLine = Math.max(fitting, Math.floor(room / slot));

  const placed: Placed[] = [];
  let line = 0;
  let x = margin;
  const newLine = () => {
    line++;
    x = margin;
  };
  for (const { section, units } of sections) {
    const lines = Math.ceil(units.length / perLine);
    if (x > margin && (lines > 1 || x + units.length * slot > width - margin)) newLine();
    const inOneLine = Math.ceil(units.length / lines);
    units.forEach((unit, i) => {
      if (i > 0 && i % inOneLine === 0) newLine();
      placed.push({ unit, section, x, line });
      x += slot;
    });
    // Only where it does not push what follows from the line.
    x += Math.min(gap, Math.max(0, width - margin - x - slot));
  }
  return { tile, slot, placed };
}

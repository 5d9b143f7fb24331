/** A few residual blocks in a row, drawn so that every path through them can be followed: places and lines. */
import type { Block } from '../model/architecture/blocks.ts';

export interface UnravelledBlock {
  readonly id: string;
  /** Whether the shortcut is a projection, with weights of its own, and not the identity. */
  readonly projects: boolean;
  /** The branch's way, through its box in the row. */
  readonly branch: string;
  readonly box: Box;
  /** The shortcut's way, outside the row, and the box of its projection. */
  readonly shortcut: string;
  readonly projection: Box | null;
  /** Where both meet. */
  readonly plus: { readonly x: number; readonly y: number };
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Unravelled {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly UnravelledBlock[];
  /** Lines that every path takes: into the first block, and between a sum and the next block. */
  readonly common: readonly string[];
  readonly radius: number;
}

const step = 120;
const margin = 26;
const radius = 9;
const row = 34;
const box = { width: 54, height: 30 };
const around = 82;
/** Wide enough for the word in it. */
const projectionWidth = 66;

/** @param blocks whole ones, in order */
export function unravelled(blocks: readonly Block[]): Unravelled {
  const placed = blocks.map(({ id, shortcutNodes }, i): UnravelledBlock => {
    const from = margin + i * step;
    const to = from + step - margin;
    const middle = (from + to) / 2;
    const projects = shortcutNodes.length > 0;
    return {
      id,
      projects,
      branch: `M${from},${row}H${to - radius}`,
      box: { x: middle - box.width / 2, y: row - box.height / 2, ...box },
      shortcut: `M${from},${row}V${around - 10}q0,10 10,10H${to - 10}q10,0 10,-10V${row + radius}`,
      projection: projects
        ? {
            x: middle - projectionWidth / 2,
            y: around - box.height / 2 + 4,
            width: projectionWidth,
            height: box.height - 8,
          }
        : null,
      plus: { x: to, y: row },
    };
  });
  const starts = placed.map((_, i) => margin + i * step);
  const width = margin + blocks.length * step;
  return {
    width,
    height: around + box.height / 2,
    blocks: placed,
    common: [0, ...placed.map(({ plus }) => plus.x + radius)].map(
      (from, i) => `M${from},${row}H${starts[i] ?? width}`,
    ),
    radius,
  };
}

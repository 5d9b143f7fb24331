/** Rectangles and the few curves of which diagrams are made. Pure; lengths in pixels at a scale of 1. */
import { pathRound } from 'd3';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest box that holds all of them. */
export function unionOf(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** A path through points, its corners rounded; `radius` shrinks where two points are close. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const drawn = pathRound(2);
  points.forEach(({ x, y }, i) => {
    const previous = points[i - 1];
    const next = points[i + 1];
    if (!previous) drawn.moveTo(x, y);
    else if (!next) drawn.lineTo(x, y);
    else {
      const reach = Math.min(
        radius,
        Math.hypot(x - previous.x, y - previous.y) / 2,
        Math.hypot(next.x - x, next.y - y) / 2,
      );
      drawn.arcTo(x, y, next.x, next.y, reach);
    }
  });
  return drawn.toString();
}

/** Side by side from `start` on: the start of each length, `gap` between them. */
export function sideBySide(lengths: readonly number[], start: number, gap: number): number[] {
  let at = start;
  return lengths.map((length) => {
    const here = at;
    at += length + gap;
    return here;
  });
}

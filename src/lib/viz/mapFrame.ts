/**
 * A map laid over its picture without enlarging anything: rectangles in the picture's pixels, of which pixel i reaches
 * from i to i + 1. Position i of a map is centred on the middle of pixel centre + jump · i (`receptiveField.ts`), so the
 * 7 × 7 cells of ResNet-50's last block hang 15.5 pixels over the upper and left borders.
 */
import type { Box as PixelBox } from '../model/architecture/receptiveField.ts';
import type { ReceptiveField } from '../model/architecture/window.ts';
import type { Place } from './addition.ts';
import type { Box } from './geometry.ts';

export type MapGeometry = Pick<ReceptiveField, 'jump' | 'centre'>;

interface Size {
  readonly height: number;
  readonly width: number;
}

/** The whole map. */
export function mapBox({ height, width }: Size, geometry: MapGeometry): Box {
  const corner = cellBox({ row: 0, column: 0 }, geometry);
  return { ...corner, width: geometry.jump * width, height: geometry.jump * height };
}

/** One position's cell. */
export function cellBox({ row, column }: Place, { jump, centre }: MapGeometry): Box {
  const start = (position: number) => centre + 0.5 + jump * (position - 0.5);
  return { x: start(column), y: start(row), width: jump, height: jump };
}

/** Several positions of a map: those of a window. */
export function windowBox({ top, left, height, width }: PixelBox, geometry: MapGeometry): Box {
  const corner = cellBox({ row: top, column: left }, geometry);
  return { ...corner, width: geometry.jump * width, height: geometry.jump * height };
}

/** Whole pixels. */
export const pixelBox = ({ top, left, height, width }: PixelBox): Box => ({ x: left, y: top, width, height });

/** The smallest rectangle round several. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** The position whose cell holds a point; null for a point beside the map. */
export function positionAt(point: { x: number; y: number }, size: Size, geometry: MapGeometry): Place | null {
  const map = mapBox(size, geometry);
  const column = Math.floor((point.x - map.x) / geometry.jump);
  const row = Math.floor((point.y - map.y) / geometry.jump);
  const isInside = row >= 0 && column >= 0 && row < size.height && column < size.width;
  return isInside ? { row, column } : null;
}

/** Lines between the cells, as a path. */
export function gridPath(size: Size, geometry: MapGeometry): string {
  const { x, y, width, height } = mapBox(size, geometry);
  const inner = (count: number) => Array.from({ length: count - 1 }, (_, i) => geometry.jump * (i + 1));
  return [
    ...inner(size.width).map((at) => `M${x + at},${y}v${height}`),
    ...inner(size.height).map((at) => `M${x},${y + at}h${width}`),
  ].join('');
}

/**
 * What of the map is seen: a transform (scale and shift, d3's) from the layout's coordinates to those of a window in
 * which it is shown. Pure functions; lengths in pixels.
 */
import { zoomIdentity, ZoomTransform } from 'd3';
import { unionOf, type Box, type Point } from './geometry.ts';
import type { NetworkLayout } from './layout.ts';
import type { MapLevel } from './levels.ts';
import { operationItem, sectionItem, unitItem } from './tree.ts';

export type MapTransform = ZoomTransform;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Smallest and largest scale on each level; beyond them begins the next level, where there is one. */
export const scales: Readonly<Record<MapLevel, { readonly least: number; readonly most: number }>> = {
  network: { least: 1, most: 1.6 },
  blocks: { least: 1, most: 2.4 },
  operations: { least: 0.6, most: 4 },
};

/** What moves the map, for those who draw it and hear of wheel, fingers and keys. */
export interface MapCamera {
  readonly layout: NetworkLayout;
  readonly window: Size;
  readonly transform: MapTransform;
  /** The last move was a leap, not one that follows a hand. */
  readonly leaps: boolean;
  /** The width that the page gives the map. */
  resize(width: number): void;
  /** Larger (above 1) or smaller about a point of the window, its middle if none is given; over levels where one ends. */
  zoomBy(factor: number, point?: Point): void;
  /** One step of a button or a key. */
  zoomStep(direction: 1 | -1): void;
  /** As a hand drags it. False when it is at its end and does not move. */
  shiftBy(dx: number, dy: number): boolean;
  /** The level as a whole. */
  fit(): void;
  /** To the inside of an item of the tree. */
  enter(item: string): void;
  /** Brings an item into the window, at once. False when it is there already. */
  reveal(item: string): boolean;
}

/** The whole map, or its beginning. */
export const wholeMap: MapTransform = zoomIdentity;

/** The nearest transform with which the map fills the window, or stands in its middle where it is smaller. */
export function within(transform: MapTransform, map: Size, window: Size): MapTransform {
  const along = (shift: number, length: number, room: number) =>
    length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, shift));
  const x = along(transform.x, map.width * transform.k, window.width);
  const height = map.height * transform.k;
  // What is lower than the window begins at its top.
  const y = height <= window.height ? 0 : along(transform.y, height, window.height);
  return x === transform.x && y === transform.y ? transform : new ZoomTransform(transform.k, x, y);
}

/** At another scale, with what is at `point` of the window staying there. */
export function scaledAt(transform: MapTransform, k: number, point: Point): MapTransform {
  const [x, y] = transform.invert([point.x, point.y]);
  return new ZoomTransform(k, point.x - x * k, point.y - y * k);
}

export function shiftedBy(transform: MapTransform, dx: number, dy: number): MapTransform {
  return new ZoomTransform(transform.k, transform.x + dx, transform.y + dy);
}

/** With a point of the map in the middle of the window. */
export function centredOn(point: Point, k: number, window: Size): MapTransform {
  return new ZoomTransform(k, window.width / 2 - point.x * k, window.height / 2 - point.y * k);
}

/** A box in the middle of the window, as large as fits within the level's scales. */
export function framing(box: Box, level: MapLevel, window: Size): MapTransform {
  const { least, most } = scales[level];
  const room = 0.92;
  const fitting = Math.min((window.width * room) / box.width, (window.height * room) / box.height);
  const k = Math.max(Math.max(least, 1), Math.min(most, fitting));
  return centredOn(middleOf(box), k, window);
}

/** The smallest shift that brings a box into the window, with some air; its start where it is too large for it. */
export function revealing(transform: MapTransform, box: Box, window: Size, air = 8): MapTransform {
  const along = (start: number, length: number, room: number) => {
    if (start < air) return air - start;
    if (start + length > room - air) return Math.max(room - air - start - length, air - start);
    return 0;
  };
  const { x, y, k } = transform;
  const dx = along(box.x * k + x, box.width * k, window.width);
  const dy = along(box.y * k + y, box.height * k, window.height);
  return dx === 0 && dy === 0 ? transform : shiftedBy(transform, dx, dy);
}

export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where each item of the tree stands on the map; see `tree.ts` for their ids. */
export function itemBoxes(layout: NetworkLayout): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  const frames = new Map(layout.opened.map(({ unit, frame }) => [unit, frame]));
  for (const place of layout.sections) {
    const { section } = place;
    const own = layout.units.filter((one) => one.section === section);
    boxes.set(
      sectionItem(section.id),
      unionOf([titleBox(place), ...own.flatMap(({ unit, slot }) => [slot, frames.get(unit) ?? slot])]),
    );
  }
  for (const { unit, slot, folded } of layout.units) {
    const frame = frames.get(unit);
    if (!folded) boxes.set(unitItem(unit.id), frame ? unionOf([slot, frame]) : slot);
  }
  for (const { origin, operations } of layout.opened) {
    for (const { node, box } of operations.operations) {
      boxes.set(operationItem(node.id), { ...box, x: box.x + origin.x, y: box.y + origin.y });
    }
  }
  return boxes;
}

/** What has to be seen of an item that has the focus: of a unit its tile, of a stage its name. */
export function focusBox(layout: NetworkLayout, id: string): Box | null {
  const unit = layout.units.find((place) => !place.folded && unitItem(place.unit.id) === id);
  if (unit) return unit.slot;
  const section = layout.sections.find((place) => sectionItem(place.section.id) === id);
  const isFolded = layout.units.some((place) => place.folded && place.section === section?.section);
  if (section && !isFolded) return titleBox(section);
  return itemBoxes(layout).get(id) ?? null;
}

const titleBox = ({ label }: NetworkLayout['sections'][number]): Box => ({
  x: label.x - 5,
  y: label.y - 14,
  width: 96,
  height: 34,
});

/** The item, of one of the kinds, that a point of the map is in or nearest to. */
export function itemAt(
  boxes: ReadonlyMap<string, Box>,
  point: Point,
  kinds: readonly ('section' | 'unit' | 'node')[],
): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const [id, box] of boxes) {
    if (!kinds.some((kind) => id.startsWith(`${kind} `))) continue;
    const dx = Math.max(box.x - point.x, 0, point.x - box.x - box.width);
    const dy = Math.max(box.y - point.y, 0, point.y - box.y - box.height);
    const distance = Math.hypot(dx, dy);
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}

/**
 * The transform on another level's layout with which what is at `point` of the window stays there: the same place
 * within the same unit, or within the same section where a level has only those.
 */
export function acrossLevels(
  from: { readonly layout: NetworkLayout; readonly transform: MapTransform },
  to: { readonly layout: NetworkLayout; readonly k: number },
  point: Point,
): MapTransform {
  const [x, y] = from.transform.invert([point.x, point.y]);
  const before = itemBoxes(from.layout);
  const after = itemBoxes(to.layout);
  const common = new Map([...before].filter(([id]) => after.has(id) && !id.startsWith('node ')));
  const units = new Map([...common].filter(([id]) => id.startsWith('unit ')));
  const hasUnits = from.layout.level !== 'network' && to.layout.level !== 'network';
  const id = itemAt(hasUnits ? units : common, { x, y }, ['unit', 'section'])!;
  const a = before.get(id)!;
  const b = after.get(id)!;
  const share = (at: number, start: number, length: number) =>
    Math.max(0, Math.min(1, (at - start) / length));
  const target = {
    x: b.x + share(x, a.x, a.width) * b.width,
    y: b.y + share(y, a.y, a.height) * b.height,
  };
  return new ZoomTransform(to.k, point.x - target.x * to.k, point.y - target.y * to.k);
}

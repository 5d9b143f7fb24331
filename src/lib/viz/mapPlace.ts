/** Where on the map a reader is, in words that mean the same at every width: for links. */
import type { Box } from './geometry.ts';
import { mapLevels, type MapLevel } from './levels.ts';
import { itemAt, middleOf, scales, type MapTransform, type Size } from './mapView.ts';
import { operationItem, sectionItem, unitItem } from './tree.ts';

export interface MapPlace {
  readonly level: MapLevel;
  /** The stage, block or node in the middle; null for the level as a whole. */
  readonly centre: string | null;
  /** 1 when `centre` is null. */
  readonly scale: number;
}

export const wholePlace = (level: MapLevel): MapPlace => ({ level, centre: null, scale: 1 });

/** The item that a place is named after; null when the map has none of that name. */
export function itemNamed(boxes: ReadonlyMap<string, Box>, name: string): string | null {
  return [unitItem(name), sectionItem(name), operationItem(name)].find((id) => boxes.has(id)) ?? null;
}

/** The place that is seen. */
export function placeOf(
  level: MapLevel,
  transform: MapTransform,
  boxes: ReadonlyMap<string, Box>,
  window: Size,
): MapPlace {
  const scale = Math.round(transform.k * 100) / 100;
  if (scale === 1 && transform.y === 0) return wholePlace(level);
  const [x, y] = transform.invert([window.width / 2, window.height / 2]);
  const kinds = level === 'operations' ? (['node'] as const) : (['unit', 'section'] as const);
  // The nearest middle: in a card several things hold the point.
  const middles = new Map([...boxes].map(([id, box]) => [id, { ...middleOf(box), width: 0, height: 0 }]));
  const item = itemAt(middles, { x, y }, kinds);
  return item === null ? wholePlace(level) : { level, centre: item.slice(item.indexOf(' ') + 1), scale };
}

/** 'operations,res4d_branch2b,1.6'; the whole of a level is its name. */
export function formatPlace({ level, centre, scale }: MapPlace): string {
  return [level, ...(centre === null ? [] : [centre, ...(scale === 1 ? [] : [String(scale)])])].join();
}

/** `undefined` for what names no place. */
export function parsePlace(text: string): MapPlace | undefined {
  const [levelText, centre, scaleText, ...rest] = text.split(',');
  const level = mapLevels.find((one) => one === levelText);
  if (!level || rest.length > 0) return undefined;
  if (centre === undefined) return wholePlace(level);
  if (!/^\w{1,40}$/.test(centre)) return undefined;
  if (scaleText === undefined) return { level, centre, scale: 1 };
  const scale = /^\d(\.\d{1,2})?$/.test(scaleText) ? Number(scaleText) : NaN;
  const { least, most } = scales[level];
  return scale >= least && scale <= most ? { level, centre, scale } : undefined;
}

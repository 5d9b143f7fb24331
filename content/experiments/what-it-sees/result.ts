import type { AttributionMap } from '../../../src/lib/model/protocol.ts';
import { cellsApart, correlation } from '../../../src/lib/viz/mapMeasures.ts';
import { summarise } from '../../../src/lib/viz/overlay.ts';

/** A class's map over one picture. */
export interface Seen {
  readonly label: string;
  readonly probability: number;
  /** Over the 49 places; with the bias it is the logit. */
  readonly mean: number;
  readonly bias: number;
  readonly logit: number;
  /** The pixel in the middle of the place where the map is largest; the place itself. */
  readonly at: { readonly x: number; readonly y: number };
  readonly peak: { readonly row: number; readonly column: number };
  /** Of what is positive in the map, in the box of the middle; of the picture, that the box takes up. */
  readonly share: number;
  readonly area: number;
}

export interface Result {
  /** A sample's id, or the name of the reader's file. */
  readonly picture: string;
  readonly classes: readonly [Seen, Seen];
  /** Cells between the two largest places. */
  readonly apart: number;
  /** Of the two maps' values. */
  readonly correlation: number;
}

export interface ClassMap {
  readonly label: string;
  readonly probability: number;
  readonly map: Pick<AttributionMap, 'height' | 'width' | 'head'> & { readonly values: ArrayLike<number> };
}

/** As the network gives it. */
export interface LiveMap extends ClassMap {
  readonly map: AttributionMap;
}

/** Positions of ResNet-50's last block: `receptiveField.ts`. */
export const geometry = { jump: 32, centre: 0 };
export const side = 224;

/** Null for a class whose map is nowhere positive. */
function seen({ label, probability, map }: ClassMap): Seen | null {
  const summary = summarise(map, geometry, side);
  if (!summary || !map.head) return null;
  const { at, peak, share, area } = summary;
  const values = Array.from(map.values);
  return {
    label,
    probability,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    ...map.head,
    at,
    peak: { row: peak.row, column: peak.column },
    share,
    area,
  };
}

export function resultOf(picture: string, [first, second]: readonly [ClassMap, ClassMap]): Result | null {
  const classes = [seen(first), seen(second)] as const;
  if (!classes[0] || !classes[1]) return null;
  return {
    picture,
    classes: [classes[0], classes[1]],
    apart: cellsApart(classes[0].peak, classes[1].peak),
    correlation: correlation(first.map.values, second.map.values),
  };
}

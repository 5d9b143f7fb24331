/** What one cell of a node's map reads, for drawings: one layer back, and of the picture. */
import type { Graph, Shape } from '../model/architecture/graph.ts';
import { boundingBox, extent, reachablePixels, windowBack } from '../model/architecture/reads.ts';
import { clipBox, inputBox, type Box } from '../model/architecture/receptiveField.ts';
import { nodesById } from '../model/architecture/subgraph.ts';
import type { ReceptiveField } from '../model/architecture/window.ts';
import type { Place } from './addition.ts';

export interface Reading {
  readonly node: string;
  /** Positions of that node's map; they may lie on the padding. */
  readonly window: Box;
  /** Those that do not; null when all do. */
  readonly inside: Box | null;
  /** Channels that are read: all that the node has, or the same one. */
  readonly channels: number | 'same';
}

export interface CellReach {
  /** One for each input of the node. */
  readonly readings: readonly Reading[];
  /** The smallest box round the pixels that the cell can depend on, and how many these are; null for none. */
  readonly pixels: (Box & { readonly marked: number }) | null;
  /** Side of the square that they would fill if the picture had no borders; null where there is none. */
  readonly unclipped: number | null;
}

export interface Reachable {
  readonly graph: Graph;
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly fields: ReadonlyMap<string, ReceptiveField | null>;
}

export function cellReach({ graph, shapes, fields }: Reachable, id: string, place: Place): CellReach {
  const node = nodesById(graph).get(id)!;
  const mixesChannels = node.kind === 'conv' || node.kind === 'dense' || node.kind === 'softmax';
  const readings = node.inputs.map((input) => {
    const shape = shapes.get(input)!;
    const window = windowBack(node, shape, place);
    const { height, width } = extent(shape);
    return {
      node: input,
      window,
      inside: clipBox(window, height, width),
      channels: mixesChannels ? shape.at(-1)! : ('same' as const),
    };
  });
  const field = fields.get(id);
  return {
    readings,
    pixels: boundingBox(reachablePixels(graph, shapes, id, place)),
    unclipped: field ? inputBox(field, place.row, place.column).height : null,
  };
}

/** First and last row (or column) of a box. */
export const rowsOf = ({ top, height }: Box): [number, number] => [top, top + height - 1];
export const columnsOf = ({ left, width }: Box): [number, number] => [left, left + width - 1];

/**
 * What a position of a value can depend on in the picture: a square, described by three numbers that follow from
 * the kernels, strides and paddings alone. The *theoretical* receptive field; what a trained network makes use of
 * is far smaller (Luo et al. 2016).
 */
import type { Graph, Node } from './graph.ts';
import { windowOf } from './kinds.ts';
import { hull, throughWindow, type ReceptiveField } from './window.ts';

export type { ReceptiveField };

/** Input pixels: rows top … top + height − 1, columns left … left + width − 1. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/**
 * The receptive field of every node. Null where no one square describes all positions: from global pooling on,
 * and where paths of different jumps meet.
 */
export function receptiveFields(graph: Graph): ReadonlyMap<string, ReceptiveField | null> {
  const fields = new Map<string, ReceptiveField | null>();
  for (const node of graph.nodes) {
    const inputs = node.inputs.map((id) => fields.get(id) ?? null);
    fields.set(node.id, node.kind === 'input' ? { size: 1, jump: 1, centre: 0 } : fieldOf(node, inputs));
  }
  return fields;
}

function fieldOf(node: Node, inputs: readonly (ReceptiveField | null)[]): ReceptiveField | null {
  const known = inputs.filter((field) => field !== null);
  const met = known.length < inputs.length ? null : hull(known);
  const window = windowOf(node);
  return met && window !== 'all' ? throughWindow(met, window) : null;
}

/** The square that position (row, column) sees; it may reach beyond the picture, into the padding. */
export function inputBox({ size, jump, centre }: ReceptiveField, row: number, column: number): Box {
  const corner = centre - (size - 1) / 2;
  return { top: corner + jump * row, left: corner + jump * column, height: size, width: size };
}

/** The part of a box that lies on a picture of this height and width; null when none does. */
export function clipBox(box: Box, pictureHeight: number, pictureWidth: number): Box | null {
  const top = Math.max(0, box.top);
  const left = Math.max(0, box.left);
  const height = Math.min(pictureHeight, box.top + box.height) - top;
  const width = Math.min(pictureWidth, box.left + box.width) - left;
  return height > 0 && width > 0 ? { top, left, height, width } : null;
}

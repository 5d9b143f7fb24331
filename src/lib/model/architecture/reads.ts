/**
 * What one position of a value depends on: the window one layer back, and, followed through all layers, the pixels
 * of the picture. Exact, borders and gaps included, where `receptiveField.ts` describes all positions by one square.
 */
import type { Graph, Node, Shape } from './graph.ts';
import { windowOf } from './kinds.ts';
import type { Box } from './receptiveField.ts';
import type { Window } from './window.ts';

/** A position in a map. A vector has the one position (0, 0). */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** Positions of a map: 1 for those that belong, row by row. */
export interface Mask {
  readonly height: number;
  readonly width: number;
  readonly values: Uint8Array;
}

/** Height and width of a value; a vector counts as one position. */
export function extent(shape: Shape): { readonly height: number; readonly width: number } {
  const [height, width] = shape.length === 3 ? shape : [1, 1];
  return { height, width };
}

/** The positions of an input's map that one position of a node's value reads; they may lie on the padding. */
export function windowBack(node: Node, inputShape: Shape, { row, column }: Position): Box {
  const window = windowOf(node);
  if (window === 'all') return { top: 0, left: 0, ...extent(inputShape) };
  const { kernel, stride, padding } = window;
  return { top: row * stride - padding, left: column * stride - padding, height: kernel, width: kernel };
}

/**
 * The pixels that one position of a node's value depends on through the windows of the graph.
 * @param shapes of every node, see `inferShapes`
 */
export function reachablePixels(
  graph: Graph,
  shapes: ReadonlyMap<string, Shape>,
  id: string,
  { row, column }: Position,
): Mask {
  const masks = new Map<string, Mask>();
  const maskOf = (node: string): Mask => {
    let mask = masks.get(node);
    if (!mask) {
      const { height, width } = extent(shapes.get(node)!);
      masks.set(node, (mask = { height, width, values: new Uint8Array(height * width) }));
    }
    return mask;
  };
  const from = graph.nodes.findIndex((node) => node.id === id);
  const start = maskOf(id);
  start.values[row * start.width + column] = 1;
  for (let i = from; i > 0; i--) {
    const node = graph.nodes[i];
    const mask = masks.get(node.id);
    if (!mask) continue;
    for (const input of node.inputs) addReads(windowOf(node), mask, maskOf(input));
  }
  return maskOf(graph.nodes[0].id);
}

/** Marks what the marked positions read: rows first, then columns, as a window is a rectangle. */
function addReads(window: Window | 'all', mask: Mask, into: Mask): void {
  if (window === 'all') {
    if (mask.values.includes(1)) into.values.fill(1);
    return;
  }
  const { kernel, stride, padding } = window;
  const { values, width } = mask;
  if (kernel === 1 && stride === 1 && padding === 0) {
    for (let i = 0; i < values.length; i++) into.values[i] |= values[i];
    return;
  }
  const rows = new Uint8Array(into.height * width);
  for (let y = 0; y < mask.height; y++) {
    const first = Math.max(0, y * stride - padding);
    const last = Math.min(into.height - 1, y * stride - padding + kernel - 1);
    for (let x = 0; x < width; x++) {
      if (!values[y * width + x]) continue;
      for (let row = first; row <= last; row++) rows[row * width + x] = 1;
    }
  }
  for (let row = 0; row < into.height; row++) {
    for (let x = 0; x < width; x++) {
      if (!rows[row * width + x]) continue;
      const first = Math.max(0, x * stride - padding);
      const last = Math.min(into.width - 1, x * stride - padding + kernel - 1);
      for (let column = first; column <= last; column++) into.values[row * into.width + column] = 1;
    }
  }
}

/** The smallest box round the marked positions, and how many there are; null for none. */
export function boundingBox({ height, width, values }: Mask): (Box & { readonly marked: number }) | null {
  let [top, left, bottom, right, marked] = [height, width, -1, -1, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (!values[row * width + column]) continue;
      marked++;
      if (row < top) top = row;
      bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return marked > 0 ? { top, left, height: bottom - top + 1, width: right - left + 1, marked } : null;
}

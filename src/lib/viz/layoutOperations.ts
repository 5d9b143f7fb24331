/**
 * The operations of one unit: the residual branch in one row, the shortcut above it, joined by the sum. Runs from left
 * to right where there is room, else from top to bottom with the shortcut at the right. Local coordinates.
 */
import type { Kind, Node } from '../model/architecture/graph.ts';
import { roundedPath, sideBySide, type Box, type Point } from './geometry.ts';
import type { Network } from './layout.ts';
import { skipOf, type Unit } from './outline.ts';

/** A place for text. */
export type Anchored = Point & { readonly anchor: 'middle' | 'end' };

export type EdgeRole = 'trunk' | 'residual' | 'identity' | 'projection';

export interface OperationLayout {
  readonly node: Node;
  readonly role: EdgeRole;
  readonly box: Box;
  /** Where the value's shape is written; null where the shape is that of the operation before. */
  readonly shape: Anchored | null;
  /** Where a figure of it is written, when there is room for figures. */
  readonly figure: Anchored | null;
}

export interface EdgeLayout {
  readonly role: EdgeRole;
  readonly path: string;
  /** An intervention has taken it away. */
  readonly gone?: true;
}

export interface OperationsLayout {
  readonly direction: 'right' | 'down';
  readonly width: number;
  readonly height: number;
  /** The value that enters, which another unit has made. */
  readonly entry: { readonly node: string; readonly box: Box };
  readonly operations: readonly OperationLayout[];
  readonly edges: readonly EdgeLayout[];
  /** Where the skip comes to the sum, and whether it was cut there; null when there is none. */
  readonly skipEnd: (Point & { readonly cut: boolean }) | null;
  /** Where an identity shortcut is named; null when there is none. */
  readonly identity: Point | null;
}

/** Lengths along a row, by what is written in the box. */
const lengths: Partial<Record<Kind, number>> = { batchNorm: 28, relu: 40, add: 26, softmax: 60, pad: 38 };
const usualLength = 42;
const entryLength = 24;
const thickness = 34;
const sumSide = 26;
const gap = { least: 5, most: 34 };
const row = { skip: 20, branch: 80, alone: 20, shape: 18, figure: 14 };
const column = { pitch: 46, identity: 44, projection: 104, figure: 80, narrow: 190 };
const corner = 12;

const lengthOf = ({ kind }: Node) => lengths[kind] ?? usualLength;

interface Paths {
  readonly entry: string;
  readonly main: readonly Node[];
  readonly shortcut: readonly Node[];
  readonly after: readonly Node[];
  readonly skip: 'identity' | 'projection' | 'none';
  readonly cut: boolean;
  readonly removed: boolean;
}

/** A unit's nodes by path: one after the other on the branch, on the shortcut, and from the sum on. */
function pathsOf(unit: Unit, { trained }: Network): Paths {
  const byId = new Map(unit.nodes.map((node) => [node.id, node]));
  const nodes = (ids: readonly string[]) => ids.map((id) => byId.get(id)!);
  const { block } = unit;
  if (!block) {
    const entry = unit.nodes[0].inputs[0] ?? unit.nodes[0].id;
    return { entry, main: [], shortcut: [], after: unit.nodes, skip: 'none', cut: false, removed: false };
  }
  const { kind, cut } = skipOf(block, trained);
  const sides = new Set([...block.branchNodes, ...block.shortcutNodes]);
  return {
    entry: block.input,
    main: nodes(block.branchNodes),
    shortcut: nodes(block.shortcutNodes),
    after: unit.nodes.filter(({ id }) => !sides.has(id)),
    skip: kind,
    cut,
    removed: block.branchEnd === null,
  };
}

/** @param withFigures whether there is to be room for a figure of every operation */
export function layoutOperations(
  unit: Unit,
  network: Network,
  width: number,
  withFigures = false,
): OperationsLayout {
  const { shapes } = network;
  const { entry, main, shortcut, after, skip, cut, removed } = pathsOf(unit, network);
  const rowNodes = [...main, ...after];
  const rowLengths = [entryLength, ...rowNodes.map(lengthOf)];
  const total = rowLengths.reduce((sum, length) => sum + length, 0);
  const space = (width - total) / (rowLengths.length - 1);
  const isRow = space >= gap.least;

  const isNewShape = (node: Node) =>
    String(shapes.get(node.id)) !== String(shapes.get(node.inputs[0] ?? '')) || node.kind === 'conv';
  const mainRole: EdgeRole = skip === 'none' ? 'trunk' : 'residual';
  const roleOf = (node: Node): EdgeRole => (main.includes(node) ? mainRole : 'trunk');

  // Boxes: along the row, or down the column.
  const between = Math.min(gap.most, space);
  const figureLine = withFigures ? row.figure : 0;
  const middle = skip === 'none' ? row.alone : row.branch + figureLine;
  const starts = sideBySide(rowLengths, 0, between);
  /** Where something stands on the shortcut. */
  const hasBoxes = shortcut.length > 0;
  const laneWidth = skip === 'none' ? 0 : column[hasBoxes ? 'projection' : 'identity'];
  const columnWidth = width - laneWidth;
  const boxAt = (i: number, isSum = false): Box => {
    if (isRow) {
      const side = isSum ? sumSide : thickness;
      return { x: starts[i], y: middle - side / 2, width: rowLengths[i], height: side };
    }
    const y = i * column.pitch;
    return isSum
      ? { x: (columnWidth - sumSide) / 2, y: y + (thickness - sumSide) / 2, width: sumSide, height: sumSide }
      : { x: 0, y, width: columnWidth, height: thickness };
  };
  /** In a narrow column a figure stands above the shape, where else it stands before it. */
  const isStacked = !isRow && withFigures && columnWidth < column.narrow;
  const shapeAt = (box: Box): Anchored =>
    isRow
      ? { x: box.x + box.width / 2, y: box.y + box.height + row.shape - 3, anchor: 'middle' }
      : { x: box.x + box.width - 10, y: box.y + box.height / 2 + (isStacked ? 12 : 4), anchor: 'end' };
  const figureAt = (box: Box, shape: Anchored | null): Anchored | null => {
    if (!withFigures) return null;
    const below = shape ? row.figure : 0;
    if (isRow) return { ...shapeAt(box), y: box.y + thickness + row.shape - 3 + below };
    if (isStacked) return { ...shapeAt(box), y: box.y + box.height / 2 + (shape ? -3 : 4) };
    return { ...shapeAt(box), x: box.x + box.width - 10 - (shape ? column.figure : 0) };
  };

  const entryBox = boxAt(0);
  const rowOperations = rowNodes.map((node, i): OperationLayout => {
    const box = boxAt(i + 1, node.kind === 'add');
    const withShape = node.kind !== 'add' && (isNewShape(node) || !isRow);
    const shape = withShape ? shapeAt(box) : null;
    return {
      node,
      role: roleOf(node),
      box,
      shape,
      figure: node.kind === 'add' ? null : figureAt(box, shape),
    };
  });

  // The shortcut leaves behind the entry and ends at the sum.
  const sum = rowOperations.find(({ node }) => node.kind === 'add')?.box;
  const edges: EdgeLayout[] = [];
  const all = [{ box: entryBox, role: mainRole }, ...rowOperations];
  for (let i = 1; i < all.length; i++) {
    const from = all[i - 1].box;
    const to = all[i].box;
    const role = all[i - 1].role === 'residual' || all[i].role === 'residual' ? 'residual' : 'trunk';
    const path = isRow
      ? `M${from.x + from.width},${middle}H${to.x}`
      : `M${columnWidth / 2},${from.y + from.height}V${to.y}`;
    edges.push({ role, path, ...(removed && i === 1 && { gone: true as const }) });
  }

  const shortcutOperations: OperationLayout[] = [];
  let identity: Point | null = null;
  let skipEnd: OperationsLayout['skipEnd'] = null;
  if (sum && skip !== 'none') {
    const role = skip;
    const gone = cut && { gone: true as const };
    const isIdentity = skip === 'identity' && !cut && shortcut.length === 0;
    if (isRow) {
      const from = entryBox.x + entryBox.width / 2;
      const to = sum.x + sum.width / 2;
      const length = shortcut.reduce((so, node) => so + lengthOf(node), 0) + between * (shortcut.length - 1);
      const places = sideBySide(shortcut.map(lengthOf), (from + to - length) / 2, between);
      shortcut.forEach((node, i) => {
        const box = { x: places[i], y: row.skip - thickness / 2, width: lengthOf(node), height: thickness };
        const shape = isNewShape(node) ? shapeAt(box) : null;
        shortcutOperations.push({ node, role: 'projection', box, shape, figure: figureAt(box, shape) });
      });
      const points = [
        { x: from, y: entryBox.y },
        { x: from, y: row.skip },
        { x: to, y: row.skip },
        { x: to, y: sum.y },
      ];
      edges.push({ role, path: roundedPath(points, corner), ...gone });
      skipEnd = { x: to, y: sum.y - 14, cut };
      if (isIdentity) identity = { x: (from + to) / 2, y: row.skip - 8 };
    } else {
      const from = entryBox.y + entryBox.height / 2;
      const to = sum.y + sum.height / 2;
      const lane = width - laneWidth / 2 + (hasBoxes ? 6 : 0);
      const length = shortcut.length * column.pitch;
      shortcut.forEach((node, i) => {
        const y = (from + to - length) / 2 + i * column.pitch;
        const box = { x: columnWidth + 14, y, width: laneWidth - 16, height: thickness };
        shortcutOperations.push({ node, role: 'projection', box, shape: null, figure: null });
      });
      const points = [
        { x: entryBox.x + entryBox.width, y: from },
        { x: lane, y: from },
        { x: lane, y: to },
        { x: sum.x + sum.width, y: to },
      ];
      edges.push({ role, path: roundedPath(points, corner), ...gone });
      skipEnd = { x: sum.x + sum.width + 14, y: to, cut };
      if (isIdentity) identity = { x: lane, y: (from + to) / 2 };
    }
  }

  // In the graph's order, which is the order in which a reader steps through them.
  const operations = [...rowOperations, ...shortcutOperations];
  const order = new Map(unit.nodes.map((node, i) => [node, i]));
  operations.sort((a, b) => order.get(a.node)! - order.get(b.node)!);
  return {
    direction: isRow ? 'right' : 'down',
    width,
    height: isRow
      ? middle + thickness / 2 + row.shape + figureLine
      : (all.length - 1) * column.pitch + thickness,
    entry: { node: entry, box: entryBox },
    operations,
    edges,
    identity,
    skipEnd,
  };
}

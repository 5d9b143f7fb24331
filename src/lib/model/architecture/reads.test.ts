/**
 * What a position depends on, against the windows followed by other means: position by position through random graphs,
 * and in ResNet-50 along one axis, where every map's rows are sets of the picture's rows.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildModel } from './families.ts';
import type { Graph, Node, Shape } from './graph.ts';
import { clipBox, inputBox, receptiveFields } from './receptiveField.ts';
import { boundingBox, extent, reachablePixels, windowBack, type Mask } from './reads.ts';
import { applyRewrites } from './rewrites.ts';
import { inferShapes } from './shapes.ts';
import { nodesById } from './subgraph.ts';
import { randomGraph } from './testing/randomGraphs.ts';

/** The positions of its input, along one axis, that a position of a node's value reads, straight from its attributes. */
function reads(node: Node, position: number, length: number): number[] {
  const all = Array.from({ length }, (_, i) => i);
  switch (node.kind) {
    case 'conv':
    case 'maxPool': {
      const { kernel, stride, padding } = node.attributes;
      return all.filter((at) => {
        const offset = at - (position * stride - padding);
        return offset >= 0 && offset < kernel;
      });
    }
    case 'pad':
      return all.filter((at) => at === position - node.attributes.size);
    case 'subsample':
      return all.filter((at) => at === position * node.attributes.stride);
    case 'globalAvgPool':
    case 'dense':
    case 'softmax':
      return all;
    default:
      return [position];
  }
}

/** Pixels that a position depends on, by visiting every position on the way. */
function visited(graph: Graph, id: string, row: number, column: number): Set<number> {
  const byId = nodesById(graph);
  const shapes = inferShapes(graph);
  const [inputNode] = graph.nodes;
  const { width: pictureWidth } = extent(shapes.get(inputNode.id)!);
  const seen = new Set<string>();
  const found = new Set<number>();
  const visit = (node: Node, r: number, c: number) => {
    const key = `${node.id} ${r},${c}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (node === inputNode) found.add(r * pictureWidth + c);
    for (const input of node.inputs) {
      const { height, width } = extent(shapes.get(input)!);
      for (const i of reads(node, r, height))
        for (const j of reads(node, c, width)) visit(byId.get(input)!, i, j);
    }
  };
  visit(byId.get(id)!, row, column);
  return found;
}

const marked = ({ values }: Mask) => new Set([...values.keys()].filter((i) => values[i] === 1));

test('in random graphs it is exactly what is reached window by window, gaps and borders and all', () => {
  fc.assert(
    fc.property(randomGraph(), fc.nat(), fc.nat(), (graph, r, c) => {
      const shapes = inferShapes(graph);
      for (const { id } of graph.nodes) {
        const { height, width } = extent(shapes.get(id)!);
        const place = { row: r % height, column: c % width };
        const found = marked(reachablePixels(graph, shapes, id, place));
        expect([id, found]).toEqual([id, visited(graph, id, place.row, place.column)]);
      }
    }),
    { numRuns: 100 },
  );
});

test('in random graphs it never leaves the clipped square, which may be larger at a border', () => {
  fc.assert(
    fc.property(randomGraph(), fc.nat(), fc.nat(), (graph, r, c) => {
      const shapes = inferShapes(graph);
      const fields = receptiveFields(graph);
      const picture = extent(shapes.get('input')!);
      for (const { id } of graph.nodes) {
        const { height, width } = extent(shapes.get(id)!);
        const place = { row: r % height, column: c % width };
        const tight = boundingBox(reachablePixels(graph, shapes, id, place));
        if (!tight) continue;
        const square = clipBox(
          inputBox(fields.get(id)!, place.row, place.column),
          picture.height,
          picture.width,
        )!;
        expect(square.top).toBeLessThanOrEqual(tight.top);
        expect(square.left).toBeLessThanOrEqual(tight.left);
        expect(square.top + square.height).toBeGreaterThanOrEqual(tight.top + tight.height);
        expect(square.left + square.width).toBeGreaterThanOrEqual(tight.left + tight.width);
      }
    }),
    { numRuns: 60 },
  );
});

/** By node and position along one axis: the picture's rows as bits of a number. */
function rowsOf(graph: Graph, shapes: ReadonlyMap<string, Shape>): Map<string, bigint[]> {
  const all = new Map<string, bigint[]>();
  for (const node of graph.nodes) {
    const { height } = extent(shapes.get(node.id)!);
    const rows = Array.from({ length: height }, (_, position) =>
      node.kind === 'input'
        ? 1n << BigInt(position)
        : node.inputs
            .flatMap((input) => {
              const below = all.get(input)!;
              return reads(node, position, below.length).map((at) => below[at]);
            })
            .reduce((union, one) => union | one, 0n),
    );
    all.set(node.id, rows);
  }
  return all;
}

const firstBit = (bits: bigint) => bits.toString(2).length - 1 - bits.toString(2).lastIndexOf('1');
const lastBit = (bits: bigint) => bits.toString(2).length - 1;

describe.each([
  ['as it was trained', []],
  [
    'with blocks removed and shortcuts cut',
    [
      { kind: 'removeBlock', block: '3b' },
      { kind: 'cutShortcut', block: '4d' },
      { kind: 'cutShortcut', block: '3a' },
      { kind: 'muteChannel', node: 'res2c', channel: 3 },
    ],
  ],
] as const)('ResNet-50 %s', (_, rewrites) => {
  const graph = applyRewrites(buildModel('resnet50'), rewrites);
  const shapes = inferShapes(graph);
  const rows = rowsOf(graph, shapes);
  const fields = receptiveFields(graph);

  test('at every position of every node the clipped square is the box round what is reached', () => {
    for (const { id, kind } of graph.nodes) {
      const field = fields.get(id);
      for (const [position, bits] of rows.get(id)!.entries()) {
        // A zero of the padding depends on nothing, whatever a value in its place would.
        const isPadding =
          kind === 'pad' &&
          [0, 1, 2].some((i) => i === position || i === rows.get(id)!.length - 1 - position);
        if (isPadding && bits === 0n) continue;
        const box = field ? clipBox(inputBox(field, position, position), 224, 224) : { top: 0, height: 224 };
        const expected = bits === 0n ? null : [firstBit(bits), lastBit(bits)];
        expect([id, position, box && [box.top, box.top + box.height - 1]]).toEqual([id, position, expected]);
      }
    }
  });

  test('in the corners, at the borders and inside, every pixel that is reached is marked, and no other', () => {
    for (const { id } of graph.nodes.filter((_, i) => rewrites.length === 0 || i % 5 === 0)) {
      const { height, width } = extent(shapes.get(id)!);
      for (const [row, column] of [
        [0, 0],
        [height - 1, 0],
        [Math.floor(height / 2), width - 1],
        [Math.floor(height / 3), Math.floor(width / 2)],
      ]) {
        const [ofRow, ofColumn] = [rows.get(id)![row], rows.get(id)![column]];
        const { values } = reachablePixels(graph, shapes, id, { row, column });
        const line = (bits: bigint) =>
          Uint8Array.from({ length: 224 }, (_, i) => Number((bits >> BigInt(i)) & 1n));
        const [isRow, isColumn] = [line(ofRow), line(ofColumn)];
        const wrong = values.findIndex(
          (value, i) => value !== (isRow[Math.floor(i / 224)] & isColumn[i % 224]),
        );
        expect([id, row, column, wrong]).toEqual([id, row, column, -1]);
      }
    }
  });
});

test('a strided 1 × 1 convolution jumps over pixels, which its box holds all the same', () => {
  const conv = { filters: 1, groups: 1, bias: false };
  const graph: Graph = {
    name: 'gaps',
    nodes: [
      { id: 'input', kind: 'input', inputs: [], attributes: { shape: [9, 9, 1] } },
      { id: 'a', kind: 'conv', inputs: ['input'], attributes: { ...conv, kernel: 1, stride: 2, padding: 0 } },
      { id: 'b', kind: 'conv', inputs: ['a'], attributes: { ...conv, kernel: 3, stride: 1, padding: 1 } },
    ],
  };
  const shapes = inferShapes(graph);
  const box = boundingBox(reachablePixels(graph, shapes, 'b', { row: 2, column: 0 }));
  // Rows 2, 4, 6 and columns 0, 2 (and −2, which is padding).
  expect(box).toEqual({ top: 2, left: 0, height: 5, width: 3, marked: 6 });
});

test('the window one layer back, as it lies on the map before', () => {
  const graph = buildModel('resnet50');
  const shapes = inferShapes(graph);
  const back = (id: string, row: number, column: number) => {
    const node = graph.nodes.find((one) => one.id === id)!;
    return windowBack(node, shapes.get(node.inputs[0])!, { row, column });
  };
  expect(back('res2a_branch2b', 0, 5)).toEqual({ top: -1, left: 4, height: 3, width: 3 });
  expect(back('res3a_branch2a', 27, 3)).toEqual({ top: 54, left: 6, height: 1, width: 1 });
  expect(back('bn2a_branch2b', 7, 8)).toEqual({ top: 7, left: 8, height: 1, width: 1 });
  expect(back('avg_pool', 0, 0)).toEqual({ top: 0, left: 0, height: 7, width: 7 });
  expect(back('fc1000', 0, 0)).toEqual({ top: 0, left: 0, height: 1, width: 1 });
});

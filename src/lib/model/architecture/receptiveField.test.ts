import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildModel, cifarNetwork } from './families.ts';
import type { Graph, Node } from './graph.ts';
import { clipBox, inputBox, receptiveFields } from './receptiveField.ts';
import { applyRewrites } from './rewrites.ts';
import { inferShapes } from './shapes.ts';
import { nodesById } from './subgraph.ts';
import { randomGraph } from './testing/randomGraphs.ts';

/** The positions of its input that one position (along one axis) of a node's value reads, straight from its window. */
function reads(node: Node, position: number): number[] {
  switch (node.kind) {
    case 'conv':
    case 'maxPool': {
      const { kernel, stride, padding } = node.attributes;
      return Array.from({ length: kernel }, (_, offset) => position * stride - padding + offset);
    }
    case 'pad':
      return [position - node.attributes.size];
    case 'subsample':
      return [position * node.attributes.stride];
    default:
      return [position];
  }
}

/** Rows of the picture that row `position` of a node's value depends on, if maps had no borders. */
function rowsWithoutBorders(graph: Graph, id: string, position: number): Set<number> {
  const byId = nodesById(graph);
  const visit = (node: Node, at: number): number[] =>
    node.kind === 'input'
      ? [at]
      : node.inputs.flatMap((input) => reads(node, at).flatMap((read) => visit(byId.get(input)!, read)));
  return new Set(visit(byId.get(id)!, position));
}

/**
 * Pixels ('row,column') that position (row, column) of a node's value depends on, borders and all; and whether on the
 * way a window reached past the border of a map other than the picture, where there is only padding.
 */
function pixels(graph: Graph, id: string, row: number, column: number) {
  const byId = nodesById(graph);
  const shapes = inferShapes(graph);
  const seen = new Set<string>();
  const found = new Set<string>();
  let metPadding = false;
  const visit = (node: Node, r: number, c: number) => {
    const [height, width] = shapes.get(node.id)! as [number, number, number];
    if (r < 0 || c < 0 || r >= height || c >= width) {
      metPadding ||= node.kind !== 'input';
      return;
    }
    const key = `${node.id} ${r},${c}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (node.kind === 'input') found.add(`${r},${c}`);
    for (const input of node.inputs) {
      for (const i of reads(node, r)) for (const j of reads(node, c)) visit(byId.get(input)!, i, j);
    }
  };
  visit(byId.get(id)!, row, column);
  return { found, metPadding };
}

function pixelsOf(box: ReturnType<typeof clipBox>): Set<string> {
  if (!box) return new Set();
  const { top, left, height, width } = box;
  return new Set(
    Array.from({ length: height * width }, (_, i) => `${top + Math.floor(i / width)},${left + (i % width)}`),
  );
}

const imageNodes = (graph: Graph) => {
  const shapes = inferShapes(graph);
  return graph.nodes
    .map(({ id }) => ({ id, shape: shapes.get(id)! }))
    .filter(({ shape }) => shape.length === 3) as { id: string; shape: [number, number, number] }[];
};

describe('receptive fields against windows followed by hand', () => {
  test('the square is the hull of what a position depends on, when maps have no borders', () => {
    fc.assert(
      fc.property(randomGraph(), fc.integer({ min: 0, max: 5 }), (graph, position) => {
        const fields = receptiveFields(graph);
        for (const { id } of graph.nodes) {
          const rows = rowsWithoutBorders(graph, id, position);
          const { top, height } = inputBox(fields.get(id)!, position, 0);
          expect([id, top, top + height - 1]).toEqual([id, Math.min(...rows), Math.max(...rows)]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('no position depends on a pixel outside its clipped square', () => {
    fc.assert(
      fc.property(randomGraph(), fc.nat(), fc.nat(), (graph, r, c) => {
        const fields = receptiveFields(graph);
        const [height, width] = imageNodes(graph)[0]!.shape;
        for (const { id, shape } of imageNodes(graph)) {
          const [row, column] = [r % shape[0], c % shape[1]];
          const box = clipBox(inputBox(fields.get(id)!, row, column), height, width);
          const { found } = pixels(graph, id, row, column);
          expect([...found].filter((pixel) => !pixelsOf(box).has(pixel))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('where windows leave no gaps and reach no border, it depends on exactly the clipped square', () => {
    fc.assert(
      fc.property(randomGraph({ dense: true }), fc.nat(), fc.nat(), (graph, r, c) => {
        const fields = receptiveFields(graph);
        const [height, width] = imageNodes(graph)[0]!.shape;
        for (const { id, shape } of imageNodes(graph)) {
          const [row, column] = [r % shape[0], c % shape[1]];
          const { found, metPadding } = pixels(graph, id, row, column);
          if (metPadding) continue;
          expect(found).toEqual(pixelsOf(clipBox(inputBox(fields.get(id)!, row, column), height, width)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('in a small residual network it is the exact set of pixels at every position', () => {
    const graph = cifarNetwork({ depth: 8, width: 1, inputShape: [12, 12, 1] });
    const fields = receptiveFields(graph);
    for (const { id, shape } of imageNodes(graph)) {
      // Shortcuts that take every second pixel leave gaps, which the branch beside them fills.
      if (/subsample|padChannels/.test(id)) continue;
      for (let row = 0; row < shape[0]; row++) {
        const column = (row * 5) % shape[1];
        const box = clipBox(inputBox(fields.get(id)!, row, column), 12, 12);
        expect([id, pixels(graph, id, row, column).found]).toEqual([id, pixelsOf(box)]);
      }
    }
  });
});

describe('boxes', () => {
  const field = { size: 7, jump: 2, centre: 0 };

  test('are centred at centre + jump · position', () => {
    expect(inputBox(field, 0, 0)).toEqual({ top: -3, left: -3, height: 7, width: 7 });
    expect(inputBox(field, 5, 1)).toEqual({ top: 7, left: -1, height: 7, width: 7 });
  });

  test('are clipped to the picture, or null beside it', () => {
    expect(clipBox(inputBox(field, 0, 1), 224, 224)).toEqual({ top: 0, left: 0, height: 4, width: 6 });
    expect(clipBox(inputBox(field, 111, 50), 224, 100)).toEqual({ top: 219, left: 97, height: 5, width: 3 });
    expect(clipBox(inputBox(field, 114, 0), 224, 224)).toBeNull();
    expect(clipBox({ top: -9, left: 0, height: 9, width: 9 }, 20, 20)).toBeNull();
  });

  test("ResNet-50's last map looks at all of the picture from nearly everywhere", () => {
    const last = receptiveFields(buildModel('resnet50')).get('res5c')!;
    expect(last).toEqual({ size: 483, jump: 32, centre: 0 });
    expect(clipBox(inputBox(last, 0, 0), 224, 224)).toEqual({ top: 0, left: 0, height: 224, width: 224 });
    expect(clipBox(inputBox(last, 6, 0), 224, 224)).toEqual({ top: 0, left: 0, height: 224, width: 224 });
  });
});

describe('sums and pools', () => {
  const shape = [16, 16, 1];
  const conv = { filters: 1, groups: 1, bias: false };
  const graph = (nodes: readonly Node[]): Graph => ({
    name: 'test',
    nodes: [{ id: 'input', kind: 'input', inputs: [], attributes: { shape } }, ...nodes],
  });

  test('a sum sees what any of its paths sees, also when they are not concentric', () => {
    const fields = receptiveFields(
      graph([
        {
          id: 'a',
          kind: 'conv',
          inputs: ['input'],
          attributes: { ...conv, kernel: 3, stride: 1, padding: 1 },
        },
        { id: 'pad', kind: 'pad', inputs: ['input'], attributes: { size: 2 } },
        { id: 'b', kind: 'conv', inputs: ['pad'], attributes: { ...conv, kernel: 5, stride: 1, padding: 0 } },
        { id: 'c', kind: 'conv', inputs: ['pad'], attributes: { ...conv, kernel: 4, stride: 1, padding: 0 } },
        { id: 'concentric', kind: 'add', inputs: ['a', 'b'], attributes: {} },
        { id: 'shifted', kind: 'add', inputs: ['a', 'c'], attributes: {} },
      ]),
    );
    expect(fields.get('concentric')).toEqual({ size: 5, jump: 1, centre: 0 });
    // Rows −1 … 1 and −2 … 1.
    expect(fields.get('shifted')).toEqual({ size: 4, jump: 1, centre: -0.5 });
  });

  test('there is none where paths of different jumps meet, nor after global pooling', () => {
    const half = { ...conv, kernel: 2, stride: 2, padding: 0 };
    const fields = receptiveFields(
      graph([
        { id: 'half', kind: 'conv', inputs: ['input'], attributes: half },
        {
          id: 'crop',
          kind: 'conv',
          inputs: ['input'],
          attributes: { ...conv, kernel: 9, stride: 1, padding: 0 },
        },
        { id: 'sum', kind: 'add', inputs: ['half', 'crop'], attributes: {} },
        { id: 'after', kind: 'relu', inputs: ['sum'], attributes: {} },
        { id: 'pool', kind: 'globalAvgPool', inputs: ['half'], attributes: {} },
        { id: 'dense', kind: 'dense', inputs: ['pool'], attributes: { units: 2, bias: true } },
      ]),
    );
    expect(['sum', 'after', 'pool', 'dense'].map((id) => fields.get(id))).toEqual([null, null, null, null]);
  });

  test('removing a block takes its two 3×3 windows away, cutting a shortcut changes nothing', () => {
    const size = (rewrites: Parameters<typeof applyRewrites>[1]) =>
      receptiveFields(applyRewrites(buildModel('resnet50'), rewrites)).get('res5c')!.size;
    expect(size([{ kind: 'removeBlock', block: '4d' }])).toBe(483 - 2 * 16);
    expect(size([{ kind: 'cutShortcut', block: '4d' }])).toBe(483);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costs } from './costs.ts';
import type { Graph, Node } from './graph.ts';
import { registerKind, registeredKinds, rulesOf } from './kinds.ts';
import { MalformedGraph } from './malformed.ts';
import { inferShapes, weightShapes } from './shapes.ts';
import { randomGraph } from './testing/randomGraphs.ts';

const input: Node = { id: 'input', kind: 'input', inputs: [], attributes: { shape: [8, 6, 4] } };
const conv = { kernel: 3, stride: 1, padding: 1, filters: 4, groups: 1, bias: false };
const relu = (id: string, ...inputs: string[]): Node => ({ id, kind: 'relu', inputs, attributes: {} });
const graph = (...nodes: readonly Node[]): Graph => ({ name: 'test', nodes: [input, ...nodes] });
const shapeAfter = (node: Pick<Node, 'kind' | 'attributes'>, from = input) =>
  inferShapes({ name: 'test', nodes: [from, { ...node, id: 'node', inputs: [from.id] } as Node] }).get(
    'node',
  );

/** How often a window of `kernel` fits on a side, by moving it. */
function countPositions(side: number, kernel: number, stride: number, padding: number): number {
  let count = 0;
  for (let start = -padding; start + kernel <= side + padding; start += stride) count++;
  return count;
}

describe('shapes', () => {
  test('a window has as many positions as it can be moved to', () => {
    const small = fc.integer({ min: 1, max: 5 });
    const side = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(side, side, small, small, fc.nat(3), (height, width, kernel, stride, padding) => {
        fc.pre(Math.min(height, width) + 2 * padding >= kernel);
        const from: Node = {
          id: 'input',
          kind: 'input',
          inputs: [],
          attributes: { shape: [height, width, 2] },
        };
        const positions = [height, width].map((size) => countPositions(size, kernel, stride, padding));
        const window = { kernel, stride, padding };
        expect(shapeAfter({ kind: 'conv', attributes: { ...conv, ...window, filters: 7 } }, from)).toEqual([
          ...positions,
          7,
        ]);
        expect(shapeAfter({ kind: 'maxPool', attributes: window }, from)).toEqual([...positions, 2]);
      }),
    );
  });

  test.each<[Pick<Node, 'kind' | 'attributes'>, number[]]>([
    [{ kind: 'pad', attributes: { size: 3 } }, [14, 12, 4]],
    [{ kind: 'conv', attributes: { ...conv, groups: 2, filters: 6 } }, [8, 6, 6]],
    [{ kind: 'batchNorm', attributes: { epsilon: 1e-3 } }, [8, 6, 4]],
    [{ kind: 'relu', attributes: {} }, [8, 6, 4]],
    [{ kind: 'add', attributes: {} }, [8, 6, 4]],
    [{ kind: 'scale', attributes: { factor: 0, channels: [0, 3] } }, [8, 6, 4]],
    [{ kind: 'subsample', attributes: { stride: 2 } }, [4, 3, 4]],
    [{ kind: 'subsample', attributes: { stride: 4 } }, [2, 2, 4]],
    [{ kind: 'padChannels', attributes: { channels: 4 } }, [8, 6, 8]],
    [{ kind: 'globalAvgPool', attributes: {} }, [4]],
  ])('%o', (node, shape) => {
    expect(shapeAfter(node)).toEqual(shape);
  });

  test('weights follow from shapes', () => {
    const weights = weightShapes(
      graph(
        {
          id: 'grouped',
          kind: 'conv',
          inputs: ['input'],
          attributes: { ...conv, groups: 2, filters: 6, bias: true },
        },
        { id: 'norm', kind: 'batchNorm', inputs: ['grouped'], attributes: { epsilon: 1e-3 } },
        { id: 'pool', kind: 'globalAvgPool', inputs: ['norm'], attributes: {} },
        { id: 'dense', kind: 'dense', inputs: ['pool'], attributes: { units: 5, bias: true } },
        { id: 'bare', kind: 'dense', inputs: ['dense'], attributes: { units: 2, bias: false } },
      ),
    );
    expect([...weights]).toEqual([
      ['grouped/kernel', [3, 3, 2, 6]],
      ['grouped/bias', [6]],
      ['norm/gamma', [6]],
      ['norm/beta', [6]],
      ['norm/movingMean', [6]],
      ['norm/movingVariance', [6]],
      ['dense/kernel', [6, 5]],
      ['dense/bias', [5]],
      ['bare/kernel', [5, 2]],
    ]);
  });
});

describe('malformed graphs are refused, with the node named', () => {
  const half = { ...conv, stride: 2 };
  test.each<[string, Graph, RegExp]>([
    ['no nodes', { name: 'test', nodes: [] }, /no nodes/],
    ['an unknown input', graph(relu('a', 'nowhere')), /'a'.*'nowhere' does not stand before/],
    [
      'an input that comes later',
      graph(relu('a', 'b'), relu('b', 'input')),
      /'a'.*'b' does not stand before/,
    ],
    ['a node that reads itself', graph(relu('a', 'a')), /'a'.*'a' does not stand before/],
    ['an id used twice', graph(relu('a', 'input'), relu('a', 'input')), /'a': its id is used twice/],
    ['no input node', { name: 'test', nodes: [relu('a')] }, /'a': the first node/],
    ['a second input node', graph({ ...input, id: 'again' }), /'again': the first node, and no other/],
    ['a missing input', graph(relu('a')), /'a': relu takes 1 inputs, got 0/],
    ['too many inputs', graph(relu('a', 'input', 'input')), /'a': relu takes 1 inputs, got 2/],
    ['a sum of nothing', graph({ id: 'a', kind: 'add', inputs: [], attributes: {} }), /'a': add takes 1 to/],
    [
      'a sum of unlike shapes',
      graph(
        { id: 'half', kind: 'conv', inputs: ['input'], attributes: half },
        { id: 'sum', kind: 'add', inputs: ['half', 'input'], attributes: {} },
      ),
      /'sum': cannot add \[8, 6, 4\] to \[4, 3, 4\]/,
    ],
    [
      'a kernel larger than the map',
      graph({ id: 'a', kind: 'conv', inputs: ['input'], attributes: { ...conv, kernel: 9 } }),
      /'a': kernel 9 is larger than the padded side 8/,
    ],
    [
      'groups that do not divide',
      graph({ id: 'a', kind: 'conv', inputs: ['input'], attributes: { ...conv, groups: 3 } }),
      /'a': 3 groups/,
    ],
    [
      'a stride of 0',
      graph({ id: 'a', kind: 'subsample', inputs: ['input'], attributes: { stride: 0 } }),
      /'a': stride/,
    ],
    [
      'a stride of 1.5',
      graph({
        id: 'a',
        kind: 'maxPool',
        inputs: ['input'],
        attributes: { kernel: 2, stride: 1.5, padding: 0 },
      }),
      /'a': stride must be a whole number/,
    ],
    [
      'a channel that is not there',
      graph({ id: 'a', kind: 'scale', inputs: ['input'], attributes: { factor: 0, channels: [4] } }),
      /'a': no channel 4 in \[8, 6, 4\]/,
    ],
    [
      'a dense layer on a map',
      graph({ id: 'a', kind: 'dense', inputs: ['input'], attributes: { units: 2, bias: true } }),
      /'a': needs \[features\], got \[8, 6, 4\]/,
    ],
    [
      'a convolution on a vector',
      graph(
        { id: 'a', kind: 'globalAvgPool', inputs: ['input'], attributes: {} },
        { id: 'b', kind: 'conv', inputs: ['a'], attributes: conv },
      ),
      /'b': needs \[height, width, channels\], got \[4\]/,
    ],
    [
      'a picture without width',
      { name: 'test', nodes: [{ ...input, attributes: { shape: [8, 0, 3] } } as Node] },
      /'input': side must be a whole number of at least 1/,
    ],
  ])('%s', (_, malformed, message) => {
    expect(() => inferShapes(malformed)).toThrow(MalformedGraph);
    expect(() => inferShapes(malformed)).toThrow(message);
  });
});

describe('costs', () => {
  /** Counts what a convolution's loops would do. */
  function countMultiplyAdds(
    channels: number,
    output: readonly number[],
    { kernel, groups }: typeof conv,
  ): number {
    const [height, width, filters] = output as [number, number, number];
    let count = 0;
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++)
        for (let filter = 0; filter < filters; filter++)
          for (let i = 0; i < kernel; i++)
            for (let j = 0; j < kernel; j++) for (let c = 0; c < channels; c += groups) count++;
    return count;
  }

  test("a convolution's multiply-adds are the rounds of its loops", () => {
    const one = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(one, one, one, one, fc.boolean(), (kernel, stride, groups, factor, bias) => {
        const attributes = { kernel, stride, padding: 1, groups, filters: groups * factor, bias };
        const channels = groups * 2;
        const nodes: Node[] = [
          { id: 'input', kind: 'input', inputs: [], attributes: { shape: [5, 6, channels] } },
          { id: 'a', kind: 'conv', inputs: ['input'], attributes },
        ];
        const output = inferShapes({ name: 'test', nodes }).get('a')!;
        const expected = countMultiplyAdds(channels, output, attributes);
        expect(costs({ name: 'test', nodes }).totals.macs).toBe(expected);
      }),
    );
  });

  test('parameters are the sizes of the weights; moving statistics are not trainable; totals are sums', () => {
    fc.assert(
      fc.property(randomGraph(), (random) => {
        const { nodes, totals } = costs(random);
        const sizes = [...weightShapes(random)].map(([key, shape]) => ({
          key,
          size: shape.reduce((product, side) => product * side, 1),
        }));
        const sum = (all: { size: number }[]) => all.reduce((total, { size }) => total + size, 0);
        expect(totals.params).toBe(sum(sizes));
        expect(totals.trainable).toBe(sum(sizes.filter(({ key }) => !key.includes('/moving'))));
        for (const key of ['params', 'trainable', 'macs'] as const) {
          expect([...nodes.values()].reduce((total, node) => total + node[key], 0)).toBe(totals[key]);
        }
      }),
    );
  });
});

describe('the registry', () => {
  // A later module would declare it in KindAttributes; the test goes round the types.
  const kind = 'testMultiply' as 'add';

  test('takes new kinds, which are then shaped and costed', () => {
    registerKind(kind, { inputs: { least: 2, most: 2 }, shape: (_, [first]) => first! });
    expect(registeredKinds()).toContain(kind);
    const nodes = graph(relu('a', 'input'), { id: 'b', kind, inputs: ['a', 'input'], attributes: {} });
    expect(inferShapes(nodes).get('b')).toEqual([8, 6, 4]);
    expect(costs(nodes).totals).toEqual({ params: 0, trainable: 0, macs: 0 });
  });

  test('lets no kind be registered twice, and knows no kinds by accident', () => {
    expect(() => registerKind('relu', rulesOf('relu'))).toThrow(/registered already/);
    expect(() => rulesOf('constructor' as 'relu')).toThrow(/unknown kind 'constructor'/);
    expect(() =>
      inferShapes(graph({ id: 'a', kind: 'gelu' as 'relu', inputs: ['input'], attributes: {} })),
    ).toThrow(/unknown kind 'gelu'/);
  });
});

import { describe, expect, test } from 'vitest';
import { buildModel } from '../model/architecture/families.ts';
import { inferShapes } from '../model/architecture/shapes.ts';
import { countText, operationText, shapeText, shortBlockName, valueText } from './text.ts';

const plain = (text: string) => text.replaceAll('\u202f', ' ');

test('counts: in full, then in millions and billions', () => {
  const counts = [0, 9472, 590_080, 25_636_712, 118_013_952, 3_857_973_248];
  expect(counts.map((count) => plain(countText(count, 'en')))).toEqual([
    '0',
    '9,472',
    '590,080',
    '25.6 M',
    '118 M',
    '3.86 G',
  ]);
});

test('values: three digits, far ones as powers of ten, a true minus', () => {
  const values = [0, 1.23456, -0.01234, 12_345, 0.000244, -3.58e-10, 1.5e6];
  expect(values.map((value) => valueText(value, 'en'))).toEqual([
    '0',
    '1.23',
    '−0.0123',
    '12,300',
    '2.44 × 10⁻⁴',
    '−3.58 × 10⁻¹⁰',
    '1.5 × 10⁶',
  ]);
});

test('values that are no numbers are named', () => {
  expect([NaN, Infinity, -Infinity].map((value) => valueText(value, 'zh'))).toEqual(['NaN', '∞', '−∞']);
});

test('shapes', () => {
  expect(shapeText([14, 14, 256])).toBe('14 × 14 × 256');
});

describe('what messages are told of an operation', () => {
  const graph = buildModel('resnet50');
  const shapes = inferShapes(graph);
  const of = (id: string) =>
    operationText(
      graph.nodes.find((node) => node.id === id)!,
      graph,
      shapes,
    );

  test('a strided convolution on a projection shortcut', () => {
    expect(of('res4a_branch1')).toMatchObject({
      kernel: 1,
      stride: 2,
      inChannels: 512,
      outChannels: 1024,
      inSide: 28,
      outSide: 14,
      onShortcut: true,
      endsBlock: false,
    });
  });

  test('only the ReLU after the sum ends a block', () => {
    expect(of('res4d').endsBlock).toBe(true);
    expect(of('res4d_branch2a_relu').endsBlock).toBe(false);
    expect(of('conv1_relu').endsBlock).toBe(false);
  });

  test('the picture, which nothing goes into', () => {
    expect(of('input')).toMatchObject({ inChannels: 3, outChannels: 3, inSide: 224, outSide: 224 });
  });
});

test.each([
  ['4b12', '4b12'],
  ['stage2_block13', '2.13'],
  ['stage1_block1–stage1_block18', '1.1–1.18'],
])('block %s is called %s where there is little room', (id, name) => expect(shortBlockName(id)).toBe(name));

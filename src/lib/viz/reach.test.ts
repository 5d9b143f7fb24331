import { expect, test } from 'vitest';
import { buildModel } from '../model/architecture/families.ts';
import { receptiveFields } from '../model/architecture/receptiveField.ts';
import { inferShapes } from '../model/architecture/shapes.ts';
import { cellReach, columnsOf, rowsOf } from './reach.ts';

const graph = buildModel('resnet50');
const network = { graph, shapes: inferShapes(graph), fields: receptiveFields(graph) };
const at = (node: string, row: number, column: number) => cellReach(network, node, { row, column });

test('a 3 × 3 convolution in a corner: four of nine positions, all channels', () => {
  const { readings, pixels, unclipped } = at('res2a_branch2b', 0, 55);
  expect(readings).toEqual([
    {
      node: 'res2a_branch2a_relu',
      window: { top: -1, left: 54, height: 3, width: 3 },
      inside: { top: 0, left: 54, height: 2, width: 2 },
      channels: 64,
    },
  ]);
  // 11 + 2 · 4 pixels round (0, 220).
  expect(unclipped).toBe(19);
  expect([rowsOf(pixels!), columnsOf(pixels!)]).toEqual([
    [0, 9],
    [211, 223],
  ]);
  expect(pixels!.marked).toBe(10 * 13);
});

test('a sum reads the same place of both paths', () => {
  const here = { top: 3, left: 4, height: 1, width: 1 };
  expect(at('res4d_add', 3, 4).readings).toEqual([
    { node: 'bn4d_branch2c', window: here, inside: here, channels: 'same' },
    { node: 'res4c', window: here, inside: here, channels: 'same' },
  ]);
});

test('a zero of the padding reads nothing, and depends on no pixel', () => {
  const { readings, pixels } = at('pool1_pad', 0, 20);
  expect(readings[0].inside).toBeNull();
  expect(pixels).toBeNull();
});

test('a feature reads its whole map, a logit all features, and both the whole picture', () => {
  const feature = at('avg_pool', 0, 0);
  expect(feature.readings[0]).toMatchObject({ inside: { height: 7, width: 7 }, channels: 'same' });
  const logit = at('fc1000', 0, 0);
  expect(logit.readings[0].channels).toBe(2048);
  for (const { pixels, unclipped } of [feature, logit]) {
    expect(pixels).toMatchObject({ top: 0, left: 0, height: 224, width: 224 });
    expect(unclipped).toBeNull();
  }
});

test('the picture reads nothing and is itself', () => {
  const { readings, pixels } = at('input', 7, 8);
  expect(readings).toEqual([]);
  expect(pixels).toEqual({ top: 7, left: 8, height: 1, width: 1, marked: 1 });
});

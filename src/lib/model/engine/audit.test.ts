/** Each audited number against the plain-loop reference's value of that node. */
import { describe, expect, it } from 'vitest';
import { cifarNetwork } from '../architecture/families.ts';
import type { NodeOf } from '../architecture/graph.ts';
import { inferShapes } from '../architecture/shapes.ts';
import { evaluate, numbersFrom } from '../architecture/testing/reference.ts';
import {
  auditBatchNorm,
  auditConvolution,
  auditDense,
  auditGlobalAveragePool,
  auditMaxPool,
  auditRelu,
  auditScale,
  auditSoftmax,
  auditSum,
  type AuditInput,
} from './audit.ts';

const graph = cifarNetwork({ depth: 8, width: 2, classes: 3, inputShape: [8, 8, 2], shortcut: 'B' });
const reference = evaluate(graph);
const shapes = inferShapes(graph);
const input = (node: string): AuditInput => ({
  node,
  shape: shapes.get(node)!,
  values: Float32Array.from(reference.get(node)!),
});
const find = <K extends 'conv' | 'batchNorm'>(id: string) =>
  graph.nodes.find((node) => node.id === id) as unknown as NodeOf<K>;
const weights = (name: string, count: number) => Float32Array.from(numbersFrom(name, count));
const valueAt = (node: string, row: number, column: number, channel: number) => {
  const [, width, channels] = shapes.get(node)!;
  return reference.get(node)![(row * width + column) * channels + channel];
};

describe('the audited sum is the value', () => {
  it.each([
    ['stage1_block1_conv1', 0, 0, 1, 2 * 2 * 2],
    ['stage1_block1_conv1', 4, 4, 0, 3 * 3 * 2],
    ['stage2_block1_conv1', 3, 2, 3, 3 * 3 * 2],
  ])('of the convolution %s at (%i, %i), channel %i, with %i terms', (id, row, column, channel, terms) => {
    const node = find<'conv'>(id);
    const [source] = node.inputs;
    const kernel = weights(`${id}/kernel`, 9 * shapes.get(source)!.at(-1)! * node.attributes.filters);
    const audit = auditConvolution(node, input(source), kernel, null, { row, column, channel });
    expect(audit.result).toBeCloseTo(valueAt(id, row, column, channel), 5);
    expect(audit.terms).toHaveLength(terms);
    const sizes = audit.terms.map(({ product }) => Math.abs(product));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('of batch norm, ReLU, sum, mean, dense layer and softmax', () => {
    const unit = { row: 1, column: 2, channel: 1 };
    const norm = find<'batchNorm'>('stage1_block1_norm1');
    const roles = { gamma: 0, beta: 0, movingMean: 0, movingVariance: 1.5 };
    const parameters = Object.fromEntries(
      Object.entries(roles).map(([role, shift]) => [
        role,
        weights(`${norm.id}/${role}`, 2).map((x) => x + shift),
      ]),
    ) as Record<keyof typeof roles, Float32Array>;
    const normed = auditBatchNorm(norm, input(norm.inputs[0]), parameters, unit);
    expect(normed.result).toBeCloseTo(valueAt(norm.id, 1, 2, 1), 5);

    expect(auditRelu(input(norm.id), unit).result).toBeCloseTo(valueAt('stage1_block1_relu1', 1, 2, 1), 6);
    const sum = auditSum([input('stage1_block1_norm2'), input('stem')], unit);
    expect(sum.result).toBeCloseTo(valueAt('stage1_block1_add', 1, 2, 1), 5);

    const pooled = auditGlobalAveragePool(input('stage3_block1'), { row: 0, column: 0, channel: 3 });
    expect(pooled.result).toBeCloseTo(reference.get('avg_pool')![3], 5);
    const head = auditDense(input('avg_pool'), weights('head/kernel', 8 * 3), weights('head/bias', 3), {
      row: 0,
      column: 0,
      channel: 2,
    });
    expect(head.result).toBeCloseTo(reference.get('head')![2], 4);
    const probability = auditSoftmax(input('head'), { row: 0, column: 0, channel: 2 });
    expect(probability.result).toBeCloseTo(reference.get('prob')![2], 5);
    expect(probability.terms.reduce((total, { product }) => total + product, 0)).toBeCloseTo(1, 12);
  });
});

it('a max pool passes the largest of its window, padding aside', () => {
  const node: NodeOf<'maxPool'> = {
    id: 'pool',
    kind: 'maxPool',
    inputs: ['x'],
    attributes: { kernel: 3, stride: 2, padding: 1 },
  };
  const x: AuditInput = {
    node: 'x',
    shape: [3, 3, 1],
    values: Float32Array.of(-5, -2, 9, -3, -4, 1, 0, 8, 7),
  };
  const corner = auditMaxPool(node, x, { row: 0, column: 0, channel: 0 });
  expect(corner.result).toBe(-2);
  expect(corner.terms).toHaveLength(4);
  expect(auditMaxPool(node, x, { row: 1, column: 1, channel: 0 }).result).toBe(8);
});

it('a scale multiplies all channels, or those that are listed', () => {
  const x: AuditInput = { node: 'x', shape: [1, 1, 2], values: Float32Array.of(3, 5) };
  const scale = (channels?: number[]): NodeOf<'scale'> => ({
    id: 's',
    kind: 'scale',
    inputs: ['x'],
    attributes: { factor: 0, channels },
  });
  expect(auditScale(scale([0]), x, { row: 0, column: 0, channel: 1 }).result).toBe(5);
  expect(auditScale(scale([0]), x, { row: 0, column: 0, channel: 0 }).result).toBe(0);
  expect(auditScale(scale(), x, { row: 0, column: 0, channel: 1 }).result).toBe(0);
});

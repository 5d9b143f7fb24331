import { describe, expect, it } from 'vitest';
import { buildModel } from '../architecture/families.ts';
import { fuse, splitAfter } from './steps.ts';

const graph = buildModel('resnet50');
const ids = (exact: string[]) => fuse(graph, new Set(exact)).map(({ id }) => id);

describe('fusion', () => {
  it('leaves one step for each convolution, sum and ReLU after a sum: input, 53, 16, 16, pool, mean, dense, softmax', () => {
    const steps = fuse(graph, new Set(['prob']));
    expect(steps).toHaveLength(1 + 53 + 16 + 16 + 1 + 1 + 1 + 1);
    expect(steps.filter(({ kind }) => kind === 'fusedConvolution')).toHaveLength(53);
    expect(steps.filter(({ kind }) => kind === 'batchNorm' || kind === 'pad')).toHaveLength(0);
  });

  it('stops at a node whose value is wanted, and only there', () => {
    const before = ids([]);
    const after = ids(['bn3b_branch2b']);
    expect(after.filter((id) => !before.includes(id))).toEqual(['bn3b_branch2b']);
    expect(ids(['res3b_branch2b']).filter((id) => !before.includes(id))).toEqual([
      'res3b_branch2b',
      'bn3b_branch2b',
    ]);
    expect(ids(['conv1_pad'])).toContain('conv1_pad');
  });

  it('of nothing is the graph itself', () => {
    const all = graph.nodes.map(({ id }) => id);
    expect(ids(all)).toEqual(all);
  });

  it('is cut in parts after the given steps', () => {
    const steps = fuse(graph, new Set());
    const parts = splitAfter(steps, ['pool1', 'res2a', 'prob']);
    expect(parts.flat()).toEqual(steps);
    expect(parts.map((part) => part.at(-1)!.id)).toEqual(['pool1', 'res2a', 'prob']);
    expect(() => splitAfter(steps, ['nonsense'])).toThrow("No step computes 'nonsense'.");
  });
});

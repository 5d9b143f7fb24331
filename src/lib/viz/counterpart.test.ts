import { describe, expect, test } from 'vitest';
import { buildModel } from '../model/architecture/families.ts';
import { byShape, counterpart } from './counterpart.ts';
import { network } from './layout.ts';

const resnet50 = network(buildModel('resnet50'));

describe('what a node is first compared with', () => {
  test.each([
    ['the same operation of the next block', 'res4b_branch2b', 'res4c_branch2b'],
    ['the next block’s output', 'res4b', 'res4c'],
    ['for the last block of a stage, the one before', 'res5c_add', 'res5b_add'],
    ['in a block that opens a stage, the same operation too', 'res4a', 'res4b'],
    ['where no block has one, the next of its shape', 'conv1', 'bn_conv1'],
    ['of the logits, the probabilities', 'fc1000', 'prob'],
  ])('%s', (_, node, other) => expect(counterpart(resnet50, node)).toBe(other));

  test('is never the node itself, and of its shape if any is', () => {
    for (const { id } of resnet50.graph.nodes) {
      const { same, other } = byShape(resnet50, id);
      expect(same).not.toContain(id);
      expect(same.length + other.length).toBe(resnet50.graph.nodes.length - 1);
      const found = counterpart(resnet50, id);
      expect(same.length > 0 ? same : other).toContain(found);
    }
  });
});

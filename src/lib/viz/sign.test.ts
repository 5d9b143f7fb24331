import { describe, expect, test } from 'vitest';
import { buildModel } from '../model/architecture/families.ts';
import { nonNegativeNodes } from './sign.ts';

describe('which nodes of ResNet-50 cannot be negative', () => {
  const found = nonNegativeNodes(buildModel('resnet50'));

  test.each([
    'conv1_relu',
    'pool1_pad',
    'pool1',
    'res2a',
    'res4d_branch2b_relu',
    'res5c',
    'avg_pool',
    'prob',
  ])('%s', (node) => expect(found.has(node)).toBe(true));

  // The picture has its mean taken off, and a sum takes F as it is after batch norm.
  test.each([
    'input',
    'conv1_pad',
    'conv1',
    'bn_conv1',
    'res2a_add',
    'res4d_branch2c',
    'bn5a_branch1',
    'fc1000',
  ])('not %s', (node) => expect(found.has(node)).toBe(false));
});

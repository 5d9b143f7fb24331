import { expect, test } from 'vitest';
import { kernelsTogether } from './kernels.ts';

test('kernels are taken as one vector, without the dense layer', () => {
  const layers = ['stem_conv', 'stage1_block1_conv1', 'head'];
  const found = kernelsTogether(layers, { weight: [3, 4, 100], update: [0.1, 0.2, 7] });
  expect(found.weight).toBe(5);
  expect(found.update).toBeCloseTo(Math.hypot(0.3, 0.8) / 5, 12);
});

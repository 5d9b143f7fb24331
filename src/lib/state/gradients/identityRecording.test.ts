/** Recorded networks against the runs of an independent program (PyTorch; 3 seeds, of 110 layers 2). */
import { describe, expect, test } from 'vitest';
import { activationOrders } from '../../model/architecture/activationOrder.ts';
import { parseState } from '../parameters.ts';
import {
  blocksOfDepth,
  identityDepths,
  identityId,
  identityNetworks,
  identityTable,
} from './identityNetworks.ts';
import { identityRecording } from './identityRecording.ts';

const figures = (id: string) => identityRecording.networks[id]!;

test('every network of the page’s defaults is there, at every depth, with all its blocks', () => {
  for (const depth of identityDepths)
    for (const network of identityNetworks(parseState(identityTable, `depth=${depth}`).state)) {
      const { gradient, deviation } = figures(identityId(network));
      expect(gradient).toHaveLength(blocksOfDepth(Number(depth)));
      expect(deviation).toHaveLength(gradient.length);
    }
  expect(identityRecording.commands).toHaveLength(3 * (activationOrders.length + 1));
});

describe('‖∂L/∂x‖ before the first block over that after the last, within 40 %', () => {
  test.each([
    ['original-20', 9],
    ['original-56', 35],
    ['original-110', 72],
    ['preActivation-20', 4.1],
    ['preActivation-56', 17],
    ['preActivation-110', 35],
  ])('%s: %f', (id, ratio) => {
    expect(figures(id).ratio).toBeGreaterThan(0.6 * ratio);
    expect(figures(id).ratio).toBeLessThan(1.4 * ratio);
  });
});

test.each([
  ['preActivation-20', 2.3],
  ['preActivation-56', 3.8],
  ['preActivation-110', 5.3],
  ['original-56', 2.5],
])('the signal at the end of %s has a standard deviation of %f', (id, std) => {
  expect(Math.abs(figures(id).deviation.at(-1)! / std - 1)).toBeLessThan(0.15);
});

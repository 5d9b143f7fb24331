import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelOrders, orderChannels } from './channelOrder.ts';

const measures = (mean: number[]) => {
  const values = Float32Array.from(mean);
  return { mean: values, max: values, std: values, zeros: values, gradient: values };
};

test('by index as they are; by a measure the largest first, equal ones by index', () => {
  expect([...orderChannels('index', measures([3, 1, 2]))]).toEqual([0, 1, 2]);
  expect([...orderChannels('mean', measures([2, 5, 2, 9]))]).toEqual([3, 1, 0, 2]);
});

test('each order uses its own measure', () => {
  const channels = {
    mean: Float32Array.of(1, 0, 0),
    max: Float32Array.of(0, 1, 0),
    std: Float32Array.of(0, 0, 1),
    zeros: Float32Array.of(0, 1, 2),
    gradient: Float32Array.of(0, 3, 2),
  };
  expect(channelOrders.map((order) => orderChannels(order, channels)[0])).toEqual([0, 0, 1, 2, 2, 1]);
});

test('by mean where the measure is not there yet', () => {
  expect([...orderChannels('gradient', { mean: Float32Array.of(1, 3, 2) })]).toEqual([1, 2, 0]);
});

test('every channel is there exactly once', () => {
  fc.assert(
    fc.property(fc.array(fc.float({ noNaN: true })), fc.constantFrom(...channelOrders), (mean, order) => {
      expect([...orderChannels(order, measures(mean))].sort((a, b) => a - b)).toEqual(mean.map((_, i) => i));
    }),
  );
});

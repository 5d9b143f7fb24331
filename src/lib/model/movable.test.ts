import { expect, test } from 'vitest';
import { movable } from './movable.ts';

test('arrays are moved from any depth, each once', () => {
  const both = new Float32Array([1, 2]);
  const mean = new Float32Array([3]);
  const answer = {
    block: '4d',
    shortcut: null,
    branch: { shape: [1, 1, 2], values: both, channels: { mean } },
    sum: { values: both },
    list: [{ values: new Float32Array([4]) }],
    crop: { data: new Uint8ClampedArray([5]) },
  };
  expect(movable(answer)).toEqual([both.buffer, mean.buffer, answer.list[0].values.buffer]);

  const received = structuredClone(answer, { transfer: movable(answer) });
  expect(received.branch.values).toEqual(new Float32Array([1, 2]));
  expect(received.sum.values).toEqual(new Float32Array([1, 2]));
  // Moved, not copied.
  expect(both.byteLength + mean.byteLength + answer.list[0].values.byteLength).toBe(0);
  expect(answer.crop.data).toHaveLength(1);
});

test('an answer without arrays has nothing to move', () => {
  for (const answer of [null, undefined, 1, 'labels', ['a', 'b'], {}]) expect(movable(answer)).toEqual([]);
});

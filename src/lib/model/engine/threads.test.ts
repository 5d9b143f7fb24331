import { expect, it } from 'vitest';
import { threadsFor } from './threads.ts';

it.each([
  [1, 1],
  [2, 2],
  [4, 4],
  [8, 4],
  [12, 6],
  [64, 8],
])('of %i logical cores, %i threads', (cores, threads) => {
  expect(threadsFor(cores)).toBe(threads);
});

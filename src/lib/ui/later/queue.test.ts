import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { last, later } from './queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('each piece is a task of its own, in the order of asking; what a piece asks for comes after', () => {
  const done: string[] = [];
  later(() => {
    done.push('a');
    later(() => done.push('a, then'));
  });
  last(() => done.push('last'));
  last(() => done.push('last, too'));
  later(() => done.push('b'));
  expect(done).toEqual([]);
  const after: string[][] = [];
  while (vi.getTimerCount() > 0) {
    vi.advanceTimersToNextTimer();
    after.push([...done]);
  }
  expect(after[0]).toEqual(['a']);
  expect(after.at(-1)).toEqual(['a', 'b', 'a, then', 'last', 'last, too']);
  expect(after.every((now, i) => now.length <= i + 1)).toBe(true);
});

test('work can be taken back; a piece that fails does not hold up the rest', () => {
  const done: string[] = [];
  later(() => {
    throw new Error('of the first piece');
  });
  const takeBack = later(() => done.push('taken back'));
  later(() => done.push('kept'));
  takeBack();
  expect(() => vi.runAllTimers()).toThrow('of the first piece');
  vi.runAllTimers();
  expect(done).toEqual(['kept']);
});

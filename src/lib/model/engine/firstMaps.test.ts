import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FirstMaps } from './firstMaps.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function waiting() {
  const first = new FirstMaps();
  const seen = vi.fn();
  void first.seen().then(seen);
  return { first, seen };
}

test('maps that are read hold the rest back until they have been sent', async () => {
  const { first, seen } = waiting();
  first.blockDone();
  first.asked();
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).not.toHaveBeenCalled();
  first.answered();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toHaveBeenCalledOnce();
});

test('where the value shown lies deeper in the network, nothing waits for it', async () => {
  const { first, seen } = waiting();
  first.blockDone();
  await vi.advanceTimersByTimeAsync(300);
  expect(seen).toHaveBeenCalledOnce();
});

test('without a picture the rest comes all the same', async () => {
  const { seen } = waiting();
  await vi.advanceTimersByTimeAsync(9000);
  expect(seen).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2000);
  expect(seen).toHaveBeenCalledOnce();
});

test('what comes later has nothing to hold back', async () => {
  const { first, seen } = waiting();
  first.answered();
  first.blockDone();
  first.asked();
  first.answered();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toHaveBeenCalledOnce();
});

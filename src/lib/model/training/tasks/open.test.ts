import { afterEach, describe, expect, it, vi } from 'vitest';
import { RandomStream } from '../random.ts';
import { openTask } from './open.ts';
import { recordLength } from './records.ts';

afterEach(() => vi.unstubAllGlobals());

/** Records that all have this label. */
const file = (name: string, label: number, count = 10) => {
  const bytes = new Uint8Array(count * recordLength);
  for (let i = 0; i < count; i++) bytes[i * recordLength] = label;
  return new File([bytes], name);
};

const labelsOf = async (...files: File[]) => {
  const task = await openTask({ name: 'cifar10', files });
  return {
    trained: [...new Set(task.training(new RandomStream(0), 100).labels)].sort(),
    heldOut: [...new Set(task.heldOut!(100).labels)],
  };
};

describe('files of CIFAR-10', () => {
  it('are all trained on but the test file', async () => {
    expect(
      await labelsOf(file('data_batch_1.bin', 1), file('test_batch.bin', 2), file('own.bin', 3)),
    ).toEqual({
      trained: [1, 3],
      heldOut: [2],
    });
  });

  it('are trained on and held out where there is no other than the test file', async () => {
    expect(await labelsOf(file('test_batch.bin', 2))).toEqual({ trained: [2], heldOut: [2] });
  });

  it('are the same task in whatever order they were chosen', async () => {
    const files = [file('data_batch_1.bin', 1), file('data_batch_2.bin', 2)];
    const [one, other] = await Promise.all(
      [files, files.toReversed()].map((files) => openTask({ name: 'cifar10', files })),
    );
    const batch = (task: typeof one) => task.training(new RandomStream(3), 50);
    expect(batch(other)).toEqual(batch(one));
  });

  it('are needed', async () => {
    const opening = openTask({ name: 'cifar10', files: [] });
    await expect(opening).rejects.toThrow(expect.objectContaining({ code: 'cifarNeeded' }));
  });

  it('that have gone since they were chosen are named', async () => {
    const gone = Object.assign(file('data_batch_1.bin', 1), {
      arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    });
    await expect(openTask({ name: 'cifar10', files: [gone] })).rejects.toThrow(
      expect.objectContaining({ code: 'cifarUnreadable', details: { file: 'data_batch_1.bin' } }),
    );
  });
});

describe('emoji', () => {
  it.each([
    ['without a connection', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['where they are missing', () => Promise.resolve(new Response('', { status: 404 }))],
  ])('%s are said not to be there', async (_, fetch) => {
    vi.stubGlobal('fetch', fetch);
    await expect(openTask({ name: 'emoji', folder: '/emoji/' })).rejects.toThrow(
      expect.objectContaining({ code: 'emojiUnreachable' }),
    );
  });

  it('that are no longer wanted end quietly', async () => {
    const signal = AbortSignal.abort();
    vi.stubGlobal('fetch', () => Promise.reject(signal.reason as Error));
    const opening = openTask({ name: 'emoji', folder: '/emoji/' }, { signal });
    await expect(opening).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });
});

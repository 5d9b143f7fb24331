import { describe, expect, it } from 'vitest';
import { AtlasError } from '../../model/errors.ts';
import type { TaskFacts } from '../../model/protocol/training.ts';
import { ScriptedClient, settle } from '../testing/scriptedClient.ts';
import { ChosenTask } from './chosenTask.svelte.ts';

const facts: TaskFacts = {
  name: 'gratings',
  shape: [1, 1, 1],
  classNames: ['a', 'b'],
  hasHeldOut: false,
  pictures: null,
  colours: { mean: [0.5], deviation: [0.2] },
  examples: { inputs: Float32Array.of(0), labels: Int32Array.of(1) },
};

function chosen() {
  const client = new ScriptedClient(() => undefined);
  return { client, task: new ChosenTask(client.call.bind(client), '/emoji/') };
}

const given = (folder: string | null, name: string) => ({ folder, file: new File([], name) });

describe('the chosen task', () => {
  it('is what goes to the worker, with its files', () => {
    const { task } = chosen();
    expect(task.choice('shapes', 0.5)).toEqual({ name: 'shapes', difficulty: 0.5 });
    expect(task.choice('emoji', 0.5)).toEqual({ name: 'emoji', folder: '/emoji/' });
    expect(['gratings', 'cifar10', 'folders'].map((name) => task.lacksFiles(name as never))).toEqual([
      false,
      true,
      true,
    ]);
    task.take('folders', [given('cats', '1.jpg'), given(null, 'alone.jpg')]);
    expect(task.lacksFiles('folders')).toBe(false);
    expect(task.pictures.map(({ folder, file }) => [folder, file.name])).toEqual([['cats', '1.jpg']]);
  });

  it('takes of the folder of CIFAR-10 its data alone, but any file that is given by itself', () => {
    const { task } = chosen();
    task.take('cifar10', [given('cifar', 'data_batch_1.bin'), given('cifar', 'readme.html')]);
    expect(task.files.map(({ name }) => name)).toEqual(['data_batch_1.bin']);
    task.take('cifar10', [given(null, 'readme.html')]);
    expect(task.files.map(({ name }) => name)).toEqual(['readme.html']);
  });

  it('is looked at once, and again when it is another', async () => {
    const { client, task } = chosen();
    const gratings = task.choice('gratings', 0);
    expect(task.facts(gratings)).toBeNull();
    void task.look(gratings);
    expect(task.running).toBe(true);
    client.last('previewTask').progress({ done: 1, all: 2 });
    expect(task.progress).toEqual({ done: 1, all: 2 });
    client.last('previewTask').resolve(facts);
    await settle();
    expect([task.running, task.progress, task.facts({ name: 'gratings' })]).toEqual([false, null, facts]);
    await task.look({ name: 'gratings' });
    expect(client.count('previewTask')).toBe(1);
    const shapes = task.choice('shapes', 0.5);
    expect(task.facts(shapes)).toBeNull();
    void task.look(shapes);
    expect(client.count('previewTask')).toBe(2);
  });

  it('says what is wrong with its files until there are others', async () => {
    const { client, task } = chosen();
    task.take('cifar10', [given(null, 'a.bin')]);
    void task.look(task.choice('cifar10', 0));
    client
      .last('previewTask')
      .reject(new AtlasError('cifarLength', { file: 'a.bin', bytes: 0, record: 3073 }));
    await settle();
    expect(task.error?.code).toBe('cifarLength');
    task.take('cifar10', [given(null, 'b.bin')]);
    expect(task.error).toBeNull();
  });

  it('does not take over what is no longer wanted', async () => {
    const { client, task } = chosen();
    void task.look(task.choice('gratings', 0));
    const before = client.last('previewTask');
    void task.look(task.choice('shapes', 0.5));
    before.resolve(facts);
    await settle();
    expect(task.facts({ name: 'gratings' })).toBeNull();
    expect(task.error).toBeNull();
  });
});

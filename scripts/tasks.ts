/** What networks are trained on, with its files from disk. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { AtlasError } from '../src/lib/model/errors.ts';
import { cifar10Task, readCifar10, type Cifar10Records } from '../src/lib/model/training/tasks/cifar10.ts';
import { emojiTask } from '../src/lib/model/training/tasks/emoji.ts';
import { gratings } from '../src/lib/model/training/tasks/gratings.ts';
import { shapesTask } from '../src/lib/model/training/tasks/shapes.ts';
import type { Task, TaskName } from '../src/lib/model/training/tasks/task.ts';

const emojiFolder = join(import.meta.dirname, '../static/emoji');

export interface TaskSettings {
  /** Of CIFAR-10's binary files. */
  readonly folder?: string;
  /** Of shapes, from 0 to 1. */
  readonly difficulty?: number;
}

/**
 * @throws AtlasError 'invalidValue' for CIFAR-10 without a folder, 'cifarMissing', 'cifarLength', 'cifarLabel'
 */
export async function openTask(name: TaskName, { folder, difficulty }: TaskSettings = {}): Promise<Task> {
  switch (name) {
    case 'gratings':
      return gratings;
    case 'shapes':
      return shapesTask(difficulty);
    case 'emoji':
      return openEmoji();
    case 'cifar10':
      if (folder === undefined) {
        const expected = 'cifar10 together with --data DIR, the folder with data_batch_*.bin';
        throw new AtlasError('invalidValue', { option: '--task', value: name, expected });
      }
      return openCifar10(folder);
  }
}

async function openEmoji(): Promise<Task> {
  const manifest = JSON.parse(await readFile(join(emojiFolder, 'emoji.json'), 'utf8'));
  const { data, info } = await sharp(join(emojiFolder, 'emoji.webp'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return emojiTask(manifest, { width: info.width, data });
}

async function openCifar10(folder: string): Promise<Task> {
  const files = await readdir(folder).catch(() => [] as string[]);
  const read = async (file: string) => readCifar10(await readFile(join(folder, file)), file);
  const training = files.filter((file) => /^data_batch_.*\.bin$/.test(file)).sort();
  if (training.length === 0) throw new AtlasError('cifarMissing', { folder });
  const records: Cifar10Records = Buffer.concat(await Promise.all(training.map(read)));
  return cifar10Task(records, files.includes('test_batch.bin') ? await read('test_batch.bin') : null);
}

/** What networks are trained on, with its files from disk. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { AtlasError } from '../src/lib/model/errors.ts';
import { openCifar10 } from '../src/lib/model/training/tasks/cifar10.ts';
import { emojiTask } from '../src/lib/model/training/tasks/emoji.ts';
import { foldersTask } from '../src/lib/model/training/tasks/folders.ts';
import { gratings } from '../src/lib/model/training/tasks/gratings.ts';
import { shapesTask } from '../src/lib/model/training/tasks/shapes.ts';
import type { Task, TaskName } from '../src/lib/model/training/tasks/task.ts';
import { decodeFile } from './decode.ts';

const emojiFolder = join(import.meta.dirname, '../static/emoji');

export interface TaskSettings {
  /** Of CIFAR-10's binary files, or with a folder of pictures for each class. */
  readonly folder?: string;
  /** Of shapes, from 0 to 1. */
  readonly difficulty?: number;
}

/**
 * @throws AtlasError 'invalidValue' where a folder is needed and not given; 'cifarMissing'; what `openCifar10` and
 *   `foldersTask` throw
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
      return cifar10Of(needed(name, folder, 'the folder with data_batch_*.bin'));
    case 'folders':
      return foldersOf(needed(name, folder, 'a folder that holds one folder of pictures for each class'));
  }
}

function needed(name: TaskName, folder: string | undefined, what: string): string {
  if (folder !== undefined) return folder;
  const expected = `${name} together with --data DIR, ${what}`;
  throw new AtlasError('invalidValue', { option: '--task', value: name, expected });
}

async function openEmoji(): Promise<Task> {
  const manifest = JSON.parse(await readFile(join(emojiFolder, 'emoji.json'), 'utf8'));
  const { data, info } = await sharp(join(emojiFolder, 'emoji.webp'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return emojiTask(manifest, { width: info.width, data });
}

async function cifar10Of(folder: string): Promise<Task> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const isTraining = (name: string) => /^data_batch_.*\.bin$/.test(name);
  if (!names.some(isTraining)) throw new AtlasError('cifarMissing', { folder });
  const files = names.filter((name) => isTraining(name) || name === 'test_batch.bin');
  return openCifar10(files.map((name) => ({ name, read: () => readFile(join(folder, name)) })));
}

async function foldersOf(folder: string): Promise<Task> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return foldersTask(
    entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => ({
        folder: basename(parentPath),
        name,
        decode: (told) => decodeFile(join(parentPath, name), told),
      })),
  );
}

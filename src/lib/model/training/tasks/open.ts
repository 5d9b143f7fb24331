/** Tasks with their files in the browser's worker. Node's counterpart is `scripts/tasks.ts`. */
import { decodePicture } from '../../engine/picture/decode.ts';
import { yieldToEvents } from '../../engine/yieldToEvents.ts';
import { AtlasError } from '../../errors.ts';
import type { TaskChoice } from '../../protocol/training.ts';
import { openCifar10 } from './cifar10.ts';
import { emojiTask, type EmojiSprite } from './emoji.ts';
import { foldersTask } from './folders.ts';
import { gratings } from './gratings.ts';
import { shapesTask } from './shapes.ts';
import type { Task, TaskOptions } from './task.ts';

/**
 * @throws AtlasError emojiUnreachable; cifarUnreadable and what `openCifar10` throws; what `foldersTask` and
 *   `decodePicture` throw
 */
export function openTask(choice: TaskChoice, options: TaskOptions = {}): Promise<Task> {
  switch (choice.name) {
    case 'gratings':
      return Promise.resolve(gratings);
    case 'shapes':
      return Promise.resolve(shapesTask(choice.difficulty));
    case 'emoji':
      return openEmoji(choice.folder, options);
    case 'cifar10':
      return openCifar10(
        choice.files.map((file) => ({
          name: file.name,
          read: async () => new Uint8Array(await readFile(file)),
        })),
        options,
      );
    case 'folders':
      return foldersTask(
        choice.pictures.map(({ folder, file }) => ({
          folder,
          name: file.name,
          decode: (name) => decodePicture(file, name),
        })),
        options,
      );
  }
}

async function readFile(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (cause) {
    // A folder, or a file that has gone since it was chosen.
    throw new AtlasError('cifarUnreadable', { file: file.name }, { cause });
  }
}

async function openEmoji(folder: string, { signal, onProgress }: TaskOptions): Promise<Task> {
  const [manifest, sprite] = await Promise.all([
    get(`${folder}emoji.json`, signal),
    get(`${folder}emoji.webp`, signal),
  ]);
  onProgress?.(1, 2);
  const picture = await decodeSprite(await sprite.blob());
  await yieldToEvents();
  onProgress?.(2, 2);
  return emojiTask(await manifest.json(), picture);
}

async function get(url: string, signal?: AbortSignal): Promise<Response> {
  try {
    const response = await fetch(url, { signal });
    if (response.ok) return response;
  } catch (cause) {
    signal?.throwIfAborted();
    throw new AtlasError('emojiUnreachable', {}, { cause });
  }
  throw new AtlasError('emojiUnreachable', {});
}

/** With its alpha: `decodePicture` would put it on white. */
async function decodeSprite(file: Blob): Promise<EmojiSprite> {
  const bitmap = await createImageBitmap(file, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
  try {
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', {
      colorSpace: 'srgb',
      willReadFrequently: true,
    });
    if (!context) throw new Error('no 2D context');
    context.drawImage(bitmap, 0, 0);
    return { width, data: context.getImageData(0, 0, width, height).data };
  } finally {
    bitmap.close();
  }
}

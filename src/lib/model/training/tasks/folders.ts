/** The reader's own pictures: the folder that a picture is in names its class. */
import { AtlasError } from '../../errors.ts';
import type { Pixels } from '../../protocol.ts';
import { cropToSquare } from '../../engine/picture/preprocess.ts';
import { yieldToEvents } from '../../engine/yieldToEvents.ts';
import { coloursOf, holdOut, recordLength, recordSide, recordsTask } from './records.ts';
import { compareNames, type Task, type TaskOptions } from './task.ts';

export const folderLimits = { leastClasses: 2, mostClasses: 20, leastPictures: 5, mostPictures: 20_000 };

/** Every so manieth picture of a class is held out. */
const heldOutEvery = 5;

export interface FolderPicture {
  /** Name of the folder it is in. */
  readonly folder: string;
  /** Of the file. */
  readonly name: string;
  /** Called once. `name` is to be carried in its errors. */
  decode(name: string): Promise<Pixels>;
}

/** What file managers leave in folders. */
const isLeftover = (name: string) => name.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/i.test(name);

/**
 * The middle square of each picture at 32 × 32, normalised by the training pictures' own mean and deviation.
 *
 * @throws AtlasError foldersNeeded, foldersPictures, foldersClasses, folderTooSmall, and what decoding throws
 */
export async function foldersTask(
  pictures: readonly FolderPicture[],
  { signal, onProgress }: TaskOptions = {},
): Promise<Task> {
  if (pictures.length === 0) throw new AtlasError('foldersNeeded', {});
  // A folder is listed in an order of the system's own; runs are to be the same everywhere.
  const chosen = pictures
    .filter(({ name }) => !isLeftover(name))
    .sort((a, b) => compareNames(a.folder, b.folder) || compareNames(a.name, b.name));
  const classNames = [...new Set(chosen.map(({ folder }) => folder))];
  const byClass = classNames.map((name) => chosen.filter(({ folder }) => folder === name));
  check(classNames, byClass);
  const records = new Uint8Array(chosen.length * recordLength);
  for (const [i, { folder, name, decode }] of chosen.entries()) {
    signal?.throwIfAborted();
    const pixels = await decode(`${folder}/${name}`);
    write(records.subarray(i * recordLength, (i + 1) * recordLength), pixels, classNames.indexOf(folder));
    onProgress?.(i + 1, chosen.length);
    await yieldToEvents();
  }
  const placeInClass = byClass.flatMap((of) => of.map((_, i) => i));
  const [training, heldOut] = holdOut(
    records,
    (index) => placeInClass[index] % heldOutEvery === heldOutEvery - 1,
  );
  return recordsTask({ name: 'folders', classNames, colours: coloursOf(training), training, heldOut });
}

function check(classNames: readonly string[], byClass: readonly (readonly unknown[])[]): void {
  const { leastClasses, mostClasses, leastPictures, mostPictures } = folderLimits;
  const pictures = byClass.reduce((sum, { length }) => sum + length, 0);
  if (pictures > mostPictures) throw new AtlasError('foldersPictures', { pictures, most: mostPictures });
  if (classNames.length < leastClasses || classNames.length > mostClasses)
    throw new AtlasError('foldersClasses', {
      classes: classNames.length,
      least: leastClasses,
      most: mostClasses,
    });
  const small = byClass.findIndex(({ length }) => length < leastPictures);
  if (small >= 0)
    throw new AtlasError('folderTooSmall', {
      folder: classNames[small],
      pictures: byClass[small].length,
      least: leastPictures,
    });
}

function write(record: Uint8Array, pixels: Pixels, label: number): void {
  const { data } = cropToSquare(pixels, recordSide);
  const area = recordSide * recordSide;
  record[0] = label;
  for (let i = 0; i < area; i++) for (let c = 0; c < 3; c++) record[1 + c * area + i] = data[4 * i + c];
}

import { expect, it } from 'vitest';
import { chosenFiles, droppedFiles } from './givenFiles.ts';

const fileEntry = (name: string) => ({
  name,
  isFile: true,
  file: (found: (file: File) => void) => found(new File([], name)),
});

/** As Chromium: a part of what is in the folder at a time. */
const folderEntry = (name: string, inside: readonly unknown[], part = 2) => ({
  name,
  isFile: false,
  createReader: () => {
    let at = 0;
    return {
      readEntries: (found: (entries: readonly unknown[]) => void) => found(inside.slice(at, (at += part))),
    };
  },
});

/** An entry, a file without one, or null for what is no file. */
const drop = (...given: readonly unknown[]) =>
  ({
    items: given.map((one) => ({
      webkitGetAsEntry: () => (one instanceof File ? null : one),
      getAsFile: () => (one instanceof File ? one : null),
    })),
  }) as unknown as DataTransfer;

const told = (files: Awaited<ReturnType<typeof droppedFiles>>) =>
  files.map(({ file, folder }) => [folder, file.name]);

it('finds all files of dropped folders, each with the folder it is in', async () => {
  const pets = folderEntry('pets', [
    folderEntry('cats', ['1', '2', '3', '4', '5'].map(fileEntry)),
    folderEntry('dogs', [fileEntry('1')]),
  ]);
  expect(told(await droppedFiles(drop(pets, fileEntry('alone'), null, new File([], 'placeless'))))).toEqual([
    ...['1', '2', '3', '4', '5'].map((name) => ['cats', name]),
    ['dogs', '1'],
    [null, 'alone'],
    [null, 'placeless'],
  ]);
});

it('knows the folder of chosen files where a folder was chosen', () => {
  const file = (name: string, webkitRelativePath: string) =>
    Object.defineProperty(new File([], name), 'webkitRelativePath', { value: webkitRelativePath });
  const files = chosenFiles([file('1.jpg', 'pets/cats/1.jpg'), file('2.jpg', '')]);
  expect(files.map(({ file, folder }) => [folder, file.name])).toEqual([
    ['cats', '1.jpg'],
    [null, '2.jpg'],
  ]);
});

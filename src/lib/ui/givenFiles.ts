/** Files that the reader has chosen or dropped, folders among them. */

export interface GivenFile {
  readonly file: File;
  /** The folder that it is in; null where it was given by itself. */
  readonly folder: string | null;
}

/** Of an `<input type="file">`, with `webkitdirectory` or without. */
export function chosenFiles(files: Iterable<File>): readonly GivenFile[] {
  return Array.from(files, (file) => ({ file, folder: file.webkitRelativePath.split('/').at(-2) ?? null }));
}

/** Of a drop, with all that lies in folders. To be called while the event is handled: later it holds nothing. */
export async function droppedFiles({ items }: DataTransfer): Promise<readonly GivenFile[]> {
  const given = Array.from(items, (item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = given.map(({ entry, file }) => {
    if (entry) return filesOf(entry, null);
    // From another program a file may come without a place.
    return file ? [{ file, folder: null }] : [];
  });
  return (await Promise.all(found)).flat();
}

async function filesOf(entry: FileSystemEntry, folder: string | null): Promise<GivenFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((found, failed) =>
      (entry as FileSystemFileEntry).file(found, failed),
    );
    return [{ file, folder }];
  }
  const inside = await entriesOf((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(inside.map((one) => filesOf(one, entry.name)))).flat();
}

/** A reader tells some at a time, Chromium a hundred, and none at the end. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((found, failed) => reader.readEntries(found, failed));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

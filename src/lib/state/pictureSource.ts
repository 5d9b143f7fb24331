import { AtlasError } from '../model/errors.ts';
import type { PictureCut } from '../model/pictureCut.ts';

/** Where a picture comes from: one of the samples, or the reader's own file. */
export interface PictureSource {
  /** Name of the file, for messages. */
  readonly name: string;
  /** The sample's id; null for the reader's own. */
  readonly sample: string | null;
  /** The square of it that the network gets; null: the middle one. */
  readonly cut: PictureCut | null;
  /** The file's bytes. Rejects with AtlasError 'pictureUnreachable' when the server is not reached. */
  read(): Promise<Blob>;
}

/** A picture that the reader has opened, dropped, pasted, taken or drawn. It never leaves the device. */
export function ownPicture(file: File): PictureSource {
  return { name: file.name, sample: null, cut: null, read: () => Promise.resolve(file) };
}

export type FetchFile = (url: string) => Promise<Response>;

/** Pictures of this site, each fetched once. Kept in memory, so that they are there without a network too. */
export class SamplePictures {
  readonly #files: Record<string, Promise<Blob> | undefined> = {};
  readonly #urlOf: (file: string) => string;
  readonly #fetchFile: FetchFile;

  /** @param urlOf the URL of a file of this site */
  constructor(urlOf: (file: string) => string, fetchFile: FetchFile = (url) => fetch(url)) {
    this.#urlOf = urlOf;
    this.#fetchFile = fetchFile;
  }

  source({ id, file }: { readonly id: string; readonly file: string }): PictureSource {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return { name, sample: id, cut: null, read: () => this.#read(file, name) };
  }

  /** Fetches one after the other what is not here yet; false when the network ends before that. */
  async keep(samples: readonly { readonly id: string; readonly file: string }[]): Promise<boolean> {
    try {
      for (const sample of samples) await this.source(sample).read();
      return true;
    } catch {
      // Each is tried again when it is chosen, and said to be missing then.
      return false;
    }
  }

  async #read(file: string, name: string): Promise<Blob> {
    const reading = (this.#files[file] ??= this.#fetch(file, name));
    try {
      return await reading;
    } catch (error) {
      delete this.#files[file];
      throw error;
    }
  }

  async #fetch(file: string, name: string): Promise<Blob> {
    try {
      const response = await this.#fetchFile(this.#urlOf(file));
      if (response.ok) return await response.blob();
    } catch (cause) {
      throw new AtlasError('pictureUnreachable', { name }, { cause });
    }
    throw new AtlasError('pictureUnreachable', { name });
  }
}

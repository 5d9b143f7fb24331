import { AtlasError } from '../model/errors.ts';

/** Where a picture comes from: one of the samples, or the reader's own file. */
export interface PictureSource {
  /** Name of the file, for messages. */
  readonly name: string;
  /** The sample's id; null for the reader's own. */
  readonly sample: string | null;
  /** The file's bytes. Rejects with AtlasError 'pictureUnreachable' when the server is not reached. */
  read(): Promise<Blob>;
}

/** A picture that the reader has opened, dropped or pasted. It never leaves the device. */
export function ownPicture(file: File): PictureSource {
  return { name: file.name, sample: null, read: () => Promise.resolve(file) };
}

/**
 * A picture of this site.
 * @param url where its file is
 */
export function samplePicture(id: string, url: string, fetchFile: typeof fetch = fetch): PictureSource {
  const name = url.slice(url.lastIndexOf('/') + 1);
  return {
    name,
    sample: id,
    async read() {
      let response: Response;
      try {
        response = await fetchFile(url);
      } catch (cause) {
        throw new AtlasError('pictureUnreachable', { name }, { cause });
      }
      if (!response.ok) throw new AtlasError('pictureUnreachable', { name });
      return response.blob();
    },
  };
}

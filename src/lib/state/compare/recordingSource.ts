import { AtlasError } from '../../model/errors.ts';

/** The parts of `fetch` that are used. */
export type FetchRecording = (
  url: string,
  options: { readonly signal: AbortSignal },
) => Promise<{ readonly ok: boolean; json(): Promise<unknown> }>;

/** Where recordings are fetched from. */
export class RecordingSource {
  readonly #urlOf: (path: string) => string;
  readonly #fetch: FetchRecording;

  /** @param urlOf URL of a file of this site, by its path from the root */
  constructor(
    urlOf: (path: string) => string,
    fetchFile: FetchRecording = (url, options) => fetch(url, options),
  ) {
    this.#urlOf = urlOf;
    this.#fetch = fetchFile;
  }

  /**
   * A recording's contents. They are this site's own: their form is not checked.
   *
   * @param name for errors
   * @throws AtlasError recordingUnreachable
   */
  async read<T>(path: string, name: string, signal: AbortSignal): Promise<T> {
    try {
      const response = await this.#fetch(this.#urlOf(path), { signal });
      if (response.ok) return (await response.json()) as T;
    } catch (cause) {
      throw new AtlasError('recordingUnreachable', { name }, { cause });
    }
    throw new AtlasError('recordingUnreachable', { name });
  }
}

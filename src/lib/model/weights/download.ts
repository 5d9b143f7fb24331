/** One file over the network, with an error that tells what is wrong when it is not what was expected. */
import { AtlasError } from '../errors.ts';

export interface DownloadOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly url: string;
  /** For errors. */
  readonly file: string;
  readonly signal?: AbortSignal;
  /** As in `fetch`: 'no-cache' asks the server whether the browser's copy is current, 'reload' ignores it. */
  readonly cache?: RequestCache;
}

const noMoreThan = 2 ** 23;

/**
 * A file whose length is known.
 *
 * @param onBytes told how many have been received
 * @throws AtlasError 'weightsMissing', 'weightsNotBinary', 'weightsLength', 'weightsUnreachable'; the signal's
 *   reason when aborted
 */
export async function downloadExactly(
  length: number,
  options: DownloadOptions,
  onBytes: (received: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  let received = 0;
  for await (const chunk of chunks(options)) {
    if (received + chunk.length > length) {
      const start = received ? bytes.subarray(0, received) : chunk;
      throw unexpectedLength(options.file, start, length, received + chunk.length);
    }
    bytes.set(chunk, received);
    received += chunk.length;
    onBytes(received);
  }
  if (received < length) throw unexpectedLength(options.file, bytes.subarray(0, received), length, received);
  return bytes;
}

/**
 * A JSON file.
 *
 * @returns the parsed value and the bytes it came from
 * @throws as `downloadExactly`; AtlasError 'weightsManifest' when it is no JSON
 */
export async function downloadJson(
  options: DownloadOptions,
): Promise<{ value: unknown; bytes: Uint8Array<ArrayBuffer> }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks(options)) {
    parts.push(chunk);
    length += chunk.length;
    if (length > noMoreThan) {
      throw new AtlasError('weightsManifest', { file: options.file, reason: 'it is longer than 8 MB' });
    }
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  if (looksLikeHtml(bytes)) throw new AtlasError('weightsNotBinary', { file: options.file });
  return { value: parseJson(bytes, options.file), bytes };
}

/** @throws AtlasError 'weightsManifest' */
export function parseJson(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AtlasError('weightsManifest', { file, reason: 'it is not JSON' }, { cause });
  }
}

/** Whether a file starts as a web page does: what servers send in place of files they don't have. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  return /^<(?:!doctype|html|head|body|!--)/i.test(start);
}

async function* chunks({ fetch, url, file, signal, cache }: DownloadOptions): AsyncGenerator<Uint8Array> {
  const unlessAborted = (cause: unknown) => {
    signal?.throwIfAborted();
    return new AtlasError('weightsUnreachable', { file }, { cause });
  };
  signal?.throwIfAborted();
  let response: Response;
  try {
    response = await fetch(url, { signal, cache });
  } catch (cause) {
    throw unlessAborted(cause);
  }
  const reader = response.body?.getReader();
  try {
    if (!response.ok) throw new AtlasError('weightsMissing', { file, status: response.status });
    if (/^\s*text\/html\b/i.test(response.headers.get('Content-Type') ?? '')) {
      throw new AtlasError('weightsNotBinary', { file });
    }
    while (reader) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw unlessAborted(cause);
      });
      signal?.throwIfAborted();
      if (done) break;
      yield value;
    }
  } finally {
    // Also when the caller stops early: an endless answer is not read to its end.
    reader?.cancel().catch(() => undefined);
  }
}

function unexpectedLength(file: string, start: Uint8Array, expected: number, actual: number): AtlasError {
  if (looksLikeHtml(start)) return new AtlasError('weightsNotBinary', { file });
  return new AtlasError('weightsLength', { file, expected, actual });
}

/** The browser's decoder in a worker of its own, for decode.spec.ts. */
import { toPlainError } from '../src/lib/model/errors.ts';
import { decodePicture } from '../src/lib/model/engine/picture/decode.ts';

addEventListener('message', async ({ data: { file, name } }: MessageEvent<{ file: Blob; name: string }>) => {
  try {
    postMessage({ pixels: await decodePicture(file, name) });
  } catch (error) {
    postMessage({ error: toPlainError(error) });
  }
});

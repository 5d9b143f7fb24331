import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Git-ignored, never served: downloads, stamps, reports. */
export const cacheFolder = join(root, '.cache');

/** What the page fetches; one folder per model. */
export const servedFolder = (model: string) => join(root, 'static/weights', model);

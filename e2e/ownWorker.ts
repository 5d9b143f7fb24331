/** A worker of a test's own, in an empty page of its own: parts of the engine that the site has no page for. */
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';

const root = resolve(import.meta.dirname, '..');
const origin = 'https://worker.test/';

/** @param file in this folder @returns the worker's code */
export async function buildWorker(file: string): Promise<string> {
  const lib = { entry: resolve(import.meta.dirname, file), formats: ['es' as const], fileName: 'worker' };
  const options = { configFile: false, logLevel: 'error', root, build: { write: false, lib } } as const;
  const [{ output }] = (await build(options)) as Rolldown.RolldownOutput[];
  return output[0].code;
}

/** Opens a page whose worker is at `/worker.js`. */
export async function serveWorker(page: Page, worker: string): Promise<void> {
  await page.route(`${origin}**`, async (route) => {
    if (route.request().url().endsWith('/worker.js')) {
      await route.fulfill({ contentType: 'text/javascript', body: worker });
    } else {
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Worker</title>' });
    }
  });
  await page.goto(origin);
}

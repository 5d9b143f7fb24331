/** What the explorer's tests share: opening it, and waiting for its own states. */
import type { Locator, Page, Worker } from '@playwright/test';
import { expect, gotoHydrated } from './support.ts';

/** Opens the explorer on wasm, whatever else the query asks for. */
export async function openExplorer(page: Page, query = '', language: 'en' | 'zh' = 'en'): Promise<void> {
  const path = language === 'en' ? '/explore/' : '/zh/explore/';
  await gotoHydrated(page, `${path}?${query}${query ? '&' : ''}backend=wasm`);
}

export const explorer = (page: Page): Locator => page.locator('.explore');

/** The node whose value is shown is the chosen one's, in the pass of the picture shown. */
export const inspector = (page: Page, node: string): Locator =>
  page.locator(`#inspector[data-node="${node}"][data-state="current"]`);

/** The pass has ended, with class names. */
export async function finished(page: Page): Promise<void> {
  await expect(explorer(page)).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
  await expect(page.locator('ol[data-state="current"] li')).toHaveCount(5, { timeout: 60_000 });
}

/** Which pass is shown: rises with each. */
export const run = async (page: Page): Promise<number> =>
  Number(await explorer(page).getAttribute('data-run'));

/** The engine's worker; wasm's threads are workers too, from blobs. */
export const engineWorker = (page: Page): Worker =>
  page.workers().find((worker) => !worker.url().startsWith('blob:'))!;

/** Lets nothing be computed while something is done: the worker waits for an answer that comes after it. */
export async function whileNothingIsComputed(page: Page, doing: () => Promise<void>): Promise<void> {
  let release = () => {};
  const held = new Promise<void>((go) => (release = go));
  let isWaiting = () => {};
  const waiting = new Promise<void>((begun) => (isWaiting = begun));
  await page.route('**/hold', async (route) => {
    isWaiting();
    await held;
    await route.fulfill({ body: '' });
  });
  const freed = engineWorker(page).evaluate(() => {
    const request = new XMLHttpRequest();
    request.open('GET', '/hold', false);
    request.send();
  });
  await waiting;
  await doing();
  release();
  await freed;
}

export const mapItem = (page: Page, id: string): Locator => page.locator(`[data-item="${id}"]`);

/** A measure over all values of the chosen node, as the page shows it. */
export async function statistic(
  page: Page,
  measure: 'mean' | 'std' | 'min' | 'max' | 'zeros',
): Promise<number> {
  const cell = page.locator(`#inspector [data-statistic="${measure}"] td`).first();
  return Number(await cell.getAttribute('data-value'));
}

/** Colours in the middle of the four quarters of the picture shown: RGB, row by row. */
export async function quarterColours(page: Page): Promise<number[][]> {
  return page.locator('[data-picture] img').evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return [0.25, 0.75].flatMap((y) =>
      [0.25, 0.75].map((x) => [
        ...context.getImageData(canvas.width * x, canvas.height * y, 1, 1).data.subarray(0, 3),
      ]),
    );
  });
}

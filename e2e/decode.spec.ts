/** The browser's decoder beside Node's: the same file must give the same pixels, or the same error. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { writeBadPictures } from '../scripts/bad-pictures.ts';
import { decodeFile } from '../scripts/decode.ts';
import { toPlainError, type PlainError } from '../src/lib/model/errors.ts';
import type { Pixels } from '../src/lib/model/protocol.ts';
import { buildWorker, serveWorker } from './ownWorker.ts';

const root = resolve(import.meta.dirname, '..');

/** Greatest difference of levels. */
const tolerance = (file: string) => (/\.(jpg|avif)$/.test(file) ? 2 : 0);

let worker: string;

test.beforeAll(async () => {
  worker = await buildWorker('decode.worker.ts');
});

test.beforeEach(({ page }) => serveWorker(page, worker));

interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

function decoded({ width, height, channels, data }: Pixels): Decoded {
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += channels, to += 3) {
    rgb.set(data.subarray(from, from + 3), to);
  }
  return { width, height, rgb };
}

/** Decodes in the page's worker. Pixels come back as text, which takes large ones. */
async function inBrowser(page: Page, path: string): Promise<Decoded | PlainError> {
  await page.evaluate(() => {
    document.body.innerHTML = '<input type="file">';
  });
  await page.locator('input').setInputFiles(path);
  const answer = await page.evaluate(async () => {
    const [file] = document.querySelector('input')!.files!;
    const worker = new Worker('/worker.js', { type: 'module' });
    const { pixels, error } = await new Promise<MessageEvent['data']>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ file, name: file.name });
    });
    worker.terminate();
    if (error) return { error };
    const { width, height, channels, data }: Pixels = pixels;
    const text = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as string);
      reader.readAsDataURL(new Blob([data as BlobPart]));
    });
    return { width, height, channels, base64: text.slice(text.indexOf(',') + 1) };
  });
  if ('error' in answer) return answer.error as PlainError;
  const { base64, ...size } = answer;
  return decoded({ ...size, data: new Uint8Array(Buffer.from(base64, 'base64')) });
}

async function inNode(path: string): Promise<Decoded | PlainError> {
  return decodeFile(path, basename(path)).then(decoded, toPlainError);
}

async function compare(page: Page, path: string): Promise<void> {
  const file = basename(path);
  const [browser, node] = [await inBrowser(page, path), await inNode(path)];
  if ('code' in browser || 'code' in node) {
    expect.soft(browser, file).toEqual(node);
    return;
  }
  expect.soft([browser.width, browser.height], file).toEqual([node.width, node.height]);
  const distance = browser.rgb.reduce((most, level, at) => Math.max(most, Math.abs(level - node.rgb[at])), 0);
  expect.soft(distance, file).toBeLessThanOrEqual(tolerance(file));
}

test('odd and bad pictures', async ({ page }, testInfo) => {
  for (const { path } of await writeBadPictures(testInfo.outputPath('pictures'))) await compare(page, path);
});

test('photographs', async ({ page }) => {
  const folder = resolve(root, 'static/samples');
  const files = readdirSync(folder).filter((file) => file.endsWith('.jpg'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) await compare(page, join(folder, file));
});

test('a picture of several megapixels, read strip by strip', async ({ page }, testInfo) => {
  const [width, height] = [2311, 4007];
  const levels = new Uint8Array(width * height * 3).map((_, at) => (at * 31 + (at >> 9)) & 255);
  const path = testInfo.outputPath('large.png');
  await sharp(levels, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toFile(path);
  const large = await inBrowser(page, path);
  const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
  expect(large).toMatchObject({ width, height });
  expect(hash((large as Decoded).rgb)).toBe(hash(levels));
});

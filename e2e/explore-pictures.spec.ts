/** Pictures of the reader's own: opened, dropped, pasted; and files that are none. */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { badPictures, quarters, writeBadPictures } from '../scripts/bad-pictures.ts';
import { explorer, finished, openExplorer, quarterColours, run } from './explore.ts';
import { expect, test } from './support.ts';

const folder = mkdtemp(join(tmpdir(), 'atlas-pictures-'));
const files = folder.then((made) => writeBadPictures(made));
const path = async (file: string) => join(await folder, (await files).find((one) => one.file === file)!.file);
const choose = async (page: Page, file: string) =>
  page.locator('input[type="file"]').setInputFiles(await path(file));

/** Hands a file over as the clipboard or a drag does. */
async function transfer(page: Page, type: 'paste' | 'drop', file: string): Promise<void> {
  const bytes = [...(await readFile(await path(file)))];
  await page.evaluate(
    ({ type, bytes, name }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
      const event =
        type === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    },
    { type, bytes, name: basename(file) },
  );
}

test('a file of one’s own, opened, dropped or pasted, is run, and is not in the URL; pasted text is left alone', async ({
  page,
}) => {
  await openExplorer(page, 'picture=koala');
  await finished(page);
  const dialogue = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open…' }).click();
  await (await dialogue).setFiles(await path('quarters.png'));
  await expect(page.locator('[data-picture="quarters.png"]')).toBeVisible();
  await expect(page.getByText('96 × 64 pixels')).toBeVisible();
  await finished(page);
  expect(new URL(page.url()).searchParams.has('picture')).toBe(false);
  await expect(page.locator('[data-sample][aria-pressed="true"]')).toHaveCount(0);

  for (const type of ['drop', 'paste'] as const) {
    await page.locator('[data-sample="koala"]').click();
    await expect(page.locator('[data-picture="koala.jpg"]')).toBeVisible();
    await transfer(page, type, 'quarters.png');
    await expect(page.locator('[data-picture="quarters.png"]')).toBeVisible();
    await finished(page);
  }

  const before = await run(page);
  const isTaken = await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'words');
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    return !document.body.dispatchEvent(event);
  });
  expect(isTaken).toBe(false);
  expect(await run(page)).toBe(before);

  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([''], 'a.png'));
    document.body.dispatchEvent(
      new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByText('Drop the picture to run the network on it')).toBeVisible();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([''], 'a.png'));
    document.body.dispatchEvent(new DragEvent('dragleave', { dataTransfer: data, bubbles: true }));
  });
  await expect(page.getByText('Drop the picture to run the network on it')).toHaveCount(0);
});

test('files that cannot be opened: a sentence each, and the picture before stays; odd ones look as they should', async ({
  page,
}) => {
  await openExplorer(page);
  await finished(page);
  const before = await run(page);
  for (const { file, error } of badPictures.filter((one) => one.error !== null)) {
    await choose(page, file);
    const notice = page.locator(`[role="alert"][data-code="${error}"]`);
    await expect(notice, file).toContainText(file);
    await expect(page.locator('[data-picture="red-panda.jpg"]')).toBeVisible();
    await expect(explorer(page)).toHaveAttribute('data-state', 'done');
  }
  expect(await run(page)).toBe(before);
  await expect(page.locator('ol li').first()).toHaveAttribute('data-class', '387');

  // In Chinese as well; and the next good picture takes the message away.
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.getByRole('alert')).toContainText(/[一-鿿]{4}/);
  await choose(page, 'quarters.png');
  await expect(page.locator('[data-picture="quarters.png"]')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);

  const odd = badPictures.filter(
    ({ file, error }) => error === null && /^(orientation|quarters|palette)/.test(file),
  );
  for (const { file } of odd) {
    await choose(page, file);
    await expect(page.locator(`[data-picture="${file}"]`), file).toBeVisible();
    const colours = await quarterColours(page);
    colours.forEach((colour, quarter) =>
      colour.forEach((level, channel) =>
        expect(Math.abs(level - quarters.colours[quarter][channel]), `${file} ${quarter}`).toBeLessThan(8),
      ),
    );
  }
  expect(odd.length).toBeGreaterThan(10);
});

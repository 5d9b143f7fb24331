/** What is trained on: the reader's own files, read in the browser; a broken one is told in a sentence. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

const controls = (page: Page) => page.locator('[data-race]');
const panel = (page: Page) => page.locator('[data-task]');
const input = (page: Page) => panel(page).locator('input[type="file"]');

/** Records of CIFAR-10's binary version: a label, then 3072 values. */
function records(count: number): Buffer {
  const bytes = Buffer.alloc(count * 3073, 0);
  for (let i = 0; i < count; i++) {
    bytes.fill((37 * i) % 256, i * 3073, (i + 1) * 3073);
    bytes[i * 3073] = i % 10;
  }
  return bytes;
}

const bin = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

async function trainTwoSteps(page: Page) {
  await expect(controls(page)).toHaveAttribute('data-race', 'idle');
  await controls(page).getByRole('button').first().click();
  await expect(controls(page)).toHaveAttribute('data-step', '2', { timeout: 30_000 });
  await expect(controls(page)).toHaveAttribute('data-race', 'idle');
}

test('CIFAR-10 and own pictures: what is wrong is said, what is right is trained on', async ({
  page,
}, testInfo) => {
  await gotoHydrated(page, '/compare/?task=cifar10&lanes=residual-8-w2&batch=4&steps=2');

  await test.step('a link holds no files: nothing can be run, and the page says why', async () => {
    await expect(panel(page)).toHaveAttribute('data-task', 'cifar10');
    await expect(panel(page)).toBeVisible();
    await expect(controls(page).getByRole('button').first()).toBeDisabled();
  });

  const alert = panel(page).getByRole('alert');
  await test.step('files that are not CIFAR-10 are told in a sentence each', async () => {
    await input(page).setInputFiles(bin('data_batch_1.bin', Buffer.alloc(3000)));
    await expect(alert).toContainText('data_batch_1.bin is 3000 bytes long');
    await input(page).setInputFiles(bin('data_batch_2.bin', Buffer.alloc(0)));
    await expect(alert).toContainText('data_batch_2.bin is empty');
    await input(page).setInputFiles(bin('train.bin', Buffer.alloc(2 * 3073, 42)));
    await expect(alert).toContainText('train.bin has the label 42 in record 0');
  });

  await test.step('a file that is dropped is taken as one that is chosen', async () => {
    const transfer = await page.evaluateHandle(() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(5)], 'dropped.bin'));
      return dropped;
    });
    const zone = panel(page).getByRole('group', { name: 'Choose files' });
    for (const event of ['dragover', 'drop']) await zone.dispatchEvent(event, { dataTransfer: transfer });
    await expect(alert).toContainText('dropped.bin is 5 bytes long');
  });

  await test.step('a good one shows examples of its classes, and is trained on', async () => {
    await input(page).setInputFiles(bin('data_batch_1.bin', records(40)));
    await expect(panel(page).getByRole('img', { name: 'Examples of “frog”' })).toBeVisible();
    await expect(panel(page)).toContainText('36 pictures to train on, others held out');
    await expect(alert).toHaveCount(0);
    await trainTwoSteps(page);
  });

  await test.step('pictures in folders: the folder is the class', async () => {
    await panel(page).getByRole('radio', { name: 'Your own pictures' }).check();
    await expect(page).toHaveURL(/task=folders/);
    const root = testInfo.outputPath('pictures');
    const draw = async (folder: string, count: number, background: string) => {
      await mkdir(`${root}/${folder}`, { recursive: true });
      const picture = sharp({ create: { width: 48, height: 32, channels: 3, background } });
      for (let i = 0; i < count; i++) await picture.clone().jpeg().toFile(`${root}/${folder}/${i}.jpg`);
    };
    await draw('day', 6, '#adf');
    await input(page).setInputFiles(root);
    await expect(alert).toContainText('Pictures lie in 1 folder');
    await draw('night', 4, '#102');
    await input(page).setInputFiles(root);
    await expect(alert).toContainText('The folder “night” has 4 pictures');
    await draw('night', 5, '#102');
    await writeFile(`${root}/night/note.txt`, 'no picture');
    await input(page).setInputFiles(root);
    await expect(alert).toContainText('“night/note.txt” is not a picture');
    await rm(`${root}/night/note.txt`);
    await input(page).setInputFiles(root);
    await expect(panel(page).getByRole('img', { name: 'Examples of “night”' })).toBeVisible();
    await trainTwoSteps(page);
  });

  await test.step('emoji come from this site', async () => {
    await panel(page).getByRole('radio', { name: 'Emoji' }).check();
    await expect(panel(page).getByRole('img', { name: 'Examples of “other animal”' })).toBeVisible();
  });

  await test.step('everybody can use it, at 360 pixels too', async () => {
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await horizontalOverflow(page)).toBe(0);
  });
});

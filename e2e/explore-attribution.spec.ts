/** What the network looked at: maps of classes over the picture, by each method, in the network as it is shown. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { finished, inspector, openExplorer } from './explore.ts';
import { accessibilityViolations, expect, horizontalOverflow, test } from './support.ts';

/** Computed by PyTorch in float32 from the same picture; see the README beside it. */
const fixtures = resolve(import.meta.dirname, '../src/lib/model/engine/fixtures');
const { top5 } = JSON.parse(readFileSync(resolve(fixtures, 'chelsea.json'), 'utf8')) as {
  top5: { index: number; probability: number }[];
};

const panel = (page: Page, state: string) => page.locator(`#attribution[data-state="${state}"]`);
const figures = (page: Page) => page.locator('#attribution figure');
const maps = (page: Page) => page.locator('#attribution [role="application"]');
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const method = (page: Page) => page.locator('#attribution').getByLabel('Method');
const classes = (page: Page) => page.locator('[data-classes] [role="option"]');

/** A row of the table that adds the map up, by class. */
const quantities = (page: Page, quantity: string) =>
  page
    .locator(`#attribution [data-quantity="${quantity}"] td`)
    .evaluateAll((cells: HTMLElement[]) => cells.map(({ dataset }) => Number(dataset.value)));

async function current(page: Page): Promise<void> {
  await expect(panel(page, 'current')).toBeVisible({ timeout: 60_000 });
}

test('class activation maps add up to the logits, and are read where they are drawn', async ({ page }) => {
  const [first, second, third] = top5;
  await openExplorer(page, `view=attribution&class=${first.index}&versus=${second.index}`);
  await page.locator('input[type="file"]').first().setInputFiles(resolve(fixtures, 'chelsea.png'));
  await expect(page.locator('[data-picture="chelsea.png"]')).toBeVisible();
  await finished(page);
  await current(page);
  await expect(figures(page)).toHaveCount(2);

  const sums = await quantities(page, 'sum');
  const logits = await quantities(page, 'logit');
  sums.forEach((sum, i) => expect(Math.abs(sum - logits[i])).toBeLessThan(1e-4));
  // What the reference says of the two: logits differ by the logarithm of the probabilities' ratio.
  const expected = Math.log(first.probability / second.probability);
  expect(Math.abs(sums[0] - sums[1] - expected)).toBeLessThan(0.02);

  // Cells are centred at multiples of 32, from pixel 0 on.
  for (const peak of await figures(page).evaluateAll((all: HTMLElement[]) =>
    all.map((one) => one.dataset.peak!),
  ))
    for (const pixel of peak.split(',')) expect(Number(pixel) % 32).toBe(0);
  // They hang over the upper and left borders by half a cell: the frame begins at −15.5.
  const box = (await maps(page).first().boundingBox())!;
  const at = (pixel: number) => (pixel + 0.5 + 15.5) / 239.5;
  await maps(page)
    .first()
    .hover({ position: { x: box.width * at(128), y: box.height * at(97) } });
  const place = page.locator('#attribution [data-place]');
  await expect(place).toHaveAttribute('data-place', '3,4');
  await expect(place).toContainText('row 3, column 4 (pixel 128, 96)');
  await maps(page).last().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(place).toHaveAttribute('data-place', '4,6');

  await page.locator('#attribution').getByText('Show the numbers as a table').click();
  await expect(page.locator('#attribution details tbody tr')).toHaveCount(49);

  await page.getByLabel('Drawn as').selectOption('smooth');
  await expect(page.locator('[data-drawn="smooth"]')).toContainText('Interpolated');
  expect(parameter(page, 'overlay')).toBe('smooth');

  await page.getByRole('button', { name: 'Take the second class away' }).click();
  await expect(figures(page)).toHaveCount(1);
  const field = page.getByLabel('Class', { exact: true });
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('tabby');
  await expect(classes(page)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(figures(page)).toHaveAttribute('data-class', String(third.index));
  expect(parameter(page, 'class')).toBe(String(third.index));
  expect(parameter(page, 'versus')).toBeNull();
  await expect(field).toHaveValue('tabby');

  // Without a class of its own, the panel is about what the network says of each picture.
  await page.getByRole('button', { name: 'Back to the most probable class' }).click();
  await expect(figures(page)).toHaveAttribute('data-class', String(first.index));
  await page.locator('[data-sample="koala"]').click();
  await expect(figures(page)).toHaveAttribute('data-class', '105', { timeout: 60_000 });
  await current(page);

  // In Chinese, dark, on a small screen, with the numbers and the list of classes open.
  await page.setViewportSize({ width: 360, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.locator('#attribution')).toContainText('网络看了哪里');
  await current(page);
  await page.getByLabel('类别', { exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(classes(page).first()).toBeVisible();
  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('by gradients and by covering: settings in the link, progress, an end at any time', async ({ page }) => {
  await openExplorer(page, 'view=attribution&method=gradCam&camBlock=4d&overlay=smooth');
  await finished(page);
  await current(page);
  await expect(page.locator('[data-drawn]')).toContainText('14 × 14');
  await page.getByLabel('At the output of').selectOption('5c');
  await expect(page.locator('[data-drawn]')).toContainText('7 × 7');
  expect(parameter(page, 'camBlock')).toBeNull();

  await method(page).selectOption('saliency');
  await expect(page.locator('[data-drawn]')).toHaveAttribute('data-drawn', 'pixels');
  await current(page);
  await page.getByLabel('Noisy copies').waitFor({ state: 'detached' });

  await method(page).selectOption('smoothGrad');
  await expect(panel(page, 'computing')).toBeVisible();
  await page.getByLabel('Noisy copies').fill('2');
  await page.getByLabel('Noisy copies').press('Enter');
  await current(page);
  expect(parameter(page, 'samples')).toBe('2');

  await method(page).selectOption('occlusion');
  const progress = page.locator('#attribution [data-done]');
  await expect.poll(async () => Number(await progress.getAttribute('data-done'))).toBeGreaterThan(1);
  await expect(progress).toHaveAttribute('data-all', '81');
  await expect(figures(page)).toHaveCount(1);
  // Meanwhile the network answers other questions.
  await page.locator('[data-item="unit 3b"] > .hit').click();
  await expect(inspector(page, 'res3b')).toBeVisible();
  await expect(panel(page, 'computing')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel(page, 'partial')).toContainText(/Ended after \d+ of 81/);

  // Another network: nothing that takes long is begun without the reader.
  await page.locator('[role="treeitem"][tabindex="0"]:visible').focus();
  await page.keyboard.press('Delete');
  await expect(page.locator('[data-edits]')).toHaveAttribute('data-edits', '1');
  await finished(page);
  await expect(page.locator('#attribution')).toContainText(
    'in the network as it is shown, with 1 intervention',
  );
  await expect(panel(page, 'stale')).toContainText('Of the pass before');
  await page.getByRole('button', { name: 'Compute' }).click();
  await expect(panel(page, 'computing')).toBeVisible();
});

/** Iterative refinement: recorded at first, then measured on a picture, then over the reader's own. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

/** Computed by PyTorch in float32; see the README beside them. */
const fixtures = resolve(import.meta.dirname, '../src/lib/model/engine/fixtures');
const file = (name: string) => resolve(fixtures, name);
const golden = (name: string) =>
  JSON.parse(readFileSync(file(`${name}.json`), 'utf8')) as {
    top5: { index: number; probability: number }[];
    gradients: { skips: { loss: number } };
  };
const [chelsea, coffee] = ['chelsea', 'coffee'].map(golden);

const measured = (page: Page, state: string) => page.locator(`[data-measured="${state}"]`);
const exit = (page: Page, block: string) => page.locator(`[data-exit="${block}"]`);
const probabilityAfter = async (page: Page, block: string) =>
  Number(await exit(page, block).locator('[data-probability]').first().getAttribute('data-probability'));
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

test('three figures of every block and the early exits: recorded, of a picture, over several', async ({
  page,
}) => {
  await gotoHydrated(page, '/gradients/refinement/?picture=chelsea-cat&block=4d&loss=third');
  await expect(page.locator('.notice').filter({ hasText: 'third' })).toBeVisible();
  await expect(page.getByText('mean over 16 pictures').first()).toBeVisible();
  for (const panel of ['error', 'cosine', 'ratio'])
    await expect(page.locator(`[data-panel="${panel}"] .below b`)).toHaveText('4d');

  // A picture that was not recorded has no figures until it is measured.
  await page.locator('input[type="file"]').first().setInputFiles(file('chelsea.png'));
  await expect(page.locator('[data-picture="chelsea.png"]')).toBeVisible({ timeout: 60_000 });
  await expect(measured(page, 'live')).toBeVisible({ timeout: 60_000 });
  const loss = Number(await page.locator('[data-loss]').getAttribute('data-loss'));
  expect(Math.abs(loss / chelsea.gradients.skips.loss - 1)).toBeLessThan(0.02);
  expect(Math.abs((await probabilityAfter(page, '5c')) - chelsea.top5[0].probability)).toBeLessThan(2e-3);
  await expect(exit(page, '5c').locator('[data-class]').first()).toHaveAttribute(
    'data-class',
    String(chelsea.top5[0].index),
  );

  // Several of the reader's own: one that is no picture is told, and left out.
  const set = page.locator('.set');
  const names = ['chelsea.png', 'coffee.png', 'README.md'].map(file);
  await set.locator('input[type="file"]').setInputFiles(names);
  await expect(set).toHaveAttribute('data-done', '0');
  await set.locator('button.primary').click();
  await expect(set).toHaveAttribute('data-complete', 'true', { timeout: 60_000 });
  await expect(set.locator('li')).toContainText('README.md');
  await expect(page.getByText('mean over 2 pictures').first()).toBeVisible();
  const mean = (chelsea.top5[0].probability + coffee.top5[0].probability) / 2;
  const told = await page.locator('[data-exit-set="5c"] td').first().innerText();
  expect(Math.abs(Number(told.split(' ')[0]) - mean)).toBeLessThan(3e-3);

  // The read-out of one chart is that of all, and in the address.
  const slider = page.locator('[data-panel="ratio"] input[type="range"]');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-panel="error"] .below b')).toHaveText('4e');
  expect(parameter(page, 'block')).toBe('4e');

  // The loss of another class is another measurement; what was over the set is forgotten.
  await page.locator('[data-measured] select').selectOption('second');
  await expect(set).toHaveAttribute('data-done', '0');
  await expect(page.locator('[data-measured="live"] [data-loss]')).toBeVisible({ timeout: 60_000 });
  const second = await probabilityAfter(page, '5c');
  expect(Math.abs(second - chelsea.top5[1].probability)).toBeLessThan(2e-3);
  expect(parameter(page, 'loss')).toBe('second');

  expect(await accessibilityViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await horizontalOverflow(page)).toBe(0);
});

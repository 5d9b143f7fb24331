/** The gradient through the trained network, on a picture whose gradients PyTorch has computed. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvParse } from 'd3';
import type { Page } from '@playwright/test';
import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

const fixtures = join(import.meta.dirname, '../src/lib/model/engine/fixtures');
const golden = JSON.parse(readFileSync(join(fixtures, 'chelsea.json'), 'utf8')).gradients;

const complete = (page: Page) => page.locator('section[data-state="complete"]');

/** The norms as the page saves them: by network, by place. */
async function norms(page: Page): Promise<Record<string, Record<string, number>>> {
  await page.locator('[data-export-name="gradient-flow"] button').click();
  const download = page.waitForEvent('download');
  await page.locator('[data-export-item="norms"]').click();
  const rows = csvParse(await readFile(await (await download).path(), 'utf8'));
  const found: Record<string, Record<string, number>> = {};
  for (const { network, place, gradient_l2 } of rows) (found[network] ??= {})[place] = Number(gradient_l2);
  return found;
}

/** Rounding the weights to float16 alone moves a gradient's norm by up to 7 %. */
function expectGolden(actual: Record<string, number>, { input, blocks }: (typeof golden)['skips']) {
  expect(Object.keys(actual)).toHaveLength(17);
  for (const [place, norm] of Object.entries<number>({ input, ...blocks })) {
    expect(Math.abs(actual[place] / norm - 1), `${place}: ${actual[place]}, PyTorch ${norm}`).toBeLessThan(
      0.1,
    );
  }
}

test('norms are those of PyTorch with all skips, with none, and with one cut; curves stay', async ({
  page,
}) => {
  await gotoHydrated(page, '/gradients/?network=9z');
  await expect(page.locator('section[data-state]').first()).toHaveAttribute(
    'data-state',
    /recorded|computing/,
  );
  await expect(page.getByText('9z')).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles(join(fixtures, 'chelsea.png'));
  await expect(page.locator('[data-picture="chelsea.png"]')).toBeVisible({ timeout: 60_000 });
  await expect(complete(page)).toBeVisible({ timeout: 60_000 });
  const both = await norms(page);
  expectGolden(both.none, golden.skips);
  expectGolden(both.all, golden.cutAll);
  const maps = page.locator('[data-maps="32"]');
  await maps.locator('summary').click();
  await expect(maps.locator('tbody tr')).toHaveCount(32);

  // The curve of the plain network is kept; beside it comes that of one cut.
  await page.getByRole('button', { name: 'Keep this curve' }).click();
  await page.locator('[data-preset="none"]').click();
  await page.locator('button[data-block="4d"]').focus();
  await page.keyboard.press('Space');
  await expect(page.locator('button[data-block="4d"]')).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/network=4d&pins=all/);
  await expect(page.locator('li[data-series]')).toHaveCount(3);
  await expect(complete(page)).toBeVisible({ timeout: 60_000 });
  const three = await norms(page);
  expect(Object.keys(three)).toEqual(['none', '4d', 'all']);
  expectGolden(three['4d'], golden.cut4d);

  expect(await accessibilityViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await horizontalOverflow(page)).toBe(0);
});

/** The gradient along paths: recorded first, then measured on a picture whose gradients PyTorch has computed. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

/** Computed by PyTorch in float32; see the README beside it. */
const fixtures = resolve(import.meta.dirname, '../src/lib/model/engine/fixtures');
const golden = JSON.parse(readFileSync(resolve(fixtures, 'chelsea.json'), 'utf8')) as {
  gradients: { skips: { blocks: Record<string, number> } };
};

test('measures what paths of each length carry, and each path through the last blocks', async ({ page }) => {
  await gotoHydrated(page, '/gradients/paths/?samples=64&seed=-3');
  const panel = page.locator('[aria-labelledby="by-length"]');
  await expect(panel).toHaveAttribute('data-result', 'recorded');
  await expect(page.getByRole('alert')).toContainText('“-3”');

  await page.locator('input[type="file"]').setInputFiles(resolve(fixtures, 'chelsea.png'));
  await expect(page.locator('[data-picture="chelsea.png"] [data-state="answered"]')).toBeVisible({
    timeout: 60_000,
  });
  await panel.getByRole('button', { name: 'Run it here' }).click();
  await expect(panel).toHaveAttribute('data-result', 'live', { timeout: 60_000 });
  await expect(panel).toContainText('Egyptian cat');

  const norm = await page.locator('[aria-labelledby="few-paths"]').getAttribute('data-norm');
  // Weights in half precision.
  expect(Math.abs(Number(norm) / golden.gradients.skips.blocks['4f'] - 1)).toBeLessThan(0.1);
  await panel.getByText('All values').click();
  const shares = await panel.locator('tbody td:nth-child(7)').allTextContents();
  const sum = shares.reduce((all, text) => all + Number.parseFloat(text.replace('−', '-')), 0);
  expect(shares).toHaveLength(17);
  // Seventeen figures, each rounded to a tenth.
  expect(Math.abs(sum - 100)).toBeLessThan(17 * 0.05);

  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByRole('button', { name: 'Run again' })).toBeVisible();
  await expect(panel).toHaveAttribute('data-result', 'live');

  const slider = panel.getByRole('slider').first();
  await slider.focus();
  await page.keyboard.press('End');
  await expect(panel.locator('[data-length="16"]')).toContainText('a single path');
  const few = page.locator('[aria-labelledby="few-paths"]');
  await few.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(
    few.getByRole('radio', { name: 'projection of 5a, shortcut of 5b, branch of 5c' }),
  ).toBeChecked();
  expect(new URL(page.url()).searchParams.get('path')).toBe('1');

  expect(await accessibilityViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await horizontalOverflow(page)).toBe(0);
});

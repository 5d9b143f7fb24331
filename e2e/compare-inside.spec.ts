/** Looking into networks that have just been trained: from nothing to a pair without its blocks. */
import { inspector, mapItem } from './explore.ts';
import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

test('a pair is trained a few steps, looked into, and loses its blocks', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await gotoHydrated(page, '/compare/inside/?picture=3&node=no/node');

  await test.step('a hostile address is told, and there is nothing to look into', async () => {
    await expect(page.getByRole('alert')).toContainText('no/node');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  await test.step('trained here; what can be looked into is, as soon as a step is made', async () => {
    const training = page.locator('[data-train]');
    await training.getByRole('button', { name: 'Train them here' }).click();
    await expect(page.locator('[data-inside="residual-20 0"]')).toBeVisible({ timeout: 60_000 });
    await training.getByRole('button', { name: 'Cancel' }).click();
    await expect(training).toHaveCount(0);
    await expect(page.locator('[data-picture="3"][data-label]')).toBeVisible();
    await expect(inspector(page, 'stem_conv')).toBeVisible();
    await expect(page.locator('[data-beside="plain-20 0"]')).toBeVisible();
  });

  await test.step('a node of the map is chosen, and a number of it is the sum of its terms', async () => {
    await mapItem(page, 'unit stage1_block2').click();
    await expect(inspector(page, 'stage1_block2')).toBeVisible();
    await page.locator('#inspector [data-cell]').first().click();
    const audit = page.locator('#audit[data-state="current"]');
    await expect(audit.locator('[data-within]')).toHaveAttribute('data-within', 'true');
    await expect(page).toHaveURL(/node=stage1_block2/);
    expect(await horizontalOverflow(page)).toBe(0);
  });

  await test.step('a skip is cut: the answer is told before and after', async () => {
    await mapItem(page, 'unit stage1_block2').locator('[data-sum]').click();
    await expect(page.locator('.bar[data-edits="1"]')).toBeVisible();
    await expect(page.locator('ol[data-state="before"] li')).toHaveCount(5);
    await expect(page).toHaveURL(/edits=cut\.stage1_block2/);
  });

  await test.step('each block is taken away in turn, in both networks', async () => {
    const lesions = page.locator('[data-lesions]');
    await lesions.getByRole('button', { name: 'Count it here' }).click();
    await expect(lesions).toHaveAttribute('data-lesions', '2', { timeout: 60_000 });
    await expect(lesions).toContainText('live');
    await expect(lesions).toContainText('256 pictures');
  });

  await test.step('the other network takes its place, with what is chosen', async () => {
    await page.getByLabel('Network and seed').selectOption('plain-20 0');
    await expect(page.locator('[data-inside="plain-20 0"]')).toBeVisible();
    await expect(inspector(page, 'stage1_block2_add')).toBeVisible();
    // It has no skip to cut.
    await expect(page.locator('.bar[data-edits="0"]')).toBeVisible();
  });

  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
});

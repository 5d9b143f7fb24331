import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

test('lesions: a guess first, recorded figures, then run here on one picture', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await gotoHydrated(page, '/gradients/lesions/?over=picture&guess=9z&steps=1');
  const blocks = page.locator('[data-lesions="blocks"]');
  const chart = blocks.getByRole('img', { name: /^A bar for each of 16 blocks/ });

  await test.step('a hostile address is told, and the figure waits for a guess', async () => {
    await expect(page.getByRole('alert')).toContainText('9z');
    await expect(blocks).toContainText('recorded');
    await expect(chart).toHaveCount(0);
    await blocks.getByRole('button', { name: 'Block 4d' }).click();
    await expect(chart).toBeVisible();
    await expect(blocks.getByRole('status').filter({ hasText: 'You marked 4d' })).toBeVisible();
    await expect(page).toHaveURL(/guess=4d/);
  });

  await test.step('run here, the figure is live', async () => {
    await blocks.getByRole('button', { name: 'Run it here' }).click();
    await expect(blocks).toHaveAttribute('data-live', 'true', { timeout: 60_000 });
    await expect(blocks).toContainText('live');
    await expect(blocks.getByRole('status').filter({ hasText: 'You marked 4d' })).toBeVisible();
  });

  await test.step('a run can be ended, and what was recorded stays', async () => {
    const removals = page.locator('[data-lesions="removals"]');
    await removals.getByRole('button', { name: 'Run it here' }).click();
    await removals.getByRole('button', { name: 'Cancel' }).click();
    await expect(removals).toHaveAttribute('data-live', 'false');
    await expect(removals.getByRole('button', { name: 'Run it here' })).toBeEnabled();
  });

  await test.step('two small networks are trained here, for one step', async () => {
    const plain = page.locator('[data-lesions="plain"]');
    await plain.getByRole('button', { name: 'Run it here' }).click();
    await expect(plain).toHaveAttribute('data-live', 'true', { timeout: 60_000 });
  });

  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
});

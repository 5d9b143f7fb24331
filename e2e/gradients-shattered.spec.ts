import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

test('shattered gradients: computed at once, changed, repeated for a seed', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await gotoHydrated(page, '/gradients/shattered/?width=100&layers=51&seed=3');
  await expect(page.getByRole('alert')).toContainText('51');
  const curves = page.locator('[data-curves]');
  const lag = async (id: string) =>
    Number(await page.locator(`[data-curve="${id}"]`).getAttribute('data-lag'));

  await test.step('all six curves come by themselves, as the paper has them', async () => {
    await expect(curves).toHaveAttribute('data-curves', '6', { timeout: 60_000 });
    expect(Math.abs(await lag('plain24'))).toBeLessThan(0.3);
    expect(await lag('residual50')).toBeGreaterThan(0.85);
    expect(await lag('brownNoise')).toBeGreaterThan(0.9);
    // Five standard errors of 256 independent numbers.
    expect(Math.abs(await lag('whiteNoise'))).toBeLessThan(5 / 16);
  });

  await test.step('one layer more: only the reader’s curve is another, and the address says so', async () => {
    const [own, plain] = [await lag('own'), await lag('plain24')];
    const layers = page.getByRole('slider', { name: 'Layers' });
    await layers.focus();
    await layers.press('ArrowRight');
    await expect(page).toHaveURL(/layers=11/);
    await expect(curves).toHaveAttribute('data-curves', '6');
    expect(await lag('own')).not.toBe(own);
    expect(await lag('plain24')).toBe(plain);
    await layers.press('ArrowLeft');
    await expect(page).not.toHaveURL(/layers/);
    await expect(page.locator('[data-curve="own"]')).toHaveAttribute('data-lag', String(own));
  });

  await test.step('another seed can be cancelled, and its curves computed after all', async () => {
    await page.getByRole('button', { name: 'Another seed' }).click();
    await expect(page).toHaveURL(/seed=4/);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Compute what is missing' }).click();
    await expect(curves).toHaveAttribute('data-curves', '6', { timeout: 60_000 });
  });

  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
});

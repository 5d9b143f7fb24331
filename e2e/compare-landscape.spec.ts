import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

test('loss landscapes: recorded ones are shown, small ones are trained and computed', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await gotoHydrated(
    page,
    '/compare/landscape/?resolution=5&pictures=16&lanes=plain-8-w2,residual-8-w2&steps=4&tilt=99',
  );
  await expect(page.getByRole('alert')).toContainText('99');
  const networks = page.locator('[data-network]');
  const reading = (index: number) => networks.nth(index).locator('.reading');

  await test.step('what was recorded is fetched: on a plane of random directions, and where training went', async () => {
    await expect(networks).toHaveCount(2);
    await expect(page.locator('[data-network="residual"] svg .band')).not.toHaveCount(0);
    await page.getByRole('combobox', { name: 'Plane' }).selectOption('trajectory');
    await expect(page).toHaveURL(/plane=trajectory/);
    await expect(page.locator('[data-network="plain"] svg .way')).toHaveCount(2);
    await expect(page.locator('[data-network="plain"]')).toContainText('explains');
  });

  await test.step('a pair is trained here', async () => {
    await page.getByRole('combobox', { name: 'Networks' }).selectOption('live');
    await page.getByRole('button', { name: 'Train them' }).click();
    await expect(page.locator('[data-trained="2"]')).toHaveAttribute('data-step', '4', { timeout: 60_000 });
    await expect(networks).toHaveCount(2);
  });

  await test.step('its landscapes come row by row, along the way of training and along random directions', async () => {
    for (const plane of ['trajectory', 'random']) {
      await page.getByRole('combobox', { name: 'Plane' }).selectOption(plane);
      await page.getByRole('button', { name: 'Compute the landscapes' }).click();
      for (const index of [0, 1])
        await expect(networks.nth(index)).toHaveAttribute('data-rows', '5', { timeout: 60_000 });
    }
    await expect(reading(0)).toContainText('a = 0, b = 0: loss');
  });

  await test.step('a point is read off both, with keys', async () => {
    const before = await reading(1).textContent();
    await page.getByRole('slider', { name: 'Point of the plane' }).first().press('ArrowUp');
    await expect(reading(0)).toContainText('a = 0, b = 0.5: loss');
    await expect(reading(1)).toContainText('b = 0.5');
    expect(await reading(1).textContent()).not.toBe(before);
  });

  await test.step('as a surface it is turned, and the address knows', async () => {
    await page.getByRole('combobox', { name: 'Drawing' }).selectOption('surface');
    const handle = page.getByRole('slider', { name: 'Viewpoint' }).first();
    await handle.press('ArrowRight');
    await expect(page).toHaveURL(/turn=40/);
    await expect(handle).toHaveAttribute('aria-valuetext', 'turned by 40°, tilted by 35°');
    await expect(networks.first().locator('polygon')).toHaveCount(17);
    const { x, y } = (await handle.boundingBox())!;
    await page.mouse.move(x + 50, y + 50);
    await page.mouse.down();
    await page.mouse.move(x + 90, y + 50, { steps: 3 });
    await expect(handle).not.toHaveAttribute('aria-valuenow', '40');
    await expect(page).toHaveURL(/turn=40/);
    await page.mouse.up();
    await expect(page).not.toHaveURL(/turn=40/);
  });

  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
});

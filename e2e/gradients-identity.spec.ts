import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

test('identity shortcuts and orders: recorded first, measured here, kept in the address', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await gotoHydrated(page, '/gradients/identity/?depth=20&orders=original,preActivation,sideways');
  await expect(page.getByRole('alert')).toContainText('sideways');
  const panel = page.getByRole('region', { name: 'What is measured' });
  const ratio = async (id: string) =>
    Number(await page.locator(`[data-network="${id}"] .ratio`).getAttribute('data-ratio'));

  await test.step('recorded figures stand there before anything runs', async () => {
    await expect(page.locator('[data-network="preActivation-20"]')).toContainText('recorded');
    await expect(page.locator('[data-product]')).toHaveAttribute('data-product', String(0.5 ** 9));
  });

  await test.step('a run here: pre-activation lets the gradient grow less, as in PyTorch', async () => {
    await panel.getByRole('button', { name: 'Run all 3 here' }).click();
    await expect(panel).toHaveAttribute('data-measured', '0', { timeout: 60_000 });
    await expect(page.locator('[data-network="preActivation-20"]')).toContainText('live');
    // 9.0 and 4.1, each ± 40 %.
    expect(Math.abs((await ratio('original-20')) / 9 - 1)).toBeLessThan(0.4);
    expect(Math.abs((await ratio('preActivation-20')) / 4.1 - 1)).toBeLessThan(0.4);
  });

  await test.step('another λ is another network; its product is known at once', async () => {
    const lambda = page.getByRole('slider', { name: 'λ, factor on every shortcut' });
    await lambda.focus();
    await lambda.press('End');
    await expect(page).toHaveURL(/lambda=2/);
    await expect(page.locator('[data-product]')).toHaveAttribute('data-product', '512');
    await expect(panel).toHaveAttribute('data-measured', '1');
    await expect(page.locator('[data-network="original-20-lambda2"]')).toContainText('not measured yet');
  });

  await test.step('an order is left out, and the address says so', async () => {
    await panel.getByRole('checkbox', { name: 'full pre-activation' }).uncheck();
    await expect(page).toHaveURL(/orders=original(&|$)/);
    await expect(page.locator('[data-network="preActivation-20"]')).toHaveCount(0);
  });

  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
});

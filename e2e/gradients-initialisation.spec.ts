import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

test('networks at initialisation: recorded first, measured here, changed, and kept in the address', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await gotoHydrated(
    page,
    '/gradients/initialisation/?networks=plain-20,sideways-20,residual-20-none-alpharoot',
  );
  const list = page.getByRole('region', { name: 'Networks' });
  await expect(page.getByRole('alert')).toContainText('sideways-20');
  const growth = (id: string) => page.locator(`[data-network="${id}"] .measured`);

  await test.step('recorded figures stand there before anything runs', async () => {
    await expect(page.locator('[data-network="plain-20"]')).toContainText('recorded');
    await expect(page.locator('#first-steps')).toContainText('recorded');
  });

  await test.step('a run here gives what theory says, for each network', async () => {
    await list.getByRole('button', { name: /^Run all 2 here/ }).click();
    await expect(list).toHaveAttribute('data-measured', '0', { timeout: 60_000 });
    await expect(page.locator('[data-network="plain-20"]')).toContainText('live');
    // √(π/(π−1)) = 1.211; measured 1.20 ± 0.03. SkipInit keeps gradients flat: ratio 0.64, so 0.98 a convolution.
    expect(Math.abs(Number(await growth('plain-20').textContent()) - 1.2)).toBeLessThan(0.03);
    expect(Math.abs(Number(await growth('residual-20-none-alpharoot').textContent()) - 0.98)).toBeLessThan(
      0.03,
    );
  });

  await test.step('a network is changed in its place, and the address says so', async () => {
    await list.getByRole('button', { name: /^Change residual 20/ }).click();
    await list.getByRole('combobox', { name: 'Norm' }).selectOption('batch norm');
    await expect(page).toHaveURL(/networks=plain-20,residual-20-alpharoot/);
    await list.getByRole('button', { name: /^Remove residual 20/ }).click();
    await expect(page).toHaveURL(/networks=plain-20$/);
    await expect(list.getByRole('button', { name: 'Add a network' })).toBeFocused();
    await expect(list).toHaveAttribute('data-measured', '0');
  });

  await test.step('a run over the first steps can be ended', async () => {
    const steps = page.locator('#first-steps');
    await steps.getByRole('button', { name: 'Run it here' }).click();
    await steps.getByRole('button', { name: 'Cancel' }).click();
    await expect(steps).not.toHaveAttribute('data-steps', /plain|residual/);
  });

  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
});

import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

test('what is measured of the layers: maps on one scale, read off by keyboard and pointer, with charts and tables', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await gotoHydrated(page, '/compare/?lanes=plain-8,residual-8-zerogamma&steps=6&measureEvery=2');
  const panel = page.locator('[data-measured]');
  const maps = panel.getByRole('slider', { name: / step and layer$/ });
  const reading = (index: number) => maps.nth(index).getAttribute('aria-valuetext');

  await test.step('they come while the networks are trained', async () => {
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.locator('[data-race]')).toHaveAttribute('data-step', '6');
    await expect(panel).toHaveAttribute('data-measured', '3');
    await expect(maps).toHaveCount(2);
    expect(await reading(0)).toMatch(/^Step 4, first convolution: \d/);
  });

  await test.step('arrow keys lead through steps and layers, in all maps together', async () => {
    await maps.first().focus();
    for (const key of ['Home', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    expect(await reading(0)).toMatch(/^Step 0, stage 1, block 1, convolution 2: \d/);
    // γ = 0 lets nothing through: the branch's kernels have no gradient at all at the first step.
    expect(await reading(1)).toBe('Step 0, stage 1, block 1, convolution 2: 0');
    await expect(panel.getByText('exactly 0: has no place on a logarithmic scale')).toBeVisible();
    await expect(panel.getByRole('heading', { name: 'Gradient norm of all layers at step 0' })).toBeVisible();
    await panel.getByRole('button', { name: 'Latest step' }).click();
    expect(await reading(0)).toMatch(/^Step 4,/);
  });

  await test.step('the pointer chooses a place, too', async () => {
    await maps.nth(1).click({ position: { x: 2, y: 2 } });
    expect(await reading(0)).toMatch(/^Step 0, first convolution:/);
  });

  await test.step('every figure has its maps, charts and tables', async () => {
    await panel.getByRole('combobox', { name: 'Figure' }).selectOption('Dead channels');
    await expect(page).toHaveURL(/figure=dead/);
    await expect(panel.getByRole('heading', { name: 'Dead channels of all layers at step 0' })).toBeVisible();
    await panel.getByText('All six figures at step 0').click();
    await panel.getByText('Show the numbers as a table').first().click();
    await expect(panel.getByRole('row', { name: /^4 / }).first()).toBeVisible();
  });

  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
});

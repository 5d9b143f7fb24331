import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

test('a race: run, paused, step by step, rewound to the same start, changed in its place', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await gotoHydrated(
    page,
    '/compare/?lanes=plain-8,residual-8,plain-9&steps=10&seeds=1&rate=-3&measureEvery=1',
  );
  const controls = page.locator('[data-race]');
  const step = async () => Number(await controls.getAttribute('data-step'));
  const loss = (lane: string) => page.locator(`[data-lane="${lane}"] [data-loss]`).getAttribute('data-loss');
  const idle = () => expect(controls).toHaveAttribute('data-race', 'idle', { timeout: 60_000 });
  let first: (string | null)[];

  await test.step('what a link has that cannot be is told, the rest is taken', async () => {
    await expect(page.getByRole('alert').filter({ hasText: 'plain-9' })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: '-3' })).toBeVisible();
    await expect(page.locator('[data-lane]')).toHaveCount(2);
  });

  await test.step('one step: both networks begin alike, near ln 8', async () => {
    await page.getByRole('button', { name: 'One step' }).click();
    await expect(controls).toHaveAttribute('data-step', '1', { timeout: 60_000 });
    await idle();
    first = [await loss('plain-8'), await loss('residual-8')];
    for (const one of first) expect(Math.abs(Number(one) - Math.log(8))).toBeLessThan(0.5);
    await expect(page.locator('[data-race]')).toHaveAttribute('data-origin', 'live');
  });

  await test.step('a run goes on from there, can be paused, and ends where it should', async () => {
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await idle();
    expect(await step()).toBeLessThanOrEqual(10);
    const go = page.getByRole('button', { name: /^(Continue|10 steps more)$/ });
    if ((await step()) < 10) await go.click();
    await expect(controls).toHaveAttribute('data-step', '10', { timeout: 60_000 });
    await idle();
    await expect(page.locator('[data-sentence]')).toContainText('after 10 steps');
  });

  await test.step('no step is missing: every one is in the table of the chart', async () => {
    const chart = page
      .locator('section', { has: page.getByRole('heading', { name: 'Training loss' }) })
      .last();
    await chart.getByText('All values').click();
    await expect(chart.locator('tbody tr')).toHaveCount(10);
    await chart.getByText('All values').click();
  });

  await test.step('rewound, the first step is the first again', async () => {
    await page.getByRole('button', { name: 'Rewind' }).click();
    await expect(page.getByText('Rewound to the same initial weights.')).toBeVisible();
    await page.getByRole('button', { name: 'One step' }).click();
    await expect(controls).toHaveAttribute('data-step', '1', { timeout: 60_000 });
    await idle();
    expect([await loss('plain-8'), await loss('residual-8')]).toEqual(first);
  });

  await test.step('on another page and back again it is still there', async () => {
    const pages = page.getByRole('navigation', { name: 'Plain against residual' });
    await pages.getByRole('link', { name: /^Inside/ }).click();
    await pages.getByRole('link', { name: /^Side by side/ }).click();
    await expect(page).toHaveURL(/lanes=plain-8,residual-8/);
    await expect(controls).toHaveAttribute('data-step', '1');
    expect([await loss('plain-8'), await loss('residual-8')]).toEqual(first);
  });

  await test.step('another network is another race, and in the address', async () => {
    await page.getByText('Change networks, recipe and task').click();
    await page.getByRole('button', { name: 'Remove plain 8' }).click();
    await expect(page).toHaveURL(/lanes=residual-8&/);
    await expect(page.locator('[data-lane="residual-8"]')).toBeVisible();
    // Nothing of these has been trained here: their recording is shown.
    await expect(controls).toHaveAttribute('data-origin', 'recorded');
    await page.getByRole('combobox', { name: 'Example' }).selectOption('Zero γ');
    await expect(page.locator('[data-lane]')).toHaveCount(2);
    await expect(controls).toHaveAttribute('data-step', '0');
  });

  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
  await gotoHydrated(page, '/zh/compare/');
  await expect(page).toHaveTitle(/普通网络与残差网络：并排训练/);
});

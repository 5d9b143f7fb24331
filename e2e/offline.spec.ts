/** What the service worker does: the course kept and read without a network; isolation where a host has none. */
import { serveBuild } from '../scripts/servedBuild.ts';
import { finished } from './explore.ts';
import { expect, gotoHydrated, test } from './support.ts';

test.use({ serviceWorkers: 'allow' });

test('the course is kept on the device, and read and searched without a network', async ({
  page,
  context,
}) => {
  await gotoHydrated(page, '/lessons/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
  const offline = page.locator('[data-kept]');
  await expect(offline).toHaveAttribute('data-kept', 'false');
  await offline.getByRole('button').click();
  await expect(offline).toHaveAttribute('data-kept', 'true', { timeout: 60_000 });

  await context.setOffline(true);
  await gotoHydrated(page, '/lessons/residual-block/?from=memory#questions');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The residual block');
  await page.getByRole('navigation').getByRole('link', { name: 'Lessons' }).first().click();
  await expect(offline).toHaveAttribute('data-kept', 'true');
  await page.getByRole('searchbox').first().fill('bottleneck');
  await page.locator('[data-kind="lesson"]').first().getByRole('link').click();
  await expect(page).toHaveURL(/\/lessons\/[a-z0-9-]+\//);
  await expect(page.locator('[data-prediction]')).toBeVisible();
  await context.setOffline(false);
});

test('where a host sends no headers, pages and their workers are isolated from the second visit on', async ({
  page,
}) => {
  const host = await serveBuild();
  await page.goto(`${host.url}about/`);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await gotoHydrated(page, `${host.url}explore/?backend=wasm`);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await finished(page);
  await host.close();
});

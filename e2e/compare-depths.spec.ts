/** Recorded runs of networks of 8 to 110 layers: chosen, drawn, fetched, and handed on to the race. */
import { recordedTraining } from '../src/lib/state/compare/recordedTraining.ts';
import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

const onGratings = recordedTraining.filter(({ task }) => task === 'gratings');
const depths = [...new Set(onGratings.map(({ depth }) => depth))].sort((a, b) => a - b);

test('recorded runs are drawn against their depth, and their curves are fetched', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const [, name] = /recordings\/training\/(.*)\.json/.exec(request.url()) ?? [];
    if (name) fetched.push(name);
  });
  await gotoHydrated(page, '/compare/depths/?depth=20&smooth=50');
  const overDepth = page.locator('[data-depths]');
  const curves = page.locator('[data-curves]');

  await test.step('all that is recorded on gratings is there, and said to be recorded', async () => {
    await expect(overDepth).toHaveAttribute('data-depths', depths.join(' '));
    await expect(page.locator('[data-recorded]')).toHaveCount(onGratings.length);
    await expect(overDepth.getByText('recorded', { exact: true })).toBeVisible();
    await expect(overDepth.getByRole('img')).toHaveAccessibleName(/training error after 200 steps/);
  });

  await test.step('the curves of one depth come from its files alone', async () => {
    await expect(curves).toHaveAttribute('data-curves', 'plain residual');
    const names = onGratings.filter(({ depth }) => depth === 20).map(({ name }) => name);
    expect(fetched.sort()).toEqual(names.sort());
    await expect(page.getByRole('button', { name: 'Copy' })).toBeVisible();
    await expect(page.getByText('--depth 20 --net plain --steps 1000 --seed 0')).toBeVisible();
  });

  await test.step('another number of steps and another figure are in the address', async () => {
    await page.getByRole('combobox', { name: 'After', exact: true }).selectOption('1000');
    await page.getByRole('combobox', { name: 'Against the depth' }).selectOption('loss');
    await expect(page).toHaveURL(/figure=loss&after=1000/);
    await expect(overDepth.getByRole('img')).toHaveAccessibleName(/training loss after 1000 steps/);
    await page.getByRole('combobox', { name: 'Against the depth' }).selectOption('heldOut');
    await expect(overDepth.getByRole('status')).toContainText('no held-out pictures');
  });

  await test.step('what was published is beside it, labelled as such', async () => {
    const published = page.locator('section[aria-labelledby="published"]');
    await expect(published.getByText('published', { exact: true })).toBeVisible();
    await expect(published).toContainText('read off figure 6');
  });

  await test.step('the same networks can be trained here', async () => {
    await expect(curves.getByRole('link')).toHaveAttribute(
      'href',
      /\/compare\/\?lanes=plain-20,residual-20&steps=1000&smooth=50$/,
    );
  });

  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
});

test.describe('without a connection', () => {
  test.use({ expectedErrors: /ERR_FAILED/ });

  test('a file that cannot be fetched is told, and asked for again', async ({ page }) => {
    let isReachable = false;
    await page.route('**/recordings/training/*.json', (route) =>
      isReachable ? route.continue() : route.abort(),
    );
    await gotoHydrated(page, '/compare/depths/?depth=20&after=ever');
    const curves = page.locator('[data-curves]');
    await expect(page.getByText('“ever” in this page’s address')).toBeVisible();
    await expect(curves.getByRole('alert')).toContainText('could not be fetched');
    isReachable = true;
    await curves.getByRole('button', { name: 'Try again' }).click();
    await expect(curves).toHaveAttribute('data-curves', 'plain residual');
    await expect(curves.getByRole('alert')).toHaveCount(0);
  });
});

/** The explorer's form: widths, languages, themes, keyboard, screen readers; and how smoothly it runs. */
import { explorer, finished, inspector, mapItem, openExplorer } from './explore.ts';
import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

for (const [language, theme, width] of [
  ['en', 'light', 360],
  ['zh', 'dark', 800],
  ['en', 'dark', 1280],
  ['zh', 'light', 2560],
] as const) {
  test(`${language}, ${theme}, ${width} px: accessible and within its width, before and after a pass`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    let release = () => {};
    const held = new Promise<void>((go) => (release = go));
    await page.route(/\.bin$/, async (route) => {
      await held;
      await route.continue();
    });
    await openExplorer(page, 'node=res4a_branch1', language);
    await expect(page.locator('#inspector')).toHaveAttribute('data-state', 'empty');
    expect(await horizontalOverflow(page)).toBe(0);
    expect(await accessibilityViolations(page)).toEqual([]);
    release();
    await finished(page);
    await expect(inspector(page, 'res4a_branch1')).toBeVisible();
    await page.locator('#inspector details').last().locator('summary').click();
    expect(await horizontalOverflow(page)).toBe(0);
    expect(await accessibilityViolations(page)).toEqual([]);
    // A vector looks different.
    await mapItem(page, 'unit head').locator('> .hit').click();
    await expect(inspector(page, 'prob')).toBeVisible();
    expect(await horizontalOverflow(page)).toBe(0);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
}

test('without scripts the map, the shapes and the chosen node’s facts are there', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/explore/`);
  await expect(page.locator('.map:visible [data-item="unit 4f"]:visible')).toHaveCount(1);
  await expect(page.locator('.map .wide')).toContainText('14×14×1024');
  await expect(page.locator('#inspector')).toContainText('9,472');
  await expect(
    page.getByText('64 maps of 112 × 112 will appear here once the stem has been computed.'),
  ).toBeVisible();
  await context.close();
});

test('no tensor library before the explorer asks for one', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await gotoHydrated(page, '/about/');
  expect(requested.filter((url) => /worker|wasm|tfjs/.test(url))).toEqual([]);
});

test('from picture to channel with the keyboard alone', async ({ page }) => {
  await openExplorer(page);
  await finished(page);
  const focused = () =>
    page.evaluate(() => {
      const { dataset, tagName, id } = document.activeElement as HTMLElement;
      return dataset.sample ?? dataset.item ?? dataset.channel ?? (id || tagName);
    });
  const seen: string[] = [];
  const isChannel = (name: string) => /^\d+$/.test(name);
  const next = async () => {
    await page.keyboard.press('Tab');
    seen.push(await focused());
  };
  for (let i = 0; i < 120 && !seen.some(isChannel); i++) {
    await next();
    if (seen.at(-1) === 'koala') await page.keyboard.press('Enter');
  }
  await next();
  // One stop in the tree, one in the grid.
  expect(seen.filter((name) => /^(unit|node|section) /.test(name))).toEqual(['node conv1']);
  expect(seen.filter(isChannel)).toHaveLength(1);
  await expect(page.locator('ol[data-state="current"] li[data-class="105"]')).toBeVisible({
    timeout: 30_000,
  });
});

test('bad values in the URL are said and replaced; on a narrow screen the way from the map to the maps is at hand', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openExplorer(page, 'node=conv99&sort=size&whatever=1');
  await expect(page.getByRole('alert')).toHaveCount(2);
  await expect(page.getByRole('alert').first()).toContainText('conv99');
  await finished(page);
  await expect(inspector(page, 'conv1')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
  await expect(page.getByRole('alert')).toHaveCount(1);

  await mapItem(page, 'unit 2b').locator('> .hit').click();
  await page.getByRole('link', { name: 'See res2b' }).click();
  await expect(page.locator('#inspector h2').first()).toBeInViewport();
  await expect(explorer(page)).toHaveAttribute('data-state', 'done');
});

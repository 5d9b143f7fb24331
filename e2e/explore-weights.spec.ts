/** The way of the weights: little before the first maps, clear words when something is wrong, nothing after load. */
import type { Page } from '@playwright/test';
import { explorer, finished, inspector, mapItem, openExplorer } from './explore.ts';
import { expect, test } from './support.ts';

const shard = (name: string) => new RegExp(`/weights/resnet50/${name}\\.[0-9a-f]+\\.bin$`);

test('conv1’s maps are on screen after less than 1 MB of weights', async ({ page }) => {
  const maps = page.locator('#inspector[data-node="conv1"][data-state="current"] [role="gridcell"]');
  const bytes = { before: 0, after: 0 };
  await page.route(/\/weights\/resnet50\//, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    bytes[(await maps.count()) > 0 ? 'after' : 'before'] += body.length;
    await route.fulfill({ response, body });
  });
  await openExplorer(page);
  await finished(page);
  expect(bytes.before).toBeLessThan(1e6);
  expect(bytes.before + bytes.after).toBeGreaterThan(51e6);
});

test('each block is computed as soon as its own weights are here', async ({ page }) => {
  let hold = true;
  const held: (() => void)[] = [];
  await page.route(/\.bin$/, async (route) => {
    if (hold && !shard('conv1').test(route.request().url())) await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await openExplorer(page);
  await expect(inspector(page, 'conv1')).toBeVisible({ timeout: 60_000 });
  await expect(mapItem(page, 'unit stem')).toHaveAttribute('data-state', 'computed');
  await expect(mapItem(page, 'unit 2a')).toHaveAttribute('data-state', 'absent');
  await expect(page.getByText('waiting for the weights of block 2a')).toBeVisible();
  hold = false;
  held.forEach((go) => go());
  await finished(page);
});

test.describe('when a file is wrong', () => {
  // The browser itself writes failed requests to the console.
  test.use({ expectedErrors: /Failed to load resource/ });

  /** Answers for one shard as long as it is told to. */
  async function spoil(
    page: Page,
    name: string,
    answer: { status?: number; contentType?: string; body: string | Buffer } | null,
  ) {
    let isSpoilt = true;
    await page.route(shard(name), async (route) => {
      if (!isSpoilt) return route.continue();
      return answer ? route.fulfill(answer) : route.abort();
    });
    return () => (isSpoilt = false);
  }

  const cases = [
    {
      what: 'missing',
      code: 'weightsMissing',
      answer: { status: 404, contentType: 'text/plain', body: 'no' },
    },
    {
      what: 'a web page',
      code: 'weightsNotBinary',
      answer: { contentType: 'text/html', body: '<!doctype html><p>Sign in' },
    },
    { what: 'not reached', code: 'weightsUnreachable', answer: null },
  ] as const;

  for (const { what, code, answer } of cases) {
    test(`${what}: a sentence, what is computed stays, and trying again goes on`, async ({ page }) => {
      const mend = await spoil(page, '3b', answer);
      await openExplorer(page);
      const notice = page.locator(`[role="alert"][data-code="${code}"]`);
      await expect(notice).toContainText('3b', { timeout: 60_000 });
      await expect(page.getByRole('alert')).toHaveCount(1);
      await expect(inspector(page, 'conv1')).toBeVisible();
      await expect(mapItem(page, 'unit 3a')).toHaveAttribute('data-state', 'computed');
      mend();
      await notice.getByRole('button', { name: 'Try again' }).click();
      await finished(page);
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  }

  test('damaged: the hash tells', async ({ page }) => {
    await page.route(shard('2b'), async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[1000] ^= 1;
      await route.fulfill({ response, body });
    });
    await openExplorer(page);
    await expect(page.locator('[role="alert"][data-code="weightsHash"]')).toContainText('2b', {
      timeout: 60_000,
    });
    await expect(inspector(page, 'conv1')).toBeVisible();
  });

  test('cut short: the length tells', async ({ page }) => {
    await page.route(shard('2c'), async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({
        status: 200,
        contentType: 'application/octet-stream',
        body: body.subarray(0, 5000),
      });
    });
    await openExplorer(page);
    await expect(page.locator('[role="alert"][data-code="weightsLength"]')).toContainText('2c', {
      timeout: 60_000,
    });
  });

  test('a page in place of the manifest', async ({ page }) => {
    await page.route(/manifest\.json$/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Hello' }),
    );
    await openExplorer(page);
    await expect(page.locator('[role="alert"][data-code="weightsNotBinary"]')).toContainText(
      'manifest.json',
      {
        timeout: 60_000,
      },
    );
    // The graph is there without any weights.
    await expect(mapItem(page, 'unit 5c')).toBeVisible();
  });

  test('without a network after load all goes on: other nodes, other samples, pictures of one’s own', async ({
    page,
    context,
  }) => {
    await openExplorer(page);
    await finished(page);
    await expect(explorer(page)).toHaveAttribute('data-samples', 'kept', { timeout: 30_000 });
    await context.setOffline(true);
    await mapItem(page, 'unit 4d').locator('> .hit').click();
    await expect(inspector(page, 'res4d')).toBeVisible();
    await page.locator('[data-sample="koala"]').click();
    await expect(page.locator('ol[data-state="current"] li[data-class="105"]')).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

test('on the next visit the weights come from the cache', async ({ page }) => {
  await openExplorer(page);
  await finished(page);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.reload();
  await finished(page);
  expect(requested.filter((url) => /\.bin$/.test(url))).toEqual([]);
  await expect(page.getByText('kept from an earlier visit')).toBeVisible();
});

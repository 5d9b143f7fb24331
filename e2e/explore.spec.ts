/** The explorer's journeys: from a picture to the network's answer and to any channel of any layer. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { explorer, finished, inspector, mapItem, openExplorer, run, statistic } from './explore.ts';
import { expect, gotoHydrated, test } from './support.ts';

/** Computed by PyTorch in float32 from the same picture; see the README beside it. */
const fixtures = resolve(import.meta.dirname, '../src/lib/model/engine/fixtures');
const golden = JSON.parse(readFileSync(resolve(fixtures, 'chelsea.json'), 'utf8')) as {
  top5: { index: number; label: string; probability: number }[];
  nodes: Record<string, { mean: number; std: number; min: number; max: number }>;
};

test('from a sample to the network’s answer: weights, blocks that light up, other pictures', async ({
  page,
}) => {
  await openExplorer(page);
  await finished(page);
  const first = page.locator('ol li').first();
  await expect(first).toHaveAttribute('data-class', '387');
  await expect(first).toContainText('lesser panda');
  await expect(page.locator('.weights')).toContainText('51.5');
  const live = page.locator('[data-backend="wasm"]');
  await expect(live).toHaveAttribute('data-state', 'live');
  await expect(live).toContainText(/live\s+· WebAssembly · float16 weights ·\s+[\d.]+\sm?s/);
  await expect(page.getByText('software renderer')).toHaveCount(0);
  await expect(
    page.locator('[aria-live="polite"]').filter({ hasText: 'Most probable: lesser panda' }),
  ).toHaveCount(1);

  await expect(page.locator('[role="treeitem"][data-state="computed"]')).toHaveCount(19);
  // The picture, the stem, 16 blocks; the head is a vector.
  await expect(page.locator('[role="treeitem"] > image')).toHaveCount(18);

  // Another picture: its answer takes the old one's place, the URL follows.
  await page.locator('[data-sample="koala"]').click();
  await expect(page.locator('[data-picture="koala.jpg"]')).toBeVisible();
  await expect(page.locator('ol[data-state="current"] li[data-class="105"]')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.locator('[data-sample="koala"]')).toHaveAttribute('aria-pressed', 'true');
  expect(new URL(page.url()).searchParams.get('picture')).toBe('koala');

  // Of many in a row the last one stays.
  for (const sample of ['castle', 'coffee', 'scarlet-macaw']) {
    await page.locator(`[data-sample="${sample}"]`).click();
  }
  await expect(page.locator('[data-picture="scarlet-macaw.jpg"]')).toBeVisible();
  await expect(page.locator('ol[data-state="current"] li').first()).toHaveAttribute('data-class', '88', {
    timeout: 30_000,
  });
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the numbers on the page are those of the reference', async ({ page }) => {
  await openExplorer(page);
  await page.locator('input[type="file"]').setInputFiles(resolve(fixtures, 'chelsea.png'));
  await expect(page.locator('[data-picture="chelsea.png"]')).toBeVisible();
  await finished(page);
  const shown = page.locator('ol li');
  for (const [place, { index, label, probability }] of golden.top5.slice(0, 3).entries()) {
    await expect(shown.nth(place)).toHaveAttribute('data-class', String(index));
    await expect(shown.nth(place)).toContainText(label.replaceAll('_', ' '));
    const percent = Number.parseFloat(await shown.nth(place).locator('.percent').innerText());
    expect(Math.abs(percent / 100 - probability)).toBeLessThan(2e-3);
  }
  for (const node of ['conv1', 'res2a', 'res3b_branch2b', 'res4d_add', 'avg_pool']) {
    await gotoNode(page, node);
    const { mean, std, min, max } = golden.nodes[node];
    expect(Math.abs((await statistic(page, 'mean')) - mean)).toBeLessThan(0.002 * std);
    expect(Math.abs((await statistic(page, 'std')) - std)).toBeLessThan(0.005 * std);
    expect(Math.abs((await statistic(page, 'min')) - min)).toBeLessThan(0.015 * (max - min));
    expect(Math.abs((await statistic(page, 'max')) - max)).toBeLessThan(0.015 * (max - min));
  }
});

/** Chooses a node on the map: its block first, then itself. */
async function gotoNode(page: import('@playwright/test').Page, node: string): Promise<void> {
  const block = /\d[a-f]/.exec(node)?.[0];
  const unit = mapItem(page, `unit ${block ?? (node === 'conv1' ? 'stem' : 'head')}`);
  if ((await unit.getAttribute('aria-expanded')) !== 'true') await unit.locator('> .hit').click();
  await mapItem(page, `node ${node}`).locator('.box').click();
  await expect(inspector(page, node)).toBeVisible();
}

test('a node chosen with the mouse, with the keyboard alone; the language changes without a new pass', async ({
  page,
}) => {
  await openExplorer(page);
  await finished(page);
  await mapItem(page, 'unit 4d').locator('> .hit').click();
  await expect(inspector(page, 'res4d')).toBeVisible();
  await expect(mapItem(page, 'unit 4d')).toHaveAttribute('aria-expanded', 'true');

  await mapItem(page, 'node res4d_branch2b').locator('.box').click();
  await expect(inspector(page, 'res4d_branch2b')).toContainText('3 × 3 convolution');
  await expect(inspector(page, 'res4d_branch2b')).toContainText('590,080');
  await expect(mapItem(page, 'node res4d_branch2b')).toHaveAttribute('aria-selected', 'true');

  await mapItem(page, 'unit 3b').locator('[data-sum]').click();
  await expect(inspector(page, 'res3b_add')).toContainText('Addition');
  expect(new URL(page.url()).searchParams.get('node')).toBe('res3b_add');

  // The item that the tabulator comes to is the chosen one.
  await page.locator('[role="treeitem"][tabindex="0"]').focus();
  await expect(mapItem(page, 'node res3b_add')).toBeFocused();
  await page.keyboard.press('4');
  await expect(mapItem(page, 'unit 4a')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(mapItem(page, 'unit 4b')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(mapItem(page, 'node res4b_branch2a')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(inspector(page, 'bn4b_branch2a')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(mapItem(page, 'unit 4b')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(mapItem(page, 'unit 4b')).toHaveAttribute('aria-expanded', 'false');

  await mapItem(page, 'unit 2b').locator('> .hit').click();
  await expect(inspector(page, 'res2b')).toBeVisible();
  await expect(page.locator('[aria-live="polite"]').filter({ hasText: 'res2b, 56 × 56 × 256' })).toHaveCount(
    1,
  );
  const before = await run(page);
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page).toHaveURL(/\/zh\/explore\/\?.*node=res2b/);
  await expect(inspector(page, 'res2b')).toContainText('这就是本块的输出');
  expect(await run(page)).toBe(before);
  await expect(explorer(page)).toHaveAttribute('data-state', 'done');
});

test('channels: sorted, on one scale or on their own, walked through and kept; vectors by name', async ({
  page,
}) => {
  await openExplorer(page, 'node=res4d_branch2b&sort=index');
  await finished(page);
  await expect(inspector(page, 'res4d_branch2b')).toBeVisible();
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', /\d+/);
  const cells = page.locator('[data-channel][role="gridcell"]');
  await expect(cells.first()).toHaveAttribute('data-channel', '0');

  await page.getByLabel('Sorted by').selectOption('mean');
  const means = await cells.evaluateAll((all) =>
    all.map((cell) => Number(/mean (−?[\d.]+)/.exec(cell.getAttribute('aria-label')!)![1].replace('−', '-'))),
  );
  expect(means.length).toBeGreaterThan(20);
  expect(means.slice(0, 20)).toEqual(means.slice(0, 20).toSorted((a, b) => b - a));

  await expect(page.locator('#inspector .legend')).toContainText('≥');
  await page.getByLabel('Colours').selectOption('channel');
  await expect(page.locator('#inspector .legend')).toContainText('its largest');
  expect(new URL(page.url()).searchParams.get('scale')).toBe('channel');

  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(1)).toBeFocused();
  const channel = await cells.nth(1).getAttribute('data-channel');
  await expect(page.locator('.large')).toHaveAttribute('data-channel', channel!);
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).searchParams.get('channel')).toBe(channel);
  await expect(cells.nth(1)).toHaveAttribute('aria-selected', 'true');

  // Of 2048 channels only those in sight are drawn, and the keyboard reaches the last.
  await page.getByLabel('Sorted by').selectOption('index');
  await mapItem(page, 'unit 5c').locator('> .hit').click();
  await expect(inspector(page, 'res5c')).toBeVisible();
  const drawn = await cells.count();
  expect(drawn).toBeGreaterThan(20);
  expect(drawn).toBeLessThan(250);
  await cells.first().focus();
  await page.keyboard.press('Control+End');
  await expect(page.locator('[data-channel="2047"][role="gridcell"]')).toBeFocused();
  await expect(page.locator('[data-channel="2047"][role="gridcell"]')).toBeInViewport();
  expect(await cells.count()).toBeLessThan(250);

  // Vectors: probabilities by name, features by number, and a table of either.
  await mapItem(page, 'unit head').locator('> .hit').click();
  await expect(inspector(page, 'prob')).toBeVisible();
  await page.getByLabel('Sorted by').selectOption('value');
  await expect(inspector(page, 'prob')).toBeVisible();
  const bars = page.getByRole('list', { name: 'Values, as bars' });
  await expect(bars).toContainText('lesser panda');
  await expect(bars.locator('[lang="en"]').first()).toHaveText('lesser panda');
  await page.locator('#inspector').getByText('Show the numbers as a table').click();
  const rows = page.locator('#inspector table').last().locator('tbody tr');
  await expect(rows).toHaveCount(50);
  await expect(rows.first()).toContainText(/387\s*lesser panda\s*99/);
  await page.getByRole('button', { name: 'Next rows' }).click();
  await expect(page.locator('#inspector')).toContainText('51–100 of 1,000');

  await mapItem(page, 'node avg_pool').locator('.box').click();
  await expect(inspector(page, 'avg_pool')).toContainText('feature');
});

test('a link opens in the state that it was copied from', async ({ page, context }) => {
  await openExplorer(page, 'picture=coffee&node=res3a_branch1&sort=std&scale=channel&channel=5');
  await finished(page);
  const url = page.url();
  const copy = await context.newPage();
  await gotoHydrated(copy, url);
  await finished(copy);
  await expect(inspector(copy, 'res3a_branch1')).toBeVisible();
  await expect(copy.locator('[data-picture="coffee.jpg"]')).toBeVisible();
  await expect(copy.getByLabel('Sorted by')).toHaveValue('std');
  await expect(copy.getByLabel('Colours')).toHaveValue('channel');
  await expect(copy.locator('.large')).toHaveAttribute('data-channel', '5');
  await copy.close();
});

test('WebGL: the same answer, and a software renderer is called one', async ({ page }) => {
  await gotoHydrated(page, '/explore/?backend=webgl');
  await expect(explorer(page)).toHaveAttribute('data-state', 'done', { timeout: 110_000 });
  await expect(page.locator('ol li').first()).toHaveAttribute('data-class', '387');
  await expect(page.locator('[data-backend="webgl"]')).toContainText('WebGL 2');
  const renderer = await page.locator('.renderer').innerText();
  const isSoftware = /swiftshader|llvmpipe|software/i.test(renderer);
  await expect(page.getByText('software renderer', { exact: true })).toHaveCount(isSoftware ? 1 : 0);
});

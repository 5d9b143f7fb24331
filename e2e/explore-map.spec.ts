/** The map: from the whole network to every operation and back, what it shows by size and shade, other networks. */
import type { Page } from '@playwright/test';
import { explorer, finished, inspector, mapItem, openExplorer, run } from './explore.ts';
import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

const viewport = (page: Page) => page.locator('[data-map-viewport]');
const level = (page: Page, name: string) => expect(viewport(page)).toHaveAttribute('data-level', name);
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const scale = async (page: Page) =>
  new DOMMatrix0(
    await page.locator('[data-map-view]').evaluate((drawn) => getComputedStyle(drawn).transform),
  );

/** The matrix as the browser writes it. */
class DOMMatrix0 {
  readonly k: number;
  readonly y: number;
  constructor(text: string) {
    const numbers = /matrix\(([^)]*)\)/.exec(text)?.[1].split(',').map(Number) ?? [1, 0, 0, 1, 0, 0];
    this.k = numbers[0];
    this.y = numbers[5];
  }
}

test('moved by wheel, drag, buttons, keys, double click and the path; a link leads back', async ({
  page,
  context,
}) => {
  await openExplorer(page, 'node=res4d_branch2b');
  await finished(page);
  const before = await run(page);
  await level(page, 'blocks');
  await viewport(page).scrollIntoViewIfNeeded();

  // The wheel alone is the page's as long as the whole level is seen; with Ctrl it zooms, over levels.
  await mapItem(page, 'unit 4d').locator('> .hit').hover();
  const top = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 40);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top);
  await mapItem(page, 'unit 4d').locator('> .hit').hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -60);
  await expect.poll(async () => (await scale(page)).k).toBeGreaterThan(1.1);
  await level(page, 'blocks');
  for (let i = 0; i < 6; i++) await page.mouse.wheel(0, -60);
  await level(page, 'operations');
  await expect(mapItem(page, 'node res4d_branch2b')).toBeInViewport();
  await page.keyboard.up('Control');

  // Every operation is there, as an item of the tree: stem, ten for each block, two for each projection, head.
  await expect(page.locator('[data-item^="node "]')).toHaveCount(6 + 16 * 10 + 4 * 2 + 3);
  await expect(mapItem(page, 'unit 5a')).toHaveAttribute('aria-expanded', 'true');

  // A drag moves the map and chooses nothing.
  const y = (await scale(page)).y;
  const box = (await viewport(page).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 140, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await scale(page)).y).toBeLessThan(y);
  expect(parameter(page, 'node')).toBe('res4d_branch2b');

  // Keys: minus and zero, from an item; the arrows walk the tree and bring what has the focus into sight.
  await mapItem(page, 'node res4d_branch2b').focus();
  await page.keyboard.press('0');
  await expect.poll(async () => (await scale(page)).k).toBe(1);
  await page.keyboard.press('End');
  await expect(mapItem(page, 'node prob')).toBeFocused();
  await expect(mapItem(page, 'node prob')).toBeInViewport();
  await viewport(page).focus();
  const end = (await scale(page)).y;
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await scale(page)).y).toBeGreaterThan(end);

  // Buttons and the path.
  await page.getByRole('radio', { name: 'Network' }).check();
  await level(page, 'network');
  await expect(page.locator('[role="treeitem"]')).toHaveCount(7);
  await mapItem(page, 'section conv4').focus();
  await page.keyboard.press('ArrowRight');
  await level(page, 'blocks');
  await expect(mapItem(page, 'section conv4')).toBeInViewport();
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await level(page, 'network');
  await mapItem(page, 'section conv5').locator('> .hit').dblclick();
  await level(page, 'blocks');
  await page.getByRole('button', { name: 'Show the whole level' }).click();
  await mapItem(page, 'unit 5b').locator('> .hit').dblclick();
  await level(page, 'operations');
  await expect(mapItem(page, 'unit 5b')).toBeInViewport();
  await expect(inspector(page, 'res5b')).toBeVisible();
  const path = page.getByRole('navigation', { name: 'Where the chosen node is' });
  await path.getByRole('button', { name: 'Go to conv5_x' }).click();
  await level(page, 'blocks');
  await path.getByRole('button', { name: 'Go to res5b' }).click();
  await level(page, 'operations');
  // At the end of a row the nearest to the middle is named.
  await expect.poll(() => parameter(page, 'map')).toMatch(/^operations,\w*5b\w*,2$/);
  expect(await run(page)).toBe(before);
  expect(await accessibilityViolations(page)).toEqual([]);

  // A link opens where it was copied, on a narrow screen too.
  const centre = parameter(page, 'map')!.split(',')[1];
  const copy = await context.newPage();
  await copy.setViewportSize({ width: 360, height: 740 });
  await gotoHydrated(copy, page.url());
  await level(copy, 'operations');
  await viewport(copy).scrollIntoViewIfNeeded();
  await expect(mapItem(copy, `node ${centre}`)).toBeInViewport();
  expect(await horizontalOverflow(copy)).toBe(0);
  await copy.close();
});

test('by size and shade: costs, what was measured, where it diverges; blocks alike side by side; other networks', async ({
  page,
}) => {
  await openExplorer(page, 'node=res4d');
  await finished(page);
  const figures = page.locator('[data-encoding]');
  const choice = page.getByLabel('Size and shade');

  // He et al. 2015: 2048 × 1000 weights and 1000 biases; ResNet-50's largest block opens its last stage.
  await choice.selectOption('params');
  await expect(mapItem(page, 'unit head').locator('[data-figure]')).toContainText('2.05');
  await expect(mapItem(page, 'unit 5a').locator('[data-figure]')).toHaveAttribute('data-figure', '1');
  await expect(figures).toContainText('(5a)');

  await choice.selectOption('ratio');
  await expect(figures).toHaveAttribute('data-measured', '16');
  await expect(figures.locator('.provenance')).toContainText('live');
  const strip = page.locator('#residuals');
  await expect(strip).toHaveAttribute('data-state', 'current');
  const ratio = await mapItem(page, 'unit 4d').locator('[data-figure] text').textContent();
  await page.getByRole('button', { name: /^Compare 4b–4f: 5/ }).click();
  const rows = page.locator('#repeat-comparison tbody tr');
  await expect(rows).toHaveCount(5);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await horizontalOverflow(page)).toBe(0);
  expect((await page.locator('#repeat-comparison').boundingBox())!.width).toBeLessThan(360);
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect(rows.nth(2)).toContainText('1,121,792');
  await expect(rows.nth(2).locator('[data-measured="ratio"]')).toHaveText(ratio!);

  await choice.selectOption('time');
  await page.getByRole('button', { name: 'Measure', exact: true }).first().click();
  await expect(figures).toHaveAttribute('data-measured', '18', { timeout: 60_000 });
  await expect(figures).toContainText('median of 5 passes');

  // A cut skip: nothing changes before it, everything behind it.
  await mapItem(page, 'unit 3b').locator('[data-sum]').click();
  await finished(page);
  await page.getByRole('button', { name: 'Show where it diverges' }).click();
  await expect(figures).toHaveAttribute('data-measured', '18', { timeout: 60_000 });
  const diverged = (id: string) => mapItem(page, `unit ${id}`).locator('[data-figure] text').textContent();
  expect(await diverged('3a')).toBe('0.00');
  expect(Number(await diverged('3b'))).toBeGreaterThan(0.1);
  expect(Number(await diverged('5c'))).toBeGreaterThan(0.1);
  expect(parameter(page, 'encoding')).toBe('divergence');

  // Another network is drawn and costed; the pass and the chosen node of ResNet-50 stay.
  const before = await run(page);
  await page.getByLabel('Architecture').selectOption('resnet152');
  await expect(page.locator('#map-title')).toHaveText('resnet152');
  await expect(page.locator('[data-model="resnet152"]')).toContainText('drawn and costed only');
  await choice.selectOption('macs');
  await mapItem(page, 'unit 4b12').locator('> .hit').click();
  await expect(page.locator('#drawn-inspector')).toHaveAttribute('data-node', 'res4b12');
  await expect(page.locator('#inspector')).toBeHidden();
  expect(parameter(page, 'model')).toBe('resnet152,res4b12');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.reload();
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
  await expect(page.locator('#drawn-inspector')).toHaveAttribute('data-node', 'res4b12');
  await finished(page);
  await page.getByRole('button', { name: 'Back to ResNet-50' }).click();
  await expect(inspector(page, 'res3b_add')).toBeVisible();
  await expect(explorer(page)).toHaveAttribute('data-state', 'done');
  expect(before).toBeGreaterThan(0);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('two fingers that part zoom where they are, also over levels; one finger scrolls the page', async ({
    page,
  }) => {
    await openExplorer(page, 'node=res4d_branch2b');
    // Until then the page above the map changes its height.
    await finished(page);
    await level(page, 'blocks');
    await mapItem(page, 'unit 4d').scrollIntoViewIfNeeded();
    const box = (await mapItem(page, 'unit 4d').locator('> .hit').boundingBox())!;
    let middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const browser = await page.context().newCDPSession(page);
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: { x: number; y: number }[]
    ) => browser.send('Input.dispatchTouchEvent', { type, touchPoints });
    const apart = (distance: number) => [
      { x: middle.x, y: middle.y - distance / 2 },
      { x: middle.x, y: middle.y + distance / 2 },
    ];

    await touch('touchStart', ...apart(40));
    for (const distance of [46, 52]) await touch('touchMove', ...apart(distance));
    await touch('touchEnd');
    await expect.poll(async () => (await scale(page)).k).toBeCloseTo(52 / 40, 1);
    // What was between the fingers still is.
    const moved = async () => {
      const { x, y, width, height } = (await mapItem(page, 'unit 4d').locator('> .hit').boundingBox())!;
      return Math.hypot(x + width / 2 - middle.x, y + height / 2 - middle.y);
    };
    await expect.poll(moved).toBeLessThan(3);

    await touch('touchStart', ...apart(40));
    for (let distance = 48; distance <= 160; distance += 8) await touch('touchMove', ...apart(distance));
    await touch('touchEnd');
    await level(page, 'operations');
    // Another level is another length of page.
    await viewport(page).evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const there = (await viewport(page).boundingBox())!;
    middle = { x: there.x + there.width / 2, y: there.y + 250 };
    await touch('touchStart', ...apart(160));
    for (let distance = 152; distance >= 16; distance -= 8) await touch('touchMove', ...apart(distance));
    await touch('touchEnd');
    await expect(viewport(page)).not.toHaveAttribute('data-level', 'operations');

    const top = await page.evaluate(() => scrollY);
    await touch('touchStart', middle);
    for (let up = 20; up <= 160; up += 20) await touch('touchMove', { x: middle.x, y: middle.y - up });
    await touch('touchEnd');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top);
  });
});

/** One value beside another: of another picture, of the network as it was trained, of another node. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { finished, inspector, openExplorer } from './explore.ts';
import { accessibilityViolations, expect, horizontalOverflow, test } from './support.ts';

/** Computed by PyTorch in float32 from the same picture; see the README beside it. */
const fixtures = resolve(import.meta.dirname, '../src/lib/model/engine/fixtures');
const chelsea = JSON.parse(readFileSync(resolve(fixtures, 'chelsea.json'), 'utf8')) as {
  nodes: Record<string, { mean: number; std: number; l2: number }>;
  top5: { index: number; probability: number }[];
};

const panel = (page: Page, state = 'current') => page.locator(`#compare[data-state="${state}"]`);
const kind = (page: Page) => page.locator('#compare').getByLabel('Compare with');
const query = (page: Page) => new URL(page.url()).searchParams;

/** The numbers at the place pointed at: A, B and their difference. */
const numbers = (page: Page) =>
  page
    .locator('#compare .number')
    .evaluateAll((all: HTMLElement[]) => all.map(({ dataset }) => Number(dataset.value)));

const figure = async (page: Page, name: 'relative' | 'cosine') =>
  Number(await page.locator(`#compare [data-figure="${name}"]`).getAttribute('data-value'));

const topClass = (page: Page, side: 'A' | 'B') =>
  page.locator(`#compare [data-side="${side}"] li`).first().getAttribute('data-class');

const koala = '105';
const lesserPanda = '387';

test('with another picture, linked with the page; then the sides change places', async ({ page }) => {
  await openExplorer(page, 'node=res4d&channel=920&view=compare&compare=picture:koala');
  await finished(page);
  await expect(panel(page)).toContainText('live');
  expect([await topClass(page, 'A'), await topClass(page, 'B')]).toEqual([lesserPanda, koala]);

  // One channel in the whole page, and in the link.
  const step = page.locator('#compare').getByRole('button', { name: 'Next channel' });
  await step.click();
  await expect(page.locator('#inspector .large')).toHaveAttribute('data-channel', '921');
  expect(query(page).get('channel')).toBe('921');

  // One place in all three maps, where A − B is the difference.
  const maps = page.locator('#compare [role="application"]');
  await expect(maps).toHaveCount(3);
  const place = page.locator('#compare .place');
  for (const [map, row, column] of [
    [0, 3, 9],
    [1, 12, 2],
    [2, 6, 6],
  ] as const) {
    const box = (await maps.nth(map).boundingBox())!;
    await maps
      .nth(map)
      .hover({ position: { x: (box.width * (column + 0.5)) / 14, y: (box.height * (row + 0.5)) / 14 } });
    await expect(place).toHaveAttribute('data-row', String(row));
    await expect(place).toHaveAttribute('data-column', String(column));
    const [a, b, difference] = await numbers(page);
    expect(Math.abs(a - b - difference)).toBeLessThan(1e-6);
  }
  await maps.first().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('#compare [aria-live="polite"]', { hasText: 'row 5, column 0' })).toContainText(
    /A .*, B .*, difference/,
  );

  // The channels that differ most come first, in the grid and in the table; what is chosen there is chosen here.
  const grid = page.locator('#compare [role="grid"]');
  await page.locator('#compare').getByText('Show the numbers as a table').last().click();
  const table = page.locator('#compare').getByRole('table', { name: 'res4d compared, channel by channel' });
  await expect(table.locator('tbody tr')).toHaveCount(50);
  const distances = (await table.locator('tbody tr td:nth-child(4)').allInnerTexts()).map(Number);
  expect(distances).toHaveLength(50);
  expect(distances).toEqual(distances.toSorted((a, b) => b - a));
  const most = (await table.locator('tbody th').first().innerText()).trim();
  await expect(grid.locator('[data-channel]').first()).toHaveAttribute('data-channel', most);
  expect(await grid.locator('[data-channel]').count()).toBeLessThan(300);
  await grid.locator('[data-channel]').first().click();
  await expect(page.locator('#inspector .large')).toHaveAttribute('data-channel', most);
  await page.locator('#compare').getByLabel('Sorted by').selectOption('index');
  await expect(grid.locator('[data-channel]').first()).toHaveAttribute('data-channel', '0');
  expect(query(page).get('compareSort')).toBe('index');

  // What was B is A when the picture is the page's: computed beside a pass, and by a pass.
  const before = await numbers(page);
  const cosine = await figure(page, 'cosine');
  await page
    .locator('#compare')
    .getByRole('combobox', { name: 'Picture', exact: true })
    .selectOption('red-panda');
  await page.locator('[data-sample="koala"]').click();
  await expect(page.locator('#compare [data-side="A"] li').first()).toHaveAttribute('data-class', koala);
  await expect(panel(page)).toBeVisible();
  await expect.poll(() => topClass(page, 'B')).toBe(lesserPanda);
  expect(await figure(page, 'cosine')).toBeCloseTo(cosine, 5);
  const after = await numbers(page);
  [before[1], before[0], -before[2]].forEach((value, i) => expect(after[i]).toBeCloseTo(value, 4));
});

test('with the network as it was trained, with nodes of both kinds, and with a file; in the link', async ({
  page,
}) => {
  await openExplorer(page, 'node=res4d&view=compare');
  await finished(page);
  await expect(panel(page, 'off')).toBeVisible();
  await kind(page).selectOption('unmodified');
  await expect(panel(page, 'impossible')).toContainText('There are no interventions now');
  expect(query(page).get('compare')).toBe('unmodified');
  await page.locator('[data-cut-skip="4d"]').click();
  await expect(panel(page)).toBeVisible({ timeout: 30_000 });
  expect(await topClass(page, 'B')).toBe(lesserPanda);
  expect(await figure(page, 'relative')).toBeGreaterThan(0.1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(panel(page, 'impossible')).toBeVisible();
  await finished(page);

  // The same place of the next block is offered first.
  await kind(page).selectOption('node');
  const other = page.locator('#compare').getByRole('combobox', { name: 'Node', exact: true });
  await expect(other).toHaveValue('res4e');
  await expect(panel(page)).toBeVisible();
  expect(query(page).get('compare')).toBe('node:res4e');
  await expect(page.locator('#compare [data-summary]')).toContainText('Most different: channel');
  await other.selectOption('res3b');
  await expect(panel(page)).toContainText('The shapes differ, 14 × 14 × 1024 and 28 × 28 × 512');
  await expect(page.locator('#compare [role="application"]')).toHaveCount(2);
  await page.locator('#compare [role="application"]').nth(1).focus();
  for (const key of ['Home', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'ArrowDown', 'ArrowDown'])
    await page.keyboard.press(key);
  await expect(page.locator('#compare [data-row]').first()).toHaveAttribute('data-row', '1');
  await expect(page.locator('#compare [data-row]').nth(1)).toHaveAttribute('data-row', '2');

  // A file of the reader's own: its values are the reference's, and it is in no link.
  await kind(page).selectOption('own');
  await expect(panel(page, 'impossible')).toContainText('never leaves this device');
  await page.locator('#compare input[type="file"]').setInputFiles(resolve(fixtures, 'chelsea.png'));
  await expect(panel(page)).toBeVisible();
  expect(query(page).has('compare')).toBe(false);
  expect(await topClass(page, 'B')).toBe(String(chelsea.top5[0].index));
  const golden = chelsea.nodes.res4d;
  const mean = page.locator('#compare [data-statistic="mean"] td').nth(1);
  expect(Math.abs(Number(await mean.getAttribute('data-value')) - golden.mean)).toBeLessThan(
    2e-3 * golden.std,
  );
  await page.locator('#compare input[type="file"]').setInputFiles({
    name: 'notes.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no picture'),
  });
  await expect(page.locator('#compare [data-code="pictureUnreadable"]')).toBeVisible();

  // Vectors; on a narrow screen, in Chinese and the dark.
  await page.setViewportSize({ width: 360, height: 780 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await openExplorer(page, 'node=fc1000&edits=cut.3b&view=compare&compare=unmodified', 'zh');
  await finished(page);
  await expect(inspector(page, 'fc1000')).toBeVisible();
  await expect(panel(page)).toContainText('差别最大的是');
  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
});

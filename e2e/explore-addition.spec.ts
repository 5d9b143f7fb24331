/** What the blocks add: figures of all of them, and one sum taken apart into maps that point at one place. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { finished, inspector, openExplorer, run, whileNothingIsComputed } from './explore.ts';
import { accessibilityViolations, expect, horizontalOverflow, test } from './support.ts';

/** Computed by PyTorch in float32 from the same picture; see the README beside it. */
const fixtures = resolve(import.meta.dirname, '../src/lib/model/engine/fixtures');
const { residualRatio } = JSON.parse(readFileSync(resolve(fixtures, 'chelsea.json'), 'utf8')) as {
  residualRatio: Record<string, { F: number; shortcut: number; cosine: number; clipped: number }>;
};
const blocks = Object.keys(residualRatio);

const strip = (page: Page) => page.locator('#residuals[data-state="current"]');
const panel = (page: Page, block: string) =>
  page.locator(`#addition[data-block="${block}"][data-state="current"]`);
const bar = (page: Page, block: string) => page.locator(`#residuals [data-block="${block}"]`);

async function shownValues(page: Page): Promise<Record<string, number>> {
  const all = await page
    .locator('#residuals [role="option"]')
    .evaluateAll((bars: HTMLElement[]) => bars.map(({ dataset }) => [dataset.block, Number(dataset.value)]));
  return Object.fromEntries(all);
}

/** The four numbers at the place pointed at. */
async function numbers(page: Page): Promise<number[]> {
  return page
    .locator('#addition .number')
    .evaluateAll((all: HTMLElement[]) => all.map(({ dataset }) => Number(dataset.value)));
}

const channel = (page: Page) => page.locator('#addition input[type="number"]');

test('sixteen bars, whose values are those of the reference', async ({ page }) => {
  await openExplorer(page);
  await page.locator('input[type="file"]').setInputFiles(resolve(fixtures, 'chelsea.png'));
  await expect(page.locator('[data-picture="chelsea.png"]')).toBeVisible();
  await finished(page);
  await expect(strip(page)).toBeVisible({ timeout: 30_000 });
  await expect(strip(page)).toContainText('live');
  const ratios = await shownValues(page);
  expect(Object.keys(ratios)).toEqual(blocks);
  for (const block of blocks) {
    const { F, shortcut } = residualRatio[block];
    expect(Math.abs(ratios[block] / (F / shortcut) - 1), block).toBeLessThan(0.01);
  }
  const figure = page.locator('#residuals').getByRole('combobox');
  await figure.selectOption('cosine');
  const cosines = await shownValues(page);
  for (const block of blocks)
    expect(Math.abs(cosines[block] - residualRatio[block].cosine), block).toBeLessThan(0.01);
  await figure.selectOption('clipped');
  const clipped = await shownValues(page);
  for (const block of blocks)
    expect(Math.abs(clipped[block] - residualRatio[block].clipped), block).toBeLessThan(0.01);
  expect(new URL(page.url()).searchParams.get('figure')).toBe('clipped');

  await page.locator('#residuals').getByText('Show the numbers as a table').click();
  await expect(page.locator('#residuals tbody tr')).toHaveCount(16);
  const row = page.locator('#residuals tbody tr').first();
  const norm = Number((await row.locator('td').first().innerText()).replaceAll(',', ''));
  expect(Math.abs(norm / residualRatio['2a'].F - 1)).toBeLessThan(0.01);
});

test('a bar leads to its block’s sum, whose numbers add up in every place and channel; also by keyboard, for other pictures', async ({
  page,
}) => {
  await openExplorer(page);
  await finished(page);
  await expect(page.locator('#addition')).toHaveCount(0);
  await expect(strip(page)).toBeVisible({ timeout: 30_000 });
  await bar(page, '4d').click();
  await expect(inspector(page, 'res4d_add')).toBeVisible();
  await expect(bar(page, '4d')).toHaveAttribute('aria-selected', 'true');
  await expect(panel(page, '4d')).toContainText('The shortcut is the identity: x is res4c, unchanged.');

  const maps = page.locator('#addition [role="application"]');
  await expect(maps).toHaveCount(4);
  const places = new Set<string>();
  for (const [map, row, column] of [
    [0, 1, 1],
    [1, 7, 7],
    [2, 4, 12],
    [3, 13, 4],
  ] as const) {
    const box = (await maps.nth(map).boundingBox())!;
    const position = { x: (box.width * (column + 0.5)) / 14, y: (box.height * (row + 0.5)) / 14 };
    await maps.nth(map).hover({ position });
    await expect(page.locator('#addition .place')).toHaveAttribute('data-row', String(row));
    await expect(page.locator('#addition .place')).toHaveAttribute('data-column', String(column));
    const [shortcut, branch, sum, output] = await numbers(page);
    expect(Math.abs(shortcut + branch - sum)).toBeLessThan(
      1e-5 * (Math.abs(shortcut) + Math.abs(branch) + 1),
    );
    expect(output).toBe(Math.max(0, sum));
    places.add([shortcut, branch, sum, output].join());
  }
  expect(places.size).toBeGreaterThan(1);

  // The chosen node has the sum's channels: a step is a step in the whole page, and in the URL.
  const before = Number(await channel(page).inputValue());
  await page
    .locator('#addition')
    .getByRole('button', { name: before < 1023 ? 'Next channel' : 'Previous channel' })
    .click();
  const after = before < 1023 ? before + 1 : before - 1;
  await expect(channel(page)).toHaveValue(String(after));
  await expect(page.locator('.large')).toHaveAttribute('data-channel', String(after));
  expect(new URL(page.url()).searchParams.get('channel')).toBe(String(after));
  await channel(page).fill('99999');
  await channel(page).press('Enter');
  await expect(channel(page)).toHaveValue('1023');

  // The bar and the chip are one figure.
  const ratio = (await shownValues(page))['4d'];
  const chip = page.locator('#addition [data-measure="ratio"]');
  expect(Number(await chip.getAttribute('data-value'))).toBeCloseTo(ratio, 6);

  // Another picture: its own figures take the place of those before.
  await expect(panel(page, '4d')).toBeVisible();
  const valuesBefore = await shownValues(page);
  const passes = await run(page);
  await page.locator('[data-sample="koala"]').click();
  await expect.poll(() => run(page)).toBeGreaterThan(passes);
  await finished(page);
  await expect(strip(page)).toBeVisible({ timeout: 30_000 });
  await expect(panel(page, '4d')).toBeVisible();
  const valuesAfter = await shownValues(page);
  expect(Object.keys(valuesAfter)).toEqual(blocks);
  expect(valuesAfter).not.toEqual(valuesBefore);

  // With the keyboard alone.
  await page.locator('#residuals').getByRole('combobox').focus();
  await page.keyboard.press('Tab');
  // The chosen block's bar.
  await expect(bar(page, '4d')).toBeFocused();
  await page.keyboard.press('End');
  await expect(bar(page, '5c')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(bar(page, '5b')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page, '5b')).toBeVisible();
  for (let i = 0; i < 8 && !(await maps.first().evaluate((map) => map === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await expect(maps.first()).toBeFocused();
  await page.keyboard.press('Home');
  for (let i = 0; i < 7; i++) await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const place = page.locator('#addition .place');
  await expect(place).toHaveAttribute('data-row', '1');
  await expect(place).toHaveAttribute('data-column', '1');
  await page.keyboard.press('Tab');
  await expect(maps.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(place).toHaveAttribute('data-column', '6');
  await expect(page.locator('#addition p[aria-live="polite"]').first()).toContainText(
    /row 1, column 6: x .* plus F/,
  );
});

test('a projection is called one, and the panel goes where there is no block', async ({ page }) => {
  await openExplorer(page, 'node=bn3a_branch2b&channel=7');
  await finished(page);
  await expect(panel(page, '3a')).toContainText('The shortcut is a projection');
  await expect(panel(page, '3a').locator('code')).toHaveText([
    'bn3a_branch1',
    'bn3a_branch2c',
    'res3a_add',
    'res3a',
  ]);
  await expect(channel(page)).toHaveValue('7');
  await page.locator('[data-item="unit head"] > .hit').click();
  await expect(page.locator('#addition')).toHaveCount(0);
});

test('a cut shortcut is said to be one: no bar, no x, and the sum is F alone', async ({ page }) => {
  await openExplorer(page, 'node=res4d_add&edits=cut.4d,remove.3b');
  await finished(page);
  await expect(strip(page)).toBeVisible({ timeout: 30_000 });
  await expect(panel(page, '4d')).toContainText('The shortcut is cut');
  await expect(page.locator('#addition [role="application"]')).toHaveCount(3);
  await expect(bar(page, '4d')).toHaveAttribute('aria-label', 'Block 4d: no value, the shortcut is cut');
  await expect(bar(page, '4d')).not.toHaveAttribute('data-value');
  await expect(bar(page, '3b')).toHaveAttribute('aria-label', 'Block 3b: removed');
  const [, branch, sum] = await numbers(page);
  expect(sum).toBe(branch);
  await bar(page, '3b').click();
  await expect(panel(page, '3b')).toContainText('The branch is removed');
});

test('values of the pass before are told apart by their maps, and read as well as any', async ({ page }) => {
  await openExplorer(page, 'node=res4d_add');
  await finished(page);
  await expect(strip(page)).toBeVisible({ timeout: 30_000 });
  await expect(panel(page, '4d')).toBeVisible();
  const map = page.locator('#addition canvas').first();
  await expect(map).toHaveCSS('opacity', '1');
  await whileNothingIsComputed(page, async () => {
    await page.locator('[data-cut-skip="4d"]').click();
    for (const id of ['inspector', 'addition', 'residuals'])
      await expect(page.locator(`#${id}`)).toHaveAttribute('data-state', 'stale');
    await expect(page.locator('ol[data-state="stale"]')).toBeVisible();
    await expect(map).toHaveCSS('opacity', '0.4');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityViolations(page, ['color-contrast'])).toEqual([]);
    }
  });
  await finished(page);
  await expect(panel(page, '4d')).toContainText('The shortcut is cut');
  await expect(map).toHaveCSS('opacity', '1');
});

for (const [language, theme, width] of [
  ['en', 'light', 360],
  ['zh', 'dark', 1280],
] as const) {
  test(`${language}, ${theme}, ${width} px: bars and maps are accessible and within the width`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    await openExplorer(page, 'node=res2a_add&figure=cosine', language);
    await finished(page);
    await expect(strip(page)).toBeVisible({ timeout: 30_000 });
    await expect(panel(page, '2a')).toBeVisible();
    for (const table of await page.locator('#residuals summary, #addition summary').all())
      await table.click();
    expect(await horizontalOverflow(page)).toBe(0);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
}

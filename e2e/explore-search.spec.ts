/** Finding things by name and doing things by key: the palette, the list of keys, and the fields that they leave alone. */
import type { Page } from '@playwright/test';
import { finished, inspector, openExplorer, run } from './explore.ts';
import { accessibilityViolations, expect, horizontalOverflow, test } from './support.ts';

const dialogue = (page: Page) => page.getByRole('dialog');
const options = (page: Page) => dialogue(page).getByRole('option');
/** A dialogue that has been closed is hidden at once; until the page is told, it opens no other. */
const closed = (page: Page) => expect(page.locator('dialog')).toHaveCount(0);
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** Opens the palette by its keys and types: not before it has the focus, or the first letters go elsewhere. */
async function seek(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(dialogue(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type(text);
}

/** Also chooses the first answer. */
async function command(page: Page, text: string): Promise<void> {
  await seek(page, text);
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await closed(page);
}

test('with the keyboard alone: to an operation, a class, a picture, a theme, another language', async ({
  page,
}) => {
  await openExplorer(page);
  await finished(page);

  await command(page, 'res4d_add');
  await expect(inspector(page, 'res4d_add')).toBeVisible();
  await expect(page.locator('#inspector')).toBeFocused();
  await expect.poll(() => parameter(page, 'node')).toBe('res4d_add');

  await command(page, 'block 3b');
  await expect(inspector(page, 'res3b')).toBeVisible();

  // By where an operation stands, not by its name; the second answer, by arrow.
  await seek(page, 'projection 4a');
  await expect(options(page)).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(inspector(page, 'res4a_branch1')).toBeVisible();

  await seek(page, 'no such thing');
  await expect(dialogue(page)).toContainText('Nothing is called so.');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('max pool');
  await expect(options(page).first()).toContainText('pool1');
  await page.keyboard.press('Enter');
  await expect(inspector(page, 'pool1')).toBeVisible();

  await command(page, 'polecat');
  const attribution = page.locator('#attribution');
  await expect(attribution).toBeFocused();
  await expect(attribution.locator('figure[data-class="358"]')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => parameter(page, 'class')).toBe('358');

  await command(page, 'compare');
  await expect.poll(() => parameter(page, 'view')).toBe('compare');
  await expect(page.getByRole('tab', { name: 'Compare' })).toHaveAttribute('aria-selected', 'true');

  await command(page, 'theme dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();

  // A command that can do nothing now cannot be chosen; one that can, is.
  await page.keyboard.press('Control+k');
  await expect(options(page).filter({ hasText: 'Undo all' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await closed(page);
  await command(page, 'block 3b');
  await expect(inspector(page, 'res3b')).toBeVisible();
  await page.locator('[role="treeitem"][tabindex="0"]:visible').focus();
  await page.keyboard.press('Delete');
  await expect(page.locator('[data-edits]')).toHaveAttribute('data-edits', '1');
  await command(page, 'undo');
  await expect(page.locator('[data-edits]')).toHaveAttribute('data-edits', '0');
  await page.keyboard.press('Control+y');
  await expect(page.locator('[data-edits]')).toHaveAttribute('data-edits', '1');
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-edits]')).toHaveAttribute('data-edits', '0');

  const passes = await run(page);
  await command(page, 'koala');
  // The first answer to a name that is a class and a picture is the class: the picture is chosen by hand.
  await seek(page, 'koala');
  await dialogue(page).getByRole('option', { name: 'Koala', exact: true }).click();
  await expect(page.locator('[data-sample="koala"]')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => run(page)).toBeGreaterThan(passes);

  await command(page, '中文');
  await expect(page).toHaveURL(/\/zh\/explore\/\?/);
  await expect(page.getByRole('button', { name: '搜索' })).toBeVisible();
  await expect.poll(() => parameter(page, 'node')).toBe('res3b');
});

test('the keys are listed under ?, and none of them is taken from a field', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await openExplorer(page, 'view=attribution');
  await page.locator('html').press('?');
  await expect(dialogue(page).getByRole('heading')).toHaveText('Keyboard shortcuts');
  await expect(dialogue(page).locator('[data-shortcut="redo"]')).toContainText('Shift Ctrl/⌘ Z or Ctrl/⌘ Y');
  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await closed(page);

  const field = page.getByLabel('Class', { exact: true });
  await expect(field).toBeEnabled({ timeout: 30_000 });
  await field.focus();
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await closed(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Search' }).click();
  await expect(dialogue(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('panda');
  await expect(options(page).first()).toContainText('panda');
  expect(await horizontalOverflow(page)).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();

  // Who dictates turns the single sign off; it stays off.
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await dialogue(page).getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await closed(page);
  await page.reload();
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
  await page.locator('html').press('?');
  await closed(page);
});

/** Interventions: a skip cut, a block removed, scaled or swapped, a channel muted; before and after; undo; links. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { finished, inspector, mapItem, openExplorer, run } from './explore.ts';
import { accessibilityViolations, expect, horizontalOverflow, test } from './support.ts';

const root = resolve(import.meta.dirname, '..');
const chelsea = resolve(root, 'src/lib/model/engine/fixtures/chelsea.png');
/** Computed by PyTorch in float32; see the README beside it. */
const golden = JSON.parse(readFileSync(chelsea.replace('.png', '.json'), 'utf8')) as {
  top5: { index: number; probability: number }[];
  lesions: Record<string, { probabilityOfTop1: number; top1: number }>;
};

const bar = (page: Page): Locator => page.locator('.bar[data-edits]');
const chips = (page: Page): Locator => bar(page).getByRole('listitem');
const edits = (page: Page) => new URL(page.url()).searchParams.get('edits');

/** What the page shows once the pass with so many interventions has ended: class → probability, in order. */
async function shown(page: Page, state: 'before' | 'current'): Promise<[number, number][]> {
  const rows = page.locator(`ol[data-state="${state}"] li`);
  await expect(rows).toHaveCount(5, { timeout: 60_000 });
  return rows.evaluateAll((all: HTMLElement[]) =>
    all.map(({ dataset }): [number, number] => [Number(dataset.class), Number(dataset.probability)]),
  );
}

/** Does something, and waits until the pass that it starts has ended. */
async function andPass(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await run(page);
  await act();
  await expect.poll(() => run(page)).toBeGreaterThan(before);
  await finished(page);
}

/** Nothing on the page belongs to the pass before any more. */
const settled = (page: Page) => expect(page.locator('.explore [data-state="stale"]')).toHaveCount(0);

async function openChelsea(page: Page, query = ''): Promise<void> {
  await openExplorer(page, query);
  await page.locator('input[type="file"]').setInputFiles(chelsea);
  await expect(page.locator('[data-picture="chelsea.png"]')).toBeVisible();
  await finished(page);
}

function predicted(...options: string[]): [number, number][] {
  const command = ['--silent', 'run', 'atlas', '--', 'predict', chelsea, ...options, '--json'];
  const answer = execFileSync('npm', command, { cwd: root, encoding: 'utf8' });
  const { top } = JSON.parse(answer) as { top: { index: number; probability: number }[] };
  return top.map(({ index, probability }) => [index, probability]);
}

function expectClose(actual: [number, number][], expected: [number, number][]): void {
  const byClass = new Map(actual);
  // Classes that are all but equally probable may change places.
  for (const [index, probability] of expected.filter((one) => one[1] > 0.01)) {
    expect(Math.abs((byClass.get(index) ?? NaN) - probability)).toBeLessThan(2e-3);
  }
}

test('the plus of 4d: its skip is cut, and the next click restores it', async ({ page }) => {
  await openChelsea(page);
  const trained = await shown(page, 'current');
  const plus = mapItem(page, 'unit 4d').locator('[data-sum]');
  await andPass(page, () => plus.click());
  await expect(plus).toHaveAttribute('data-cut', 'true');
  await expect(chips(page)).toHaveText(['4d: skip cut']);
  expect(edits(page)).toBe('cut.4d');
  await expect(mapItem(page, 'unit 4d')).toHaveAccessibleName(/skip cut/);
  await expect(mapItem(page, 'unit 4d').locator('> .gap')).toHaveCount(1);

  expect(await shown(page, 'before')).toEqual(trained);
  const cut = await shown(page, 'current');
  expectClose(cut, predicted('--cut', '4d'));
  expect(cut).not.toEqual(trained);
  await expect(page.locator(`[data-target="${golden.top5[0].index}"]`)).toContainText('→');

  await andPass(page, () => plus.click());
  await expect(chips(page)).toHaveCount(0);
  await expect(page.locator('ol[data-state="before"]')).toHaveCount(0);
  expectClose(await shown(page, 'current'), trained);
  expect(edits(page)).toBeNull();
});

test('a block removed by its menu says what the reference says; undone and done again', async ({ page }) => {
  await openChelsea(page, 'node=res3b_branch2b');
  await page.getByRole('button', { name: 'Change block 3b' }).click();
  await andPass(page, () => page.getByRole('button', { name: 'Remove the branch' }).click());
  const { index } = golden.top5[0];
  const [first] = await shown(page, 'current');
  expect(first[0]).toBe(golden.lesions['3b'].top1);
  const target = new Map(await shown(page, 'current')).get(index);
  expect(Math.abs(target! - golden.lesions['3b'].probabilityOfTop1)).toBeLessThan(2e-3);
  // The chosen operation went with the branch.
  await expect(inspector(page, 'res3b')).toBeVisible();
  await expect(page.getByText('“res3b_branch2b” is not in the network')).toBeVisible();
  await expect(mapItem(page, 'node res3b_branch2b')).toHaveCount(0);
  await expect(mapItem(page, 'unit 3b')).toHaveAccessibleName(/branch removed/);

  // What cannot be done as well is said, and nothing is changed.
  await page.getByRole('button', { name: 'Cut the skip' }).click();
  await expect(page.locator('[data-code="nothingLeftOfBlock"]')).toContainText('block 3b');
  expect(edits(page)).toBe('remove.3b');

  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Change block 3b' })).toBeFocused();
  await andPass(page, () => page.keyboard.press('Control+z'));
  expect(edits(page)).toBeNull();
  await andPass(page, () => page.keyboard.press('Control+Shift+Z'));
  expect(edits(page)).toBe('remove.3b');
  await andPass(page, () => page.getByRole('button', { name: 'Undo', exact: true }).click());
  await expect(chips(page)).toHaveCount(0);
  await andPass(page, () => page.getByRole('button', { name: 'Redo' }).click());
  await expect(chips(page)).toHaveText(['3b: branch removed']);
});

test('a link opens with all that was done, in both languages; each is taken off by its chip', async ({
  page,
}) => {
  const all = 'cut.4d,remove.3b,branch.2c.0.5,shortcut.5b.2,swap.4b.4c,mute.res4e_branch2b.17';
  await openExplorer(page, `edits=${all}`);
  await finished(page);
  await expect(chips(page)).toHaveCount(6);
  await expect(page.locator('ol[data-state="before"] li').first()).toHaveAttribute('data-class', '387');
  const order = await page
    .locator('[data-item^="unit 4"]')
    .evaluateAll((items: HTMLElement[]) => items.map(({ dataset }) => dataset.item));
  expect(order).toEqual(['4a', '4c', '4b', '4d', '4e', '4f'].map((id) => `unit ${id}`));
  await expect(mapItem(page, 'unit 2c')).toHaveAccessibleName(/branch times 0.5/);
  const changed = await shown(page, 'current');

  await andPass(page, () => page.getByRole('button', { name: 'Take back: 4b ⇄ 4c' }).click());
  expect(edits(page)).toBe('cut.4d,remove.3b,branch.2c.0.5,shortcut.5b.2,mute.res4e_branch2b.17');
  await andPass(page, () => page.getByRole('button', { name: 'Undo all' }).click());
  await expect(chips(page)).toHaveCount(0);

  await openExplorer(page, `edits=${all}`, 'zh');
  await finished(page);
  await expect(chips(page).first()).toHaveText('4d：捷径已切断');
  expectClose(await shown(page, 'current'), changed);
});

test('parts of a link that cannot be done are said and left out', async ({ page }) => {
  await openExplorer(page, 'edits=cut.4d,remove.4d,swap.4b.3b,%3Cscript%3E');
  await expect(page.getByRole('alert')).toContainText('remove.4d,swap.4b.3b,<script>');
  await expect(page.getByRole('alert')).toContainText('Nothing would be left of block 4d');
  await finished(page);
  await expect(chips(page)).toHaveText(['4d: skip cut']);
});

test('with the keyboard alone: cut, scale, swap, mute; accessible', async ({ page }) => {
  await openExplorer(page, 'node=res4d_add');
  await finished(page);
  await page.locator('[role="treeitem"][tabindex="0"]:visible').focus();
  await andPass(page, () => page.keyboard.press('Delete'));
  await expect(chips(page)).toHaveText(['4d: skip cut']);
  await andPass(page, () => page.keyboard.press('Delete'));

  const menu = page.getByRole('button', { name: 'Change block 4d' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Branch × α').focus();
  await andPass(page, () => page.keyboard.press('ArrowLeft'));
  await expect(chips(page)).toHaveText(['4d: branch × 0.95']);
  await andPass(page, () => page.keyboard.press('Home'));
  await expect(chips(page)).toHaveText(['4d: branch × 0']);
  await andPass(page, () =>
    page
      .getByLabel('Swap with')
      .selectOption('4e')
      .then(() => {}),
  );
  await expect(chips(page)).toHaveText(['4d: branch × 0', '4d ⇄ 4e']);
  await settled(page);
  expect(await accessibilityViolations(page)).toEqual([]);
  await andPass(page, () => page.getByRole('button', { name: 'Reset the block' }).press('Enter'));
  await expect(chips(page)).toHaveCount(0);

  const mute = page.getByRole('button', { name: /^Mute channel \d+$/ });
  await andPass(page, () => mute.press('Enter'));
  await expect(mute).toHaveAttribute('aria-pressed', 'true');
  await expect(chips(page)).toHaveText([/res4d_add: channel \d+ muted/]);
  await expect(mapItem(page, 'node res4d_add_mute')).toHaveCount(1);
});

test('in the open block the first click looks at the sum, the next cuts; so does the mark on the skip', async ({
  page,
}) => {
  await openExplorer(page, 'node=res4d');
  await finished(page);
  const sum = mapItem(page, 'node res4d_add').locator('.box');
  await sum.click();
  await expect(inspector(page, 'res4d_add')).toBeVisible();
  await expect(chips(page)).toHaveCount(0);
  await andPass(page, () => sum.click());
  await expect(chips(page)).toHaveText(['4d: skip cut']);
  await andPass(page, () => page.locator('[data-cut-skip="4d"]').click());
  await expect(chips(page)).toHaveCount(0);
});

for (const [language, theme, width] of [
  ['en', 'light', 360],
  ['zh', 'dark', 1280],
] as const) {
  test(`${language}, ${theme}, ${width} px: accessible and within its width, with interventions and open menu`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    await openExplorer(page, 'node=res4d&edits=cut.4d,remove.3b,branch.2c.0.5,shortcut.4b.2', language);
    await finished(page);
    await page.locator('[aria-controls="block-changes"]').click();
    await expect(page.locator('#block-changes [data-block="4d"]')).toBeVisible();
    await settled(page);
    expect(await horizontalOverflow(page)).toBe(0);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
}

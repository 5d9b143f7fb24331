/** One number, audited: pointed at, taken apart, followed back to the pixel it began with. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { finished, inspector, openExplorer } from './explore.ts';
import { expect, horizontalOverflow, test } from './support.ts';

const map = (page: Page) => page.locator('.large [role="application"]');
const readout = (page: Page) => page.locator('.readout');
/** The number of this node, taken apart in the pass shown. */
const audit = (page: Page, node: string) => page.locator(`#audit[data-node="${node}"][data-state="current"]`);
const figures = (page: Page) => page.locator('#audit table[data-engine]');
const terms = (page: Page) => page.locator('#audit [data-term]');

async function numberOf(locator: Locator, attribute: string): Promise<number> {
  const text = await locator.getAttribute(attribute);
  expect(text).not.toBeNull();
  return Number(text);
}

/** The middle of a cell, where map and picture together reach from `from` to 224 in the picture's pixels. */
async function cellAt(page: Page, row: number, column: number, jump: number, from: number) {
  const { width, height } = (await map(page).boundingBox())!;
  const share = (position: number) => (jump * position + 0.5 - from) / (224 - from);
  return { x: share(column) * width, y: share(row) * height };
}

async function isAdded(page: Page, node: string): Promise<void> {
  await expect(audit(page, node)).toBeVisible();
  await expect(figures(page)).toHaveAttribute('data-within', 'true');
}

async function violations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).include('#inspector');
  const found = await axe.options({ resultTypes: ['violations'] }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${String(nodes[0].target)}`);
}

test('a cell is pointed at, taken apart, and followed term by term to the pixel it began with', async ({
  page,
}) => {
  await openExplorer(page, 'node=res2a_branch2a&channel=12&blend=60');
  await finished(page);
  await expect(inspector(page, 'res2a_branch2a')).toBeVisible();

  await test.step('pointing shows value, window and pixels', async () => {
    // 56 × 56 cells of 4 pixels; the first begins 1.5 pixels outside.
    await map(page).hover({ position: await cellAt(page, 20, 31, 4, -1.5) });
    await expect(readout(page)).toHaveAttribute('data-row', '20');
    await expect(readout(page)).toHaveAttribute('data-column', '31');
    // 11 × 11 pixels centred on (80, 124).
    await expect(readout(page)).toHaveAttribute('data-pixels', '75,85,119,129');
    await expect(readout(page)).toContainText('row 20, column 31 of pool1, all 64 channels');
    await expect(page.locator('#audit')).toHaveCount(0);
  });

  await test.step('the keyboard walks, and Enter chooses', async () => {
    await map(page).focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < 2; i++) await page.keyboard.press('PageUp');
    await expect(readout(page)).toHaveAttribute('data-row', '0');
    await expect(readout(page)).toHaveAttribute('data-column', '0');
    await expect(readout(page)).toHaveAttribute('data-pixels', '0,5,0,5');
    await expect(readout(page)).toContainText('11 × 11 pixels where no border cuts it');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).searchParams.get('cell')).toBe('1.1');
    await isAdded(page, 'res2a_branch2a');
  });

  await test.step('a click chooses: the sum is the engine’s number, largest terms first', async () => {
    await map(page).click({ position: await cellAt(page, 20, 31, 4, -1.5) });
    expect(new URL(page.url()).searchParams.get('cell')).toBe('20.31');
    await expect(page.locator('#audit[data-place="20.31.12"]')).toBeVisible();
    await isAdded(page, 'res2a_branch2a');
    const [shown, engine, result] = [
      await numberOf(readout(page), 'data-value'),
      await numberOf(figures(page), 'data-engine'),
      await numberOf(figures(page), 'data-result'),
    ];
    expect(Math.abs(engine - result)).toBeLessThan(1e-4 * Math.max(1, Math.abs(engine)));
    expect(Math.abs(engine - shown)).toBeLessThan(1e-4 * Math.max(1, Math.abs(engine)));
    const sizes = await terms(page).evaluateAll((all: HTMLElement[]) =>
      all.map(({ dataset }) => Math.abs(Number(dataset.product))),
    );
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    // All 64 can be reached, and added up they are the number.
    await page.locator('#audit').getByText('Show the numbers as a table').last().click();
    const products: number[] = [];
    const table = page.locator('#audit details[open]');
    for (const rows of [50, 14]) {
      if (products.length > 0) await table.getByRole('button', { name: 'Next rows' }).click();
      await expect(table.locator('tbody tr')).toHaveCount(rows);
      const cells = await table.locator('tbody tr td:last-child').allInnerTexts();
      products.push(
        ...cells.map((text) => {
          const [mantissa, power] = text.replace('−', '-').split(' × 10');
          const digits = power?.replace(
            /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/g,
            (sign) => '0123456789-'['⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.indexOf(sign)],
          );
          return Number(mantissa) * 10 ** Number(digits ?? 0);
        }),
      );
    }
    expect(products).toHaveLength(64);
    const bias = await numberOf(figures(page).locator('[data-bias]'), 'data-bias');
    const sum = products.reduce((all, product) => all + product, bias);
    expect(Math.abs(sum - engine)).toBeLessThan(1e-4 * Math.max(1, Math.abs(engine)));
  });

  await test.step('the measured field lies in the box', async () => {
    await page.getByRole('button', { name: 'Measure which pixels it rests on' }).click();
    const measured = page.locator('.measured[data-state="measured"]');
    await expect(measured).toBeVisible({ timeout: 20_000 });
    expect(await numberOf(measured, 'data-inside')).toBe(1);
    expect(await numberOf(measured, 'data-side')).toBeLessThanOrEqual(11);
    await expect(page.locator('.large [data-layer="instead"]')).toBeVisible();
    await page.getByRole('button', { name: 'Show the map again' }).click();
    await expect(page.locator('.large [data-layer="map"]')).toBeVisible();
  });

  await test.step('from term to term, with the keyboard, back to the picture', async () => {
    const way = ['pool1', 'pool1_pad', 'conv1_relu', 'bn_conv1', 'conv1', 'conv1_pad', 'input'];
    for (const node of way) {
      await terms(page).first().focus();
      await page.keyboard.press('Enter');
      await expect(audit(page, node)).toBeVisible();
      await expect(page.locator('#audit-title')).toBeFocused();
      if (node !== 'input') await expect(figures(page)).toHaveAttribute('data-within', 'true');
    }
    const origin = page.locator('#audit [data-byte]');
    const [byte, value] = [await numberOf(origin, 'data-byte'), await numberOf(origin, 'data-value')];
    const [row, column, channel] = (await page.locator('#audit').getAttribute('data-place'))!
      .split('.')
      .map(Number);
    expect(value).toBeCloseTo(byte - [103.939, 116.779, 123.68][channel], 3);
    const shown = await page.locator('[data-picture] img').evaluate(
      (image: HTMLImageElement, [x, y]) => {
        const canvas = new OffscreenCanvas(224, 224);
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0, 224, 224);
        return [...context.getImageData(x, y, 1, 1).data];
      },
      [column, row],
    );
    expect(byte).toBe(shown[2 - channel]);
    for (const node of [...way.slice(0, -1).reverse(), 'res2a_branch2a']) {
      await page.getByRole('button', { name: `Back to ${node},` }).click();
      await expect(audit(page, node)).toBeVisible();
    }
    await expect(page.getByRole('button', { name: /^Back to/ })).toHaveCount(0);
    await expect(page.locator('#audit')).toHaveAttribute('data-place', '20.31.12');
  });

  await test.step('channels are stepped through and sorted by gradient', async () => {
    await page.locator('.large').getByRole('button', { name: 'Next channel' }).click();
    await expect(page.locator('#audit')).toHaveAttribute('data-place', '20.31.13');
    await isAdded(page, 'res2a_branch2a');
    await page.getByRole('combobox', { name: 'Sorted by' }).selectOption('gradient');
    await expect(page.locator('[data-gradient="current"]')).toContainText('lesser panda', {
      timeout: 20_000,
    });
    expect(new URL(page.url()).searchParams.get('sort')).toBe('gradient');
    await page.getByRole('button', { name: /^Number 1: row/ }).click();
    await isAdded(page, 'res2a_branch2a');
    expect(new URL(page.url()).searchParams.get('cell')).not.toBe('20.31');
  });

  await test.step('a place of a sum’s map is taken apart', async () => {
    const maps = page.locator('#addition[data-state="current"] [role="application"]');
    await maps.nth(2).click();
    await isAdded(page, 'res2a_add');
    await expect(terms(page)).toHaveCount(2);
  });

  await test.step('probability, logit and feature likewise', async () => {
    await page.locator('[data-item="unit head"] > .hit').click();
    await expect(inspector(page, 'prob')).toBeVisible();
    await page.getByRole('button', { name: /^lesser panda, .*Take it apart/ }).click();
    await isAdded(page, 'prob');
    expect(await violations(page)).toEqual([]);
    for (const node of ['prob', 'fc1000', 'avg_pool', 'res5c']) {
      await isAdded(page, node);
      await terms(page).first().click();
    }
    await isAdded(page, 'res5c_add');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
});

test('a link opens with its number taken apart, in Chinese and on a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openExplorer(page, 'node=bn4d_branch2b&channel=7&cell=3.4', 'zh');
  await finished(page);
  await isAdded(page, 'bn4d_branch2b');
  await expect(page.locator('#audit')).toContainText('这个数是怎样算出来的');
  await expect(readout(page)).toHaveAttribute('data-row', '3');
  expect(await horizontalOverflow(page)).toBe(0);
});

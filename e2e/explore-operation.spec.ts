/** A node's other sides: how it is computed, with which weights, and as a program. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { explorer, finished, inspector, mapItem, openExplorer } from './explore.ts';
import { expect, horizontalOverflow, test } from './support.ts';

/** Computed by PyTorch in float32 from the same picture; see the README beside it. */
const fixtures = resolve(import.meta.dirname, '../src/lib/model/engine/fixtures');
const { nodes } = JSON.parse(readFileSync(resolve(fixtures, 'chelsea.json'), 'utf8')) as {
  nodes: Record<string, { mean: number; std: number }>;
};

const tab = (page: Page, name: string) => page.locator('#inspector').getByRole('tab', { name });
const key = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const section = (page: Page, title: string) =>
  page.locator('#inspector section').filter({ has: page.getByRole('heading', { name: title }) });
const values = async (page: Page, title: string) =>
  section(page, title)
    .locator('[data-value]')
    .evaluateAll((all: HTMLElement[]) => all.map(({ dataset }) => Number(dataset.value)));

async function violations(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).include('#inspector');
  const found = await axe.options({ resultTypes: ['violations'] }).analyze();
  return found.violations.map(({ id, nodes: [first] }) => `${id}: ${String(first.target)}`);
}

test('conv1 from formula to weights to batch norm to code', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openExplorer(page, 'node=conv1&channel=10');
  await page.locator('input[type="file"]').first().setInputFiles(resolve(fixtures, 'chelsea.png'));
  await expect(page.locator('[data-picture="chelsea.png"]')).toBeVisible();
  await finished(page);
  await expect(explorer(page)).toHaveAttribute('data-weights', 'complete');
  await expect(inspector(page, 'conv1')).toBeVisible();

  await test.step('the keyboard walks through the tabs', async () => {
    await tab(page, 'Activations').focus();
    await page.keyboard.press('ArrowRight');
    await expect(tab(page, 'Operation')).toHaveAttribute('aria-selected', 'true');
    expect(key(page, 'tab')).toBe('operation');
  });

  await test.step('formula and arithmetic', async () => {
    await expect(page.locator('[data-formula="conv"] .katex-display math')).toHaveCount(1);
    // 112 positions, 64 channels, 7·7·3·64 + 64 parameters, 112·112·64·7·7·3 multiply-adds.
    expect(await values(page, 'In numbers')).toEqual([112, 64, 9472, 118_013_952]);
    await expect(section(page, 'In numbers')).toContainText('⌊(230 + 2·0 − 7)/2⌋ + 1 = 112');
    // A window of 7 over pixels, moved by 2; centred on pixel 0 thanks to the padding of 3.
    expect(await values(page, 'Receptive field')).toEqual([7, 2, 0]);
  });

  await test.step('time, measured on request', async () => {
    await page.getByRole('button', { name: 'Measure', exact: true }).click();
    const time = section(page, 'Measured time').locator('[data-time]');
    await expect(time).toBeVisible({ timeout: 60_000 });
    await expect(time).toHaveAttribute('data-holder', 'conv1_relu');
    expect(Number(await time.getAttribute('data-time'))).toBeGreaterThan(0);
  });

  await test.step('64 filters; one is chosen', async () => {
    await tab(page, 'Weights').click();
    await expect(page.locator('[data-filter]')).toHaveCount(64);
    await expect(page.locator('[data-filter="10"]')).toHaveAttribute('aria-selected', 'true');
    await page.locator('[data-filter="10"]').focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('[data-filter="18"]')).toBeFocused();
    await expect(page.locator('[data-kernels="18"]')).toBeVisible();
    expect(key(page, 'channel')).toBe('18');
    // By numpy, from the published file with its kernels rounded to half precision.
    const [count, mean, std, min, max, l2] = await values(page, 'How the weights are spread');
    expect(count).toBe(9408);
    for (const [actual, expected] of [
      [mean, -0.0004898926914751935],
      [std, 0.1111178652078875],
      [min, -0.6708984375],
      [max, 0.7041015625],
      [l2, 10.77796488275293],
    ])
      expect(Math.abs(actual - expected)).toBeLessThan(1e-6 * Math.max(1, Math.abs(expected)));
    await page.locator('[data-filter="10"]').click();
    expect(key(page, 'channel')).toBe('10');
  });

  await test.step('batch norm: its numbers, folded, and the same values either way', async () => {
    await mapItem(page, 'node bn_conv1').locator('.box').click();
    await expect(inspector(page, 'bn_conv1')).toBeVisible();
    await page.locator('#inspector').getByRole('spinbutton', { name: 'Channel' }).fill('10');
    await page.keyboard.press('Enter');
    const folded = page.locator('[data-fold="10"]');
    await expect(folded).toBeVisible();
    const number = async (name: string) => Number(await folded.getAttribute(name));
    expect(await number('data-scale')).toBeCloseTo(0.013764364507872816, 6);
    expect(await number('data-bias')).toBeCloseTo(1.7312134311326117, 5);
    const both = page.locator('[data-difference]');
    await expect(both).toBeVisible();
    await expect(both.getByRole('img')).toHaveCount(3);
    const [difference, range] = await both.evaluate(({ dataset }: HTMLElement) => [
      Number(dataset.difference),
      Number(dataset.range),
    ]);
    expect(range).toBeGreaterThan(1);
    expect(difference / range).toBeLessThan(1e-5);
  });

  await test.step('as a program, with the numbers on the page', async () => {
    await tab(page, 'Code').click();
    const program = page.locator('#inspector pre');
    await expect(program).toContainText('self.bn_conv1 = nn.BatchNorm2d(64, eps=0.001)');
    const shown = Number(/On the page:\s*#\s*mean (\S+)/.exec(await program.innerText())?.[1]);
    const { mean, std } = nodes.bn_conv1;
    expect(Math.abs(shown - mean)).toBeLessThan(2e-3 * std);
    await page.locator('#inspector').getByRole('combobox').selectOption('keras');
    expect(key(page, 'library')).toBe('keras');
    await expect(program).toContainText('layers.BatchNormalization(epsilon=0.001, name="bn_conv1")');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(page.locator('#inspector').getByText('Copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await program.textContent());
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save the picture' }).click();
    expect((await download).suggestedFilename()).toBe('picture-224.png');
  });

  await test.step('where there are no weights there is no such tab', async () => {
    await tab(page, 'Weights').click();
    await mapItem(page, 'node conv1_relu').locator('.box').click();
    await expect(inspector(page, 'conv1_relu')).toBeVisible();
    await expect(page.locator('#inspector').getByRole('tab')).toHaveText([
      'Activations',
      'Operation',
      'Code',
    ]);
    await expect(tab(page, 'Activations')).toHaveAttribute('aria-selected', 'true');
  });
});

for (const [language, theme, width] of [
  ['en', 'dark', 1440],
  ['zh', 'light', 360],
] as const) {
  test(`${language}, ${theme}, ${width} px: every tab is accessible and within the width`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    await openExplorer(page, 'node=res3a_branch2b&tab=operation', language);
    await finished(page);
    await expect(explorer(page)).toHaveAttribute('data-weights', 'complete');
    const [, operation, weights, code] = await page.locator('#inspector').getByRole('tab').all();
    for (const [chosen, content] of [
      [operation, '[data-formula="conv"]'],
      [weights, '[data-spread]'],
      [code, 'pre'],
    ] as const) {
      await chosen.click();
      await expect(page.locator(`#inspector ${content}`)).toBeVisible();
      expect(await horizontalOverflow(page)).toBe(0);
      expect(await violations(page)).toEqual([]);
    }
  });
}

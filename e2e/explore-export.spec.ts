/** Figures and tables that are taken along, read back: a figure stands alone, and numbers are those of the page. */
import { readFile } from 'node:fs/promises';
import { csvParse } from 'd3';
import sharp from 'sharp';
import type { Browser, Page } from '@playwright/test';
import { finished, openExplorer, statistic } from './explore.ts';
import { accessibilityViolations, expect, test } from './support.ts';

const trigger = (page: Page, panel: string) => page.locator(`[data-export-name="${panel}"] button`);

interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
}

async function save(page: Page, panel: string, item: string): Promise<Saved> {
  await trigger(page, panel).click();
  const download = page.waitForEvent('download');
  await page.locator(`[data-export-item="${item}"]`).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function table(page: Page, panel: string, item: string) {
  const { name, bytes } = await save(page, panel, item);
  return { name, rows: csvParse(bytes.toString('utf8')) };
}

/** Share of pixels that differ from the one in the corner, and the picture's size. */
async function ink(
  bytes: Buffer,
): Promise<{ share: number; width: number; height: number; corner: number[] }> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const corner = [...data.subarray(0, 3)];
  let different = 0;
  for (let i = 0; i < data.length; i += 3) {
    if (corner.some((level, channel) => Math.abs(level - data[i + channel]) > 12)) different++;
  }
  return { share: different / (info.width * info.height), width: info.width, height: info.height, corner };
}

/** The figure in a page of its own, in which nothing of the site is: as a program sees it. */
async function drawnAlone(browser: Browser, svg: string) {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.setContent(`<body style="margin:0">${svg.replace(/^<\?xml[^>]*\?>/, '')}</body>`);
  const box = (await page.locator('svg').first().boundingBox())!;
  const picture = await page.locator('svg').first().screenshot();
  const problem = await page.evaluate(
    (text) =>
      new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent ??
      null,
    svg,
  );
  await page.close();
  return {
    ...(await ink(picture)),
    box,
    problem,
    requests: requests.filter((url) => url.startsWith('http')),
  };
}

test('what is seen is saved as it is seen, and its numbers as they are', async ({ page, browser }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openExplorer(page, 'picture=koala&node=res2b_add&channel=7&edits=cut.4d');
  await finished(page);
  await expect(page.locator('#residuals[data-state="current"]')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('#addition[data-state="current"]')).toBeVisible();

  // The menu: by keyboard, with nothing that axe finds; Escape gives the focus back.
  await trigger(page, 'map').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(trigger(page, 'map')).toBeFocused();

  // Figures: each stands alone, is not blank, has the panel's own ground, and says where it comes from.
  for (const panel of ['map', 'residuals', 'addition-2b', 'res2b_add', 'prediction']) {
    const { name, bytes } = await save(page, panel, 'svg');
    expect(name).toBe(`resnet50_koala_cut.4d_${panel}.svg`);
    const svg = bytes.toString('utf8');
    const alone = await drawnAlone(browser, svg);
    expect(alone.problem, panel).toBeNull();
    expect(alone.requests, panel).toEqual([]);
    expect(alone.share, panel).toBeGreaterThan(0.02);
    // --panel of the dark theme.
    expect(alone.corner, panel).toEqual([0x1a, 0x1c, 0x22]);
    for (const said of ['<title>', 'Koala', '4d: skip cut', 'WebAssembly', 'float16', 'edits=cut.4d'])
      expect(svg, panel).toContain(said);
  }
  const strip = (await save(page, 'residuals', 'svg')).bytes.toString('utf8');
  for (const block of ['2a', '3d', '5c']) expect(strip).toMatch(new RegExp(`<text[^>]*>${block}</text>`));

  // PNG: two pixels for one.
  const png = await ink((await save(page, 'addition-2b', 'png')).bytes);
  const { width } = (await page.locator('#addition').boundingBox())!;
  expect(Math.abs(png.width - 2 * width)).toBeLessThanOrEqual(2);
  expect(png.share).toBeGreaterThan(0.02);

  // All classes: they sum to one, the first five are the page's, before and after.
  const classes = await table(page, 'prediction', 'classes');
  expect(classes.rows).toHaveLength(1000);
  const total = classes.rows.reduce((sum, row) => sum + Number(row.probability), 0);
  expect(total).toBeCloseTo(1, 5);
  const shown = await page
    .locator('ol[data-state="current"] li')
    .evaluateAll((items: HTMLElement[]) =>
      items.map(({ dataset }) => [dataset.class, Number(dataset.probability)]),
    );
  expect(
    classes.rows.slice(0, 5).map((row) => [row.class_index, Math.fround(Number(row.probability))]),
  ).toEqual(shown);
  expect(classes.rows[0]).toHaveProperty('probability_unmodified');

  // The blocks' figures; the cut one has no shortcut.
  const figures = await table(page, 'residuals', 'figures');
  expect(figures.name).toBe('resnet50_koala_cut.4d_residuals_figures.csv');
  const bars = await page
    .locator('#residuals [role="option"]')
    .evaluateAll((all: HTMLElement[]) => all.map(({ dataset }) => [dataset.block, dataset.value ?? '']));
  expect(figures.rows.map((row) => row.block)).toEqual(bars.map(([block]) => block));
  for (const [block, value] of bars) {
    const row = figures.rows.find((one) => one.block === block)!;
    if (block === '4d') expect([row.shortcut_l2, row.branch_over_shortcut]).toEqual(['', '']);
    else expect(Number(row.branch_over_shortcut)).toBeCloseTo(Number(value), 6);
  }

  // Statistics of the chosen node, and one channel's map: its mean is the channel's.
  const statistics = await table(page, 'res2b_add', 'channels');
  expect(statistics.rows).toHaveLength(257);
  expect(Math.fround(Number(statistics.rows[0].mean))).toBeCloseTo(await statistic(page, 'mean'), 6);
  expect(Math.fround(Number(statistics.rows[0].max))).toBeCloseTo(await statistic(page, 'max'), 5);
  const map = await table(page, 'res2b_add', 'channel-7');
  expect(map.rows).toHaveLength(56 * 56);
  const mean = map.rows.reduce((sum, row) => sum + Number(row.value), 0) / map.rows.length;
  expect(mean).toBeCloseTo(Number(statistics.rows[8].mean), 5);

  // The sum: x + F at each place, and its ReLU.
  const sum = await table(page, 'addition-2b', 'channel-7');
  expect(sum.rows.map((row) => row.x_plus_F)).toEqual(map.rows.map((row) => row.value));
  for (const row of sum.rows) {
    expect(Math.abs(Number(row.x) + Number(row.F) - Number(row.x_plus_F))).toBeLessThan(1e-5);
    expect(Number(row.relu)).toBe(Math.max(0, Number(row.x_plus_F)));
  }

  const costs = await table(page, 'map', 'costs');
  expect(costs.rows.find((row) => row.node === 'conv1')).toMatchObject({
    parameters: '9472',
    multiply_adds: '118013952',
  });
});

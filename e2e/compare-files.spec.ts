import { readFile } from 'node:fs/promises';
import { accessibilityViolations, expect, gotoHydrated, horizontalOverflow, test } from './support.ts';

test('files of a race: saved, opened again, broken, as tables, and as a program', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await gotoHydrated(
    page,
    '/compare/?lanes=plain-8,residual-8-w4&steps=3&seed=2&batch=8&rate=0.02&measureEvery=1',
  );
  const controls = page.locator('[data-race]');
  const panel = page
    .locator('section', { has: page.getByRole('heading', { name: 'Files', exact: true }) })
    .last();
  const press = (name: string) => panel.getByRole('button', { name, exact: true }).click();
  const losses = () =>
    page
      .locator('[data-lane] [data-loss]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-loss')));
  /** The contents of what is saved. */
  async function saved(name: string) {
    const [download] = await Promise.all([page.waitForEvent('download'), press(name)]);
    return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
  const open = (name: string, contents: Buffer) =>
    panel.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: contents });

  await expect(panel.getByRole('button', { name: 'Save this race' })).toBeDisabled();
  await page.getByRole('button', { name: 'One step' }).click();
  await expect(controls).toHaveAttribute('data-step', '1', { timeout: 60_000 });
  await expect(controls).toHaveAttribute('data-race', 'idle', { timeout: 60_000 });
  const shown = await losses();

  const race = await test.step('saved, and as tables', async () => {
    const { file, bytes } = await saved('Save this race');
    expect(file).toBe('plain-8_residual-8-w4.json');
    const curves = String((await saved('Curves as CSV')).bytes)
      .trimEnd()
      .split('\n');
    expect(curves.map((line) => line.split(',').slice(0, 3))).toEqual([
      ['network', 'seed', 'step'],
      ['plain-8', '2', '0'],
      ['residual-8-w4', '2', '0'],
    ]);
    const layers = String((await saved('Figures of layers as CSV')).bytes)
      .trimEnd()
      .split('\n');
    expect(layers).toHaveLength(1 + 2 * 8);
    return bytes;
  });

  await test.step('a program, and what its networks begin with', async () => {
    await panel.getByText('The same experiment in PyTorch').click();
    const code = panel.getByRole('group', { name: 'PyTorch program' });
    await expect(code).toContainText('"residual-8-w4": dict(depth=8, width=4');
    await panel.getByRole('combobox').selectOption('torchrun');
    await expect(code).toContainText('DistributedDataParallel');
    await panel.getByRole('checkbox', { name: 'plain-8' }).uncheck();
    await expect(code).not.toContainText('plain-8');
    const { file, bytes } = await saved('Save initial weights and first batches');
    expect(file).toBe('residual-8-w4.safetensors');
    const header = JSON.parse(bytes.toString('utf8', 8, 8 + bytes.readUInt32LE(0)));
    expect(header['batches/inputs'].shape).toEqual([5, 8, 16, 16, 1]);
    expect(header['residual-8-w4/head/kernel'].shape).toEqual([16, 8]);
    expect(await horizontalOverflow(page)).toBe(0);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  await test.step('a broken file is told, and what is on the page stays', async () => {
    await open('broken.json', race.subarray(0, 200));
    await expect(page.getByRole('alert').filter({ hasText: '“broken.json” is not a race' })).toBeVisible();
    expect(await losses()).toEqual(shown);
  });

  await test.step('opened on another page, it has the same settings and curves', async () => {
    await gotoHydrated(page, '/compare/?lanes=plain-14');
    await expect(page.locator('[data-lane]')).toHaveCount(1);
    await open('race.json', race);
    await expect(controls).toHaveAttribute('data-origin', 'file');
    await expect(page).toHaveURL(/lanes=plain-8,residual-8-w4&.*seed=2/);
    expect(await losses()).toEqual(shown);
  });
});

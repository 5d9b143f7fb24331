/** How smoothly the explorer runs: its own tasks on the main thread, as the browser's tracing measures them. */
import { explorer, finished, inspector, openExplorer, run } from './explore.ts';
import { expect, test } from './support.ts';
import { mainThreadDuring, timesOf } from './tracing.ts';

/** The page's tasks while something is done, in milliseconds on the processor. */
const tasksDuring = async (...doing: Parameters<typeof mainThreadDuring>): Promise<number[]> =>
  timesOf(await mainThreadDuring(...doing), 'RunTask');

test('while a pass runs on wasm no task of the page takes 100 ms', async ({ browser, page }) => {
  await openExplorer(page);
  await finished(page);
  await expect(explorer(page)).toHaveAttribute('data-samples', 'kept', { timeout: 30_000 });
  const tasks = await tasksDuring(browser, page, async () => {
    for (const sample of ['koala', 'scarlet-macaw']) {
      const before = await run(page);
      await page.locator(`[data-sample="${sample}"]`).click();
      await expect(explorer(page)).toHaveAttribute('data-run', String(before + 1));
      await finished(page);
      await expect(inspector(page, 'conv1')).toBeVisible();
    }
  });
  // So many tasks, and time in them, that it was really measured.
  expect(tasks.length).toBeGreaterThan(100);
  expect(tasks.reduce((sum, task) => sum + task, 0)).toBeGreaterThan(10);
  expect(Math.max(...tasks)).toBeLessThan(100);
});

test('2048 channels are scrolled through without a long task, and only those in sight are drawn', async ({
  browser,
  page,
}) => {
  await openExplorer(page, 'node=res5c');
  await finished(page);
  await expect(inspector(page, 'res5c')).toBeVisible();
  const cells = page.locator('[role="gridcell"]');
  await cells.first().hover();
  let most = 0;
  const tasks = await tasksDuring(browser, page, async () => {
    for (let i = 0; i < 40; i++) {
      await page.mouse.wheel(0, 700);
      most = Math.max(most, await cells.count());
    }
    await expect(page.locator('[role="gridcell"][data-channel]').last()).toBeVisible();
  });
  const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
  const last = page.locator(`[role="row"][aria-rowindex="${rows}"]`);
  await expect(last).toBeAttached();
  expect(most).toBeGreaterThan(20);
  expect(most).toBeLessThan(250);
  expect(Math.max(...tasks)).toBeLessThan(100);
});

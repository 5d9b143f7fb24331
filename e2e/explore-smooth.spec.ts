/** How smoothly the explorer runs: its own tasks on the main thread, as the browser's tracing measures them. */
import type { Browser, Page } from '@playwright/test';
import { explorer, finished, inspector, openExplorer, run } from './explore.ts';
import { expect, test } from './support.ts';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, of the clock and on the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The page's longest tasks while something is done, longest first, in milliseconds. */
async function longestTasks(browser: Browser, page: Page, doing: () => Promise<void>) {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await doing();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const main = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  return traceEvents
    .filter(
      ({ name, pid, tid }) =>
        name === 'RunTask' && main.some((thread) => thread.pid === pid && thread.tid === tid),
    )
    .map(({ dur = 0, tdur = 0 }) => ({ milliseconds: dur / 1000, onProcessor: tdur / 1000 }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
}

test('while a pass runs on wasm no task of the page takes 100 ms', async ({ browser, page }) => {
  await openExplorer(page);
  await finished(page);
  await expect(explorer(page)).toHaveAttribute('data-samples', 'kept', { timeout: 30_000 });
  const tasks = await longestTasks(browser, page, async () => {
    for (const sample of ['koala', 'scarlet-macaw']) {
      const before = await run(page);
      await page.locator(`[data-sample="${sample}"]`).click();
      await expect(explorer(page)).toHaveAttribute('data-run', String(before + 1));
      await finished(page);
      await expect(inspector(page, 'conv1')).toBeVisible();
    }
  });
  expect(tasks.length).toBeGreaterThan(100);
  expect(tasks.filter(({ milliseconds }) => milliseconds >= 100)).toEqual([]);
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
  const tasks = await longestTasks(browser, page, async () => {
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
  expect(tasks.filter(({ milliseconds }) => milliseconds >= 100)).toEqual([]);
});

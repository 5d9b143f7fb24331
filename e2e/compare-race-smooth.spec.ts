/** How smoothly the page of the race runs while the worker trains: its own tasks on the main thread. */
import { expect, gotoHydrated, test } from './support.ts';
import { mainThreadDuring, timesOf } from './tracing.ts';

test('while two networks are trained no task of the page takes 100 ms, and no memory is left held', async ({
  browser,
  page,
}) => {
  const steps = 30;
  await gotoHydrated(page, `/compare/?lanes=plain-20,residual-20&batch=4&steps=${steps}`);
  const controls = page.locator('[data-race]');
  const run = controls.getByRole('button').first();
  // The first steps fetch and start the engine, and draw the panels for the first time.
  await controls.getByRole('button', { name: 'One step' }).click();
  await expect(controls).toHaveAttribute('data-step', '1');
  await expect(controls).toHaveAttribute('data-race', 'idle');
  // What the engine holds, told after each of its answers.
  const held = page.locator('[data-bytes]');
  const before = (await held.getAttribute('data-bytes'))!;
  const events = await mainThreadDuring(browser, page, async () => {
    await run.click();
    await expect(controls).toHaveAttribute('data-step', String(steps), { timeout: 30_000 });
    await expect(controls).toHaveAttribute('data-race', 'idle');
  });
  await expect(held).toHaveAttribute('data-bytes', before);
  const tasks = timesOf(events, 'RunTask');
  // So many tasks, and time in them, that it was really measured.
  expect(tasks.length).toBeGreaterThan(100);
  expect(tasks.reduce((sum, task) => sum + task, 0)).toBeGreaterThan(10);
  expect(Math.max(...tasks)).toBeLessThan(100);
});

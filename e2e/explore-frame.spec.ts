/** What a frame costs while the map is moved, beside a frame in which nothing is. */
import type { Page } from '@playwright/test';
import { finished, openExplorer } from './explore.ts';
import { expect, test } from './support.ts';
import { mainThreadDuring, type TraceEvent } from './tracing.ts';

const frames = 100;
const transform = (page: Page) =>
  page.locator('[data-map-view]').evaluate((drawn: HTMLElement) => drawn.style.transform);

/**
 * Turns the wheel in every frame, with and without Ctrl by turns: a hundred frames over the map, then as many beside
 * it, where nobody listens. Says how many different places the map has been in.
 */
const turnWheel = (page: Page) =>
  page.evaluate(async (count) => {
    const map = document.querySelector('[data-map-viewport]')!;
    const drawn = document.querySelector<HTMLElement>('[data-map-view]')!;
    const beside = map.parentElement!.appendChild(document.createElement('div'));
    const { x, y, width, height } = map.getBoundingClientRect();
    const middle = { clientX: x + width / 2, clientY: y + height / 2 };
    const places = new Set<string>();
    for (const [name, target] of [
      ['moved', map],
      ['empty', beside],
    ] as const) {
      for (let i = 0; i < count; i++) {
        await new Promise(requestAnimationFrame);
        performance.mark(name);
        const ctrlKey = i % 2 === 1;
        const deltaY = ctrlKey ? (i % 4 === 1 ? 8 : -8) : i % 20 < 10 ? 9 : -9;
        target.dispatchEvent(
          new WheelEvent('wheel', { ...middle, ctrlKey, deltaY, bubbles: true, cancelable: true }),
        );
        await new Promise<void>(queueMicrotask);
        places.add(drawn.style.transform);
      }
    }
    beside.remove();
    return places.size;
  }, frames);

/** What happened in the frames so named: in each, all that came up to the next. */
function framesNamed(events: readonly TraceEvent[], name: string): TraceEvent[][] {
  const tasks = events.filter((event) => event.name === 'RunTask');
  return events
    .filter((event) => event.name === name)
    .map((mark) => {
      const { ts, dur = 0 } = tasks.findLast((task) => task.ts <= mark.ts)!;
      return events.filter((event) => event.ts >= ts && event.ts < ts + dur);
    });
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Milliseconds on the processor of all script in a frame: listeners, and what they bring about. */
const scriptOf = (events: readonly TraceEvent[]) =>
  events
    .filter(({ name }) => name === 'FireAnimationFrame')
    .reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);

test('moving and zooming the map with every block open: no layout, no work of the engine, little script', async ({
  browser,
  page,
}) => {
  await openExplorer(page);
  await finished(page);
  await expect(page.locator('#residuals')).toHaveAttribute('data-state', 'current', { timeout: 30_000 });
  const map = page.locator('[data-map-viewport]');
  await page.getByRole('radio', { name: 'Operations' }).check();
  await expect(map).toHaveAttribute('data-level', 'operations');
  await map.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('+');
  await expect.poll(() => transform(page)).toContain('scale(');
  const percent = page.locator('.zoom output');
  await expect(percent).not.toHaveText(/^100\D/);

  let asked = 0;
  await page.exposeFunction('tellAsked', () => void asked++);
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
      void (globalThis as unknown as { tellAsked(): Promise<void> }).tellAsked();
      Reflect.apply(postMessage, this, message);
    };
  });

  let places = 0;
  const events = await mainThreadDuring(browser, page, async () => {
    places = await turnWheel(page);
  });
  expect(places).toBeGreaterThan(10);
  const [moved, empty] = ['moved', 'empty'].map((name) => framesNamed(events, name));
  expect([moved.length, empty.length]).toEqual([frames, frames]);
  // Each was drawn anew, and nothing was laid out for it.
  expect(
    moved.filter((frame) => frame.some(({ name }) => name === 'UpdateLayoutTree')).length,
  ).toBeGreaterThan(90);
  expect(moved.flat().filter(({ name }) => name === 'Layout')).toEqual([]);
  expect(median(moved.map(scriptOf)) / median(empty.map(scriptOf))).toBeLessThan(3);
  expect(asked).toBe(0);
});

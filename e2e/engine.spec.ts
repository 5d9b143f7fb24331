/** The engine in the built page: recovery, memory, and what a browser without WebGL is told. */
import type { Worker } from '@playwright/test';
import { engineWorker, explorer, finished, inspector, openExplorer, run } from './explore.ts';
import { heldBytes } from './memory.ts';
import { expect, gotoHydrated, test } from './support.ts';

const tensors = (worker: Worker): Promise<number> =>
  worker.evaluate(() => {
    // tfjs keeps its engine here, for all copies of itself.
    const { _tfengine } = globalThis as unknown as { _tfengine: { memory(): { numTensors: number } } };
    return _tfengine.memory().numTensors;
  });

test('a worker that crashes is replaced: the page says so, and shows the same answer again', async ({
  page,
}) => {
  await openExplorer(page, 'picture=koala');
  await finished(page);
  const before = await run(page);
  await engineWorker(page).evaluate(
    () =>
      void setTimeout(() => {
        throw new Error('crash');
      }),
  );
  await expect.poll(() => run(page)).toBeGreaterThan(before);
  await finished(page);
  await expect(page.locator('ol li').first()).toHaveAttribute('data-class', '105');
  await expect(page.locator('[data-picture="koala.jpg"]')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'started again' })).toBeVisible();
});

test('a lost WebGL context is noticed, said and recovered from', async ({ page }) => {
  await gotoHydrated(page, '/explore/?backend=webgl&picture=koala');
  await expect(explorer(page)).toHaveAttribute('data-state', 'done', { timeout: 110_000 });
  const before = await run(page);
  await engineWorker(page).evaluate(() => {
    interface Engine {
      backendInstance: { gpgpu: { gl: WebGL2RenderingContext } };
    }
    const { _tfengine } = globalThis as unknown as { _tfengine: Engine };
    _tfengine.backendInstance.gpgpu.gl.getExtension('WEBGL_lose_context')!.loseContext();
  });
  await expect.poll(() => run(page)).toBeGreaterThan(before);
  await expect(explorer(page)).toHaveAttribute('data-state', 'done', { timeout: 110_000 });
  await expect(page.locator('ol li').first()).toHaveAttribute('data-class', '105');
  await expect(page.getByRole('alert').filter({ hasText: 'started again' })).toBeVisible();
});

test.describe('a browser without WebGL', () => {
  test('that is asked for it says why, and computes on wasm', async ({ page }) => {
    await page.route(/worker.*\.js$/, async (route) => {
      const response = await route.fetch();
      const refuse = `OffscreenCanvas.prototype.getContext = new Proxy(OffscreenCanvas.prototype.getContext, { apply: (f, self, args) => args[0] === 'webgl2' ? null : Reflect.apply(f, self, args) });`;
      await route.fulfill({ response, body: `${refuse}\n${await response.text()}` });
    });
    await gotoHydrated(page, '/explore/?backend=webgl&picture=koala');
    await finished(page);
    await expect(page.locator('[data-backend="wasm"]')).toBeVisible();
    const reasons = page.locator('section[aria-labelledby="engine-title"] details');
    await reasons.locator('summary').click();
    await expect(reasons).toContainText('WebGL 2: this browser does not offer it here');
  });
});

test('WebGL and wasm agree on the top five within 2e-3', async ({ page }) => {
  const topFive = async () => {
    const rows = page.locator('ol[data-state="current"] li');
    return rows.evaluateAll((items) =>
      items.map((item) => ({
        index: item.getAttribute('data-class'),
        // The bar's width is the probability with all its digits.
        probability: Number.parseFloat(item.querySelector<HTMLElement>('.bar span')!.style.width) / 100,
      })),
    );
  };
  await openExplorer(page, 'picture=kitten');
  await finished(page);
  const wasm = await topFive();
  await gotoHydrated(page, '/explore/?backend=webgl&picture=kitten');
  await expect(explorer(page)).toHaveAttribute('data-state', 'done', { timeout: 90_000 });
  await finished(page);
  await expect(page.locator('[data-backend="webgl"]')).toBeVisible();
  const webgl = await topFive();
  expect(webgl.map(({ index }) => index)).toEqual(wasm.map(({ index }) => index));
  for (const [i, { probability }] of wasm.entries()) {
    expect(Math.abs(webgl[i].probability - probability)).toBeLessThan(2e-3);
  }
});

test('memory is flat over passes of changing pictures', async ({ page }) => {
  await openExplorer(page, 'picture=koala');
  await finished(page);
  const samples = page.locator('[data-sample]');
  const show = async (index: number) => {
    const before = await run(page);
    await samples.nth(index).click();
    await expect(explorer(page)).not.toHaveAttribute('data-run', String(before));
    await finished(page);
    for (const id of ['inspector', 'residuals'])
      await expect(page.locator(`#${id}`)).toHaveAttribute('data-state', 'current');
  };
  for (const index of [0, 1]) await show(index);
  await expect(inspector(page, 'conv1')).toBeVisible();
  const worker = engineWorker(page);
  const before = await tensors(worker);
  const shown = page.locator('[data-bytes]');
  // At least what folded weights take, and what the page says is what the engine counts.
  expect(Number(await shown.getAttribute('data-bytes'))).toBeGreaterThan(80e6);
  expect(Number(await shown.getAttribute('data-bytes'))).toBeLessThan(400e6);
  await expect(shown).toContainText(`${before} tensors`);
  const bytesBefore = await heldBytes(page);
  for (let pass = 0; pass < 8; pass++) await show(pass % 4 === 0 ? 2 : pass % 2);
  expect(await tensors(worker)).toBe(before);
  // The values of one pass would be many times this; code that is compiled meanwhile counts, too.
  expect((await heldBytes(page)) - bytesBefore).toBeLessThan(2e6);
});

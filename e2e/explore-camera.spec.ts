/** A picture by camera: the browser's own test camera, one that is refused, and none. */
import { finished, openExplorer, run } from './explore.ts';
import { accessibilityViolations, expect, test } from './support.ts';
import config from '../playwright.config.ts';

// A camera that shows a moving test picture, and nobody who has to allow it.
const { executablePath, args = [] } = config.use!.launchOptions!;
test.use({
  launchOptions: {
    executablePath,
    args: [...args, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
});

test('a picture is taken, taken again and used; the camera is let go; what goes wrong is said', async ({
  page,
}) => {
  // Every stream that the page gets, to see that each is let go.
  await page.addInitScript(() => {
    const streams: MediaStream[] = [];
    Object.assign(window, { streams });
    const media = navigator.mediaDevices;
    const original = media.getUserMedia.bind(media);
    media.getUserMedia = async (constraints) => {
      const refused = (window as { refused?: string }).refused;
      if (refused) throw Object.assign(new Error('refused'), { name: refused });
      const stream = await original(constraints);
      streams.push(stream);
      return stream;
    };
  });
  const liveTracks = () =>
    page.evaluate(
      () =>
        (window as unknown as { streams: MediaStream[] }).streams
          .flatMap((stream) => stream.getTracks())
          .filter(({ readyState }) => readyState === 'live').length,
    );
  const dialog = page.getByRole('dialog');
  const stage = (state: string) => page.locator(`[data-camera="${state}"]`);

  await openExplorer(page);
  await finished(page);
  const before = await run(page);
  const opener = page.getByRole('button', { name: 'Camera…' });
  await opener.click();
  await expect(stage('live')).toBeVisible();
  expect(await liveTracks()).toBe(1);
  expect(await accessibilityViolations(page)).toEqual([]);

  await dialog.getByRole('button', { name: 'Take the picture' }).click();
  await expect(stage('taken')).toBeVisible();
  await expect(dialog.getByRole('img', { name: 'The picture taken' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Take another' }).click();
  await expect(dialog.locator('video')).toBeVisible();
  await dialog.getByRole('button', { name: 'Take the picture' }).click();
  await dialog.getByRole('button', { name: 'Use this picture' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect.poll(liveTracks).toBe(0);
  await expect(page.locator('[data-picture="camera picture"]')).toBeVisible();
  await finished(page);
  expect(await run(page)).toBeGreaterThan(before);
  expect(new URL(page.url()).searchParams.has('picture')).toBe(false);

  // Closed with Escape while it is live: let go as well, and nothing is opened.
  const runs = await run(page);
  await opener.click();
  await expect(stage('live')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect.poll(liveTracks).toBe(0);
  expect(await run(page)).toBe(runs);

  const set = (refused: string | null) =>
    page.evaluate((refused) => Object.assign(window, { refused }), refused);
  await set('NotAllowedError');
  await opener.click();
  await expect(dialog.locator('[data-code="cameraRefused"]')).toContainText('settings');
  await set('NotReadableError');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.locator('[data-code="cameraBusy"]')).toBeVisible();
  await set('NotFoundError');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.locator('[data-code="cameraMissing"]')).toBeVisible();
  await set(null);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(stage('live')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(liveTracks).toBe(0);
});

/** Another square of a picture, turned; and drawings: by pointer, by keys, by numbers, by link. */
import type { Locator, Page } from '@playwright/test';
import { quarters } from '../scripts/bad-pictures.ts';
import { finished, openExplorer, quarterColours } from './explore.ts';
import { accessibilityViolations, expect, horizontalOverflow, test } from './support.ts';

const square = (page: Page) => page.locator('[data-square]');
const query = (page: Page) => new URL(page.url()).searchParams;

/** Pixels of the picture as the network sees it, by column and row: RGB. */
const seenPixels = (page: Page, places: readonly (readonly [number, number])[]) =>
  page.locator('[data-picture] img').evaluate(async (image: HTMLImageElement, places) => {
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return places.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data.subarray(0, 3)]);
  }, places);

async function drag(page: Page, on: Locator, from: readonly [number, number], to: readonly [number, number]) {
  const box = (await on.boundingBox())!;
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

test('a square is chosen by pointer, keys and numbers, and is in the link; a picture of four colours is turned', async ({
  page,
}) => {
  // 910 × 512 pixels.
  await openExplorer(page, 'picture=red-panda');
  await page.getByRole('button', { name: 'Crop and turn' }).click();
  const dialog = page.getByRole('dialog');
  await expect(square(page)).toHaveAttribute('data-square', '199,0,512,0');
  expect(await accessibilityViolations(page)).toEqual([]);

  await dialog.getByLabel('Side (px)').fill('300');
  await dialog.getByLabel('Side (px)').press('Enter');
  await expect(square(page)).toHaveAttribute('data-square', '199,0,300,0');
  await square(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(square(page)).toHaveAttribute('data-square', '200,1,300,0');
  await page.keyboard.press('Shift++');
  await expect(square(page)).toHaveAttribute('data-square', '199,0,302,0');
  // As far as it goes to the lower right; then larger by its other corner, while that one stays.
  await drag(page, square(page), [0.5, 0.5], [9, 9]);
  await expect(square(page)).toHaveAttribute('data-square', '608,210,302,0');
  await drag(page, page.locator('[data-corner="-1,-1"]'), [0.5, 0.5], [-1.5, -1.5]);
  const pulled = (await square(page).getAttribute('data-square'))!.split(',').map(Number);
  expect(pulled[2]).toBeGreaterThan(302);
  expect([pulled[0] + pulled[2], pulled[1] + pulled[2]]).toEqual([910, 512]);
  await dialog.getByRole('button', { name: 'Reset' }).click();
  await expect(square(page)).toHaveAttribute('data-square', '199,0,512,0');
  await dialog.getByRole('button', { name: 'Turn right' }).click();
  await expect(square(page)).toHaveAttribute('data-square', '0,199,512,90');
  await expect(dialog.locator('[data-resampled="false"]')).toBeVisible();
  await dialog.getByLabel('Turn (°)').fill('-12.5');
  await dialog.getByLabel('Turn (°)').press('Enter');
  await expect(dialog.locator('[data-resampled="true"]')).toBeVisible();
  await dialog.getByRole('button', { name: 'Use this square' }).click();
  const resampled = page.getByText('Turned by 347.5°, which resampled it.');
  await expect(resampled).toBeVisible();
  expect(query(page).get('crop')).toMatch(/^\d+,\d+,512,347\.5$/);

  // The link opens with that square, and another picture comes whole.
  const seen = await seenPixels(page, [
    [5, 5],
    [112, 112],
    [200, 30],
  ]);
  await page.reload();
  await expect(resampled).toBeVisible();
  expect(
    await seenPixels(page, [
      [5, 5],
      [112, 112],
      [200, 30],
    ]),
  ).toEqual(seen);
  await page.locator('[data-sample="koala"]').click();
  await expect(page.locator('[data-picture="koala.jpg"]')).toBeVisible();
  expect(query(page).has('crop')).toBe(false);

  // A picture of one's own, 96 × 64 in four colours: turned by a quarter they change places, exactly.
  await page.locator('input[type="file"]').setInputFiles({
    name: 'four.png',
    mimeType: 'image/png',
    buffer: await fourColours(page),
  });
  await expect(page.locator('[data-picture="four.png"]')).toBeVisible();
  await page.getByRole('button', { name: 'Crop and turn' }).click();
  await dialog.getByRole('button', { name: 'Turn right' }).click();
  await dialog.getByRole('button', { name: 'Use this square' }).click();
  await expect(page.getByText('Turned by 90°.')).toBeVisible();
  const [a, b, c, d] = quarters.colours;
  expect(await quarterColours(page)).toEqual([c, a, d, b].map((colour) => [...colour]));
  expect(query(page).has('crop')).toBe(false);

  // Drawn, then as the network sees it: the very pixels.
  await page.getByRole('button', { name: 'Draw…' }).click();
  expect(await accessibilityViolations(page)).toEqual([]);
  const sheet = dialog.getByRole('application');
  await dialog.getByRole('button', { name: 'red', exact: true }).click();
  await drag(page, sheet, [0.25, 0.25], [0.75, 0.25]);
  await expect(sheet).toHaveAttribute('data-steps', '1');
  await dialog.getByRole('button', { name: 'blue', exact: true }).click();
  // The keys go on where the pointer ended: down from there.
  await sheet.focus();
  await page.keyboard.press(' ');
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
  await expect(sheet).toHaveAttribute('data-steps', '2');
  await dialog.getByRole('button', { name: 'Eraser' }).click();
  await drag(page, sheet, [0.75, 0.1], [0.75, 0.4]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(sheet).toHaveAttribute('data-steps', '1');
  await dialog.getByRole('button', { name: 'Redo' }).click();
  await dialog.getByRole('button', { name: 'Redo' }).click();
  await expect(sheet).toHaveAttribute('data-steps', '3');
  await dialog.getByRole('button', { name: 'Use this drawing' }).click();
  await expect(page.locator('[data-picture="drawing"]')).toBeVisible();
  const [white, red, blue, erased] = await seenPixels(page, [
    [10, 200],
    [112, 56],
    [168, 96],
    [168, 56],
  ]);
  expect(white).toEqual([255, 255, 255]);
  expect(erased).toEqual([255, 255, 255]);
  expect(red).toEqual([0xd6, 0x27, 0x28]);
  expect(blue).toEqual([0x1f, 0x77, 0xd4]);

  // Going on from the picture that is shown: the eraser takes strokes away and leaves it.
  await page.getByRole('button', { name: 'Draw…' }).click();
  await dialog.getByRole('button', { name: 'Start from the current picture' }).click();
  await dialog.getByRole('button', { name: 'Eraser' }).click();
  await drag(page, sheet, [0.3, 0.25], [0.7, 0.25]);
  await dialog.getByRole('button', { name: 'Use this drawing' }).click();
  await expect(dialog).toHaveCount(0);
  await finished(page);
  expect((await seenPixels(page, [[112, 56]]))[0]).toEqual(red);

  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: 'Crop and turn' }).click();
  await expect(square(page)).toBeVisible();
  expect(await horizontalOverflow(page)).toBe(0);
});

/** The picture of four colours, as a PNG file made by the browser. */
async function fourColours(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async (colours) => {
    const canvas = new OffscreenCanvas(96, 64);
    const context = canvas.getContext('2d')!;
    colours.forEach(([r, g, b], quarter) => {
      context.fillStyle = `rgb(${r} ${g} ${b})`;
      context.fillRect((quarter % 2) * 48, quarter < 2 ? 0 : 32, 48, 32);
    });
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  }, quarters.colours);
  return Buffer.from(bytes);
}

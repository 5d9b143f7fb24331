/** The course's page, its search, the glossary, the tests, and what is kept of a reader. */
import { readFile } from 'node:fs/promises';
import { course } from '../src/lib/i18n/messages/course.ts';
import { courseTest } from '../src/lib/i18n/messages/courseTest.ts';
import { lesson } from '../src/lib/i18n/messages/lesson.ts';
import { expect, gotoHydrated, test } from './support.ts';

const words = course.en;

test('progress: from the first lesson to the next, kept, as a file and back', async ({ page }) => {
  await gotoHydrated(page, '/lessons/');
  const rows = page.locator('[data-standing]');
  const all = await rows.count();
  const panel = page.getByRole('region', { name: words.progress.title, exact: true });
  const [first, second] = [rows.nth(0), rows.nth(1)];
  const id = await first.getAttribute('data-lesson');

  await test.step('at first nothing is done, and the first lesson is where to begin', async () => {
    await expect(panel).toContainText(words.progress.done(0, all));
    await expect(page.locator('[data-standing="new"]')).toHaveCount(all);
    await panel.getByRole('link', { name: new RegExp(`^${words.progress.begin}`) }).click();
    await expect(page).toHaveURL(new RegExp(`/lessons/${id}/$`));
  });

  await test.step('a lesson that was opened is gone on with, one that is done is not', async () => {
    await page.goBack();
    await expect(first).toHaveAttribute('data-standing', 'begun');
    await panel.getByRole('link', { name: new RegExp(`^${words.progress.continue}`) }).click();
    await page.getByRole('button', { name: lesson.en.finish }).click();
    await page.goBack();
    await expect(first).toHaveAttribute('data-standing', 'done');
    await expect(panel).toContainText(words.progress.done(1, all));
    await expect(panel.getByRole('link', { name: new RegExp(`^${words.progress.next}`) })).toHaveAttribute(
      'href',
      new RegExp(`/lessons/${await second.getAttribute('data-lesson')}/$`),
    );
    await page.reload();
    await expect(first).toHaveAttribute('data-standing', 'done');
  });

  let file: string;
  await test.step('saved as a file, erased only when one is sure', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words.progress.save }).click();
    file = await (await download).path();
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 'resnet-atlas-progress' });
    await page.getByRole('button', { name: words.progress.clear }).click();
    await page.getByRole('button', { name: words.progress.clearNo }).click();
    await expect(first).toHaveAttribute('data-standing', 'done');
    await page.getByRole('button', { name: words.progress.clear }).click();
    await page.getByRole('button', { name: words.progress.clearYes }).click();
    await expect(first).toHaveAttribute('data-standing', 'new');
  });

  await test.step('a file that is something else is told in a sentence, and changes nothing', async () => {
    const other = { name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"my":"notes"}') };
    await page.getByLabel(words.progress.open).setInputFiles(other);
    await expect(page.locator('[data-code="progressUnreadable"]')).toContainText('notes.json');
    await expect(first).toHaveAttribute('data-standing', 'new');
  });

  await test.step('the saved one brings everything back', async () => {
    await page.getByLabel(words.progress.open).setInputFiles(file);
    await expect(first).toHaveAttribute('data-standing', 'done');
    await expect(page.locator('[data-code]')).toHaveCount(0);
  });
});

test('search, by keyboard: a word of the glossary, a passage of a lesson', async ({ page }) => {
  await gotoHydrated(page, '/lessons/');
  const field = page.getByRole('searchbox', { name: words.search.title });
  const found = page.locator('[data-kind]');

  await field.fill('receptive field');
  await expect(found.first()).toHaveAttribute('data-kind', 'word');
  await expect(found.first().locator('mark').first()).toHaveText('receptive');
  await field.press('ArrowDown');
  await expect(found.nth(0).getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(found.nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();

  await field.fill('quokka gradient');
  await expect(page.getByText(words.search.none)).toBeVisible();
  await field.press('Escape');
  await expect(field).toHaveValue('');

  const lessons = page.locator('[data-kind="lesson"]');
  await field.fill('shortcut gradient');
  await expect(lessons.first()).toBeVisible();
  await lessons.first().getByRole('link').click();
  await expect(page).toHaveURL(/\/lessons\/[a-z0-9-]+\/(#.+)?$/);

  await test.step('a word is found and opened in the glossary', async () => {
    await page.goBack();
    await page.getByRole('searchbox').fill('degradation problem');
    await expect(found.first()).toBeVisible();
    await page.getByRole('searchbox').press('Enter');
    await expect(page).toHaveURL(/\/lessons\/glossary\/#degradation$/);
    await expect(page.locator('#degradation')).toBeInViewport();
  });
});

test('search in Chinese needs no spaces', async ({ page }) => {
  await gotoHydrated(page, '/zh/lessons/');
  const field = page.getByRole('searchbox', { name: course.zh.search.title });
  const found = page.locator('[data-kind]');
  await field.fill('训练图片上的误差');
  await expect(found.getByText('退化问题').first()).toBeVisible();
  await field.fill('捷径恒等');
  await expect(found.first()).toBeVisible();
  await expect(found.first().locator('mark').first()).toHaveText(/捷径|恒等/);
  await field.fill('overfitting');
  await expect(found.first()).toContainText('过拟合');
});

test('the glossary is filtered in either language, and leads to the lessons', async ({ page }) => {
  await gotoHydrated(page, '/lessons/glossary/');
  const all = await page.locator('dt').count();
  expect(all).toBeGreaterThan(150);
  await page.getByRole('searchbox').fill('感受野');
  await expect(page.locator('dt')).toHaveText([/effective receptive field/, /receptive field/]);
  await page.getByRole('searchbox').fill('nothing of the kind');
  await page.getByRole('button', { name: 'Show all words' }).click();
  await expect(page.locator('dt')).toHaveCount(all);
  await expect(page.locator('#degradation')).toContainText('退化问题');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.locator('#degradation dt')).toContainText('退化问题');
  await expect(page.locator('dt')).toHaveCount(all);
  await page.locator('#degradation').getByRole('link').click();
  await expect(page).toHaveURL(/\/zh\/lessons\/why-depth\/$/);
});

test('the test before the course and the one after it', async ({ page }) => {
  const t = courseTest.en;
  const questions = page.locator('[data-question]');

  const answer = async (number: number, option: number) => {
    await questions.nth(number).getByRole('radio').nth(option).check();
  };

  await gotoHydrated(page, '/lessons/test/before/');
  const all = await questions.count();
  const handIn = page.getByRole('button', { name: t.handIn });

  await test.step('nothing is judged before it is handed in', async () => {
    await expect(handIn).toBeDisabled();
    await answer(0, 0);
    await answer(0, 1);
    await answer(1, 0);
    await expect(page.getByText(t.answered(2, all))).toBeVisible();
    await questions.nth(1).getByRole('button', { name: t.leaveOut }).click();
    await expect(page.getByText(t.answered(1, all))).toBeVisible();
    await expect(page.locator('[data-right], [data-mark]')).toHaveCount(0);
    await page.reload();
    await expect(questions.nth(0).getByRole('radio').nth(1)).toBeChecked();
  });

  await test.step('the result tells which lessons to read', async () => {
    await handIn.click();
    await expect(page.locator('[data-finished="true"]')).toBeVisible();
    const right = await page.locator('[data-question][data-mark="right"]').count();
    await expect(page.getByText(t.result.score(right, all), { exact: true })).toBeVisible();
    await expect(page.locator('[data-question][data-mark="open"]')).toHaveCount(all - 1);
    await expect(page.getByRole('heading', { name: t.result.read })).toBeVisible();
    await expect(questions.nth(0).getByRole('radio').first()).toBeDisabled();
    await expect(questions.nth(1).locator('[data-right="true"]')).toBeVisible();
  });

  await test.step('afterwards, answered by the key, both stand side by side', async () => {
    await gotoHydrated(page, '/lessons/test/after/');
    await page.getByRole('button', { name: t.teacher.showKey }).click();
    const letters = await page.locator('section.key li b').allInnerTexts();
    expect(letters).toHaveLength(all);
    for (const [number, letter] of letters.entries()) await answer(number, letter.charCodeAt(0) - 65);
    await handIn.click();
    await expect(page.getByText(t.result.score(all, all), { exact: true })).toBeVisible();
    await expect(page.getByRole('columnheader')).toHaveText([
      t.result.lesson,
      t.times.before.short,
      t.times.after.short,
    ]);
    await expect(page.getByText(t.result.nothing)).toBeVisible();
  });

  await test.step('one can be taken again, the other stays', async () => {
    await page.getByRole('button', { name: t.result.again }).click();
    await expect(page.locator('[data-finished="false"]')).toBeVisible();
    await gotoHydrated(page, '/zh/lessons/test/before/');
    await expect(page.locator('[data-finished="true"]')).toBeVisible();
  });
});

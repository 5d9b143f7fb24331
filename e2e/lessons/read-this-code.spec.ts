import { answerQuestion, commitPrediction, happenedSentences, openLesson } from '../lesson.ts';
import { accessibilityViolations, expect, test } from '../support.ts';

test('nine programs: prediction, mistakes found by keyboard and pointer, the rest shown, questions', async ({
  page,
}) => {
  await openLesson(page, 'read-this-code');
  await commitPrediction(page, 2);
  const experiment = page.locator('[data-experiment]');
  await experiment.getByRole('button', { name: 'Run', exact: false }).first().click();
  await expect(experiment.getByRole('listbox')).toBeVisible();

  // The first one by keyboard: a wrong line gives a hint, the right one the output and the mended program.
  const line = (number: number) => experiment.locator(`[data-line="${number}"]`);
  await line(1).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(experiment.getByText('Line 3 is right as it is.')).toBeVisible();
  await expect(experiment.getByText('Hint:')).toBeVisible();
  // Empty lines are passed over: 4, 7 to 12, and then 13.
  for (let presses = 0; presses < 8; presses++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(experiment.getByText('Line 13 it is.')).toBeVisible();
  await expect(experiment.getByText("name 'shortcut' is not defined")).toBeVisible();
  await expect(experiment.locator('[data-status="0"]')).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);

  // The second is run first: it ends without an error.
  await experiment.getByRole('button', { name: 'Next program' }).click();
  await experiment.getByRole('button', { name: 'See what it prints' }).click();
  await expect(experiment.locator('[data-status="0"]')).toContainText('class 111');
  await experiment.getByRole('option', { name: 'x = x * (1.0 / 255)' }).click();
  await expect(experiment.locator('[data-snippet="rescale"]')).toHaveAttribute('data-state', 'found');

  await experiment.getByRole('button', { name: 'Next program' }).click();
  await experiment.getByRole('button', { name: 'Show me' }).click();
  await expect(experiment.locator('[data-snippet="projection"]')).toHaveAttribute('data-state', 'shown');
  await experiment.getByRole('button', { name: 'Show all that are left' }).click();
  await expect(experiment).toHaveAttribute('data-experiment', 'done');

  const [programs, reader] = await happenedSentences(page);
  expect(programs).toContain('3 of the 9 programs stop');
  expect(reader).toContain('You found 2 of the mistakes, 1 of them with the first line');

  expect(await answerQuestion(page, 'silent', 2)).toBe(true);
  expect(await answerQuestion(page, 'trace', 0)).toBe(false);
  expect(await answerQuestion(page, 'trace', 1)).toBe(true);
  expect(await answerQuestion(page, 'frozen', 1)).toBe(true);
  expect(await answerQuestion(page, 'padding', 1)).toBe(true);
  expect(await answerQuestion(page, 'check', 2)).toBe(true);
});

test('in Chinese, too', async ({ page }) => {
  await openLesson(page, 'read-this-code', 'zh');
  await commitPrediction(page, 0);
  await page.locator('[data-experiment] button.primary').click();
  await page.getByRole('button', { name: '揭晓剩下的全部' }).click();
  await expect(page.locator('[data-experiment]')).toHaveAttribute('data-experiment', 'done');
  expect((await happenedSentences(page))[0]).toContain('9 个程序中有 3 个报错停止');
});

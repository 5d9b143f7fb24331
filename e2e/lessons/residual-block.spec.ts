import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { accessibilityViolations, expect, test } from '../support.ts';

test('two blocks by hand: prediction, numbers of the reader’s own, what is learned, questions', async ({
  page,
}) => {
  await openLesson(page, 'residual-block');
  await commitPrediction(page, 1);
  await runExperiment(page);
  const experiment = page.locator('[data-experiment]');
  const shown = (name: string) => experiment.locator(`[data-value="${name}"]`);

  // The worked example of the text.
  await expect(shown('residual')).toHaveText('(2.4, 0.6)');
  await expect(shown('plain')).toHaveText('(0.4, 0)');
  const paths = (name: string) => experiment.locator(`[data-path="${name}"] td`);
  await expect(paths('sum')).toHaveText(['1.3', '−0.2']);
  await expect(paths('plain')).toHaveText(['0.3', '−0.2']);
  await expect(page.locator('[data-happened]')).toContainText('25.3');

  await experiment.getByRole('button', { name: 'identity matrices' }).click();
  await expect(shown('residual')).toHaveText('(4, 2)');
  await expect(shown('plain')).toHaveText('(2, 1)');
  await experiment.getByRole('button', { name: 'zero', exact: true }).click();
  await expect(shown('residual')).toHaveText('(2, 1)');
  await expect(shown('plain')).toHaveText('(0, 0)');

  // By keyboard: x becomes (3, 1), and what happened is told of it.
  const first = experiment.getByRole('spinbutton', { name: 'x, number 1' });
  await first.fill('3');
  await first.press('Tab');
  await expect(shown('residual')).toHaveText('(3, 1)');
  await first.fill('0');
  await first.press('Tab');
  await experiment.getByRole('spinbutton', { name: 'x, number 2' }).fill('0');
  await experiment.getByRole('spinbutton', { name: 'x, number 2' }).press('Tab');
  await expect(experiment.getByText('Both numbers of x are zero')).toBeVisible();
  await first.fill('2');
  await first.press('Tab');
  await experiment.getByRole('button', { name: 'the start values' }).click();

  expect(await accessibilityViolations(page)).toEqual([]);

  const learned = experiment.locator('[data-task="identity"] td');
  const before = await learned.allInnerTexts();
  await experiment.getByRole('button', { name: 'Other random weights' }).click();
  await expect(learned).not.toHaveText(before);
  expect((await happenedSentences(page)).join(' ')).toContain(
    (await learned.first().innerText()).split(' ')[0],
  );

  expect(await answerQuestion(page, 'zero', 1)).toBe(true);
  expect(await answerQuestion(page, 'half', 0)).toBe(true);
  expect(await answerQuestion(page, 'learned', 0)).toBe(false);
  expect(await answerQuestion(page, 'learned', 2)).toBe(true);
  expect(await answerQuestion(page, 'projection', 2)).toBe(true);
  expect(await answerQuestion(page, 'paths', 1)).toBe(true);
  expect(await answerQuestion(page, 'bottleneck', 2)).toBe(true);
});

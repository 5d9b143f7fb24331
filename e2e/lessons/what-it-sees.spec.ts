import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { expect, test } from '../support.ts';

test('lesson 9: two classes’ maps, aligned or not, that add up to their logits', async ({ page }) => {
  test.slow();
  await openLesson(page, 'what-it-sees');
  const recorded = await happenedSentences(page);
  await commitPrediction(page, 2);
  await runExperiment(page, 150_000);
  await expect(page.locator('[data-prediction]')).toContainText('Your prediction came true.');
  expect(await happenedSentences(page)).toEqual(recorded);

  const experiment = page.locator('[data-experiment]');
  await test.step('the maps are drawn where their cells lie, or stretched', async () => {
    const maps = experiment.locator('[data-drawn]');
    await expect(maps).toHaveAttribute('data-drawn', 'aligned');
    await experiment.getByRole('combobox', { name: 'Drawn' }).selectOption('usual');
    await expect(maps).toHaveAttribute('data-drawn', 'usual');
  });

  await test.step('mean and bias are the logit', async () => {
    for (const cell of await experiment.locator('[data-quantity="difference"] td').all()) {
      expect(Math.abs(Number(await cell.getAttribute('data-value')))).toBeLessThan(1e-3);
    }
  });

  await test.step('a place is read by keyboard', async () => {
    await expect(experiment).toContainText('row 4, column 2');
    await experiment.getByRole('application').first().press('ArrowRight');
    await expect(experiment).toContainText('row 4, column 3');
  });

  await expect(experiment.locator('[data-filters="64"] canvas')).toHaveCount(64);

  await test.step('another second class is another result', async () => {
    await experiment.getByRole('combobox', { name: 'Second class' }).selectOption({ label: 'palace' });
    await expect(page.locator('[data-happened]')).toContainText('palace');
  });

  expect(await answerQuestion(page, 'larger-mean', 1)).toBe(false);
  expect(await answerQuestion(page, 'larger-mean', 0)).toBe(true);
  expect(await answerQuestion(page, 'exact', 2)).toBe(false);
  expect(await answerQuestion(page, 'exact', 0)).toBe(true);
  expect(await answerQuestion(page, 'offset', 0)).toBe(true);
  expect(await answerQuestion(page, 'field', 0)).toBe(true);
  expect(await answerQuestion(page, 'where', 0)).toBe(true);
});

import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { expect, test } from '../support.ts';

test('lesson 12: thirty-two photographs, counted, with an interval', async ({ page }) => {
  test.slow();
  await openLesson(page, 'what-76-percent-means');
  const recorded = await happenedSentences(page);
  await commitPrediction(page, 0);
  await runExperiment(page, 200_000);
  await expect(page.locator('[data-prediction]')).not.toContainText('Your prediction came true.');

  await test.step('the counts are those that were recorded', async () => {
    expect(await happenedSentences(page)).toEqual(recorded);
    await expect(page.locator('[data-experiment] [data-photograph]')).toHaveCount(32);
    await expect(page.locator('[data-photograph="koala"]')).toContainText('right');
    await expect(page.locator('[data-photograph="owl"]')).toContainText('label in place 2');
  });

  await test.step('questions, one of them answered by the run', async () => {
    expect(await answerQuestion(page, 'interval', 1)).toBe(false);
    expect(await answerQuestion(page, 'interval', 0)).toBe(true);
    expect(await answerQuestion(page, 'two-numbers', 1)).toBe(true);
    expect(await answerQuestion(page, 'how-many', 2)).toBe(true);
    expect(await answerQuestion(page, 'recipe', 0)).toBe(true);
    expect(await answerQuestion(page, 'human', 2)).toBe(true);
  });
});

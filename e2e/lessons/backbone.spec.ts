import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { expect, test } from '../support.ts';

test('lesson 14: C2 to C5 of a picture, and of another one', async ({ page }) => {
  test.slow();
  await openLesson(page, 'backbone', 'zh');
  const recorded = await happenedSentences(page);
  await commitPrediction(page, 0);
  await runExperiment(page, 150_000);
  await expect(page.locator('[data-prediction]')).not.toContainText('你的预测应验了');
  expect(await happenedSentences(page)).toEqual(recorded);

  const experiment = page.locator('[data-experiment]');
  await expect(experiment.locator('figure[data-level]')).toHaveCount(4);
  await expect(experiment.locator('tr[data-level="C5"]')).toContainText('287');

  await experiment.getByText('换一张图片').click();
  await experiment.locator('[data-sample="castle"]').click();
  await expect(page.locator('[data-happened]')).toContainText('568', { timeout: 60_000 });

  expect(await answerQuestion(page, 'typical', 0)).toBe(false);
  expect(await answerQuestion(page, 'typical', 3)).toBe(true);
  expect(await answerQuestion(page, 'size', 0)).toBe(true);
  expect(await answerQuestion(page, 'cost', 1)).toBe(false);
  expect(await answerQuestion(page, 'cost', 0)).toBe(true);
  expect(await answerQuestion(page, 'dilated', 0)).toBe(true);
  expect(await answerQuestion(page, 'frozen', 0)).toBe(true);
});

import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { expect, test } from '../support.ts';

test('lesson 11: three rates; the highest does not diverge, and does not learn', async ({ page }) => {
  test.setTimeout(240_000);
  await openLesson(page, 'training-in-practice', 'zh');
  await commitPrediction(page, 0);
  await runExperiment(page, 210_000);
  await expect(page.locator('[data-prediction]')).toContainText('你的预测没有应验。');
  // Losses, and the length of all kernels.
  await expect(page.locator('[data-experiment] .running').getByRole('slider')).toHaveCount(2);

  const sentences = await happenedSentences(page);
  expect(sentences).toHaveLength(4);
  expect(sentences[1]).toContain('有限');
  expect(await answerQuestion(page, 'longer', 2)).toBe(true);
  expect(await answerQuestion(page, 'double-softmax', 0)).toBe(false);
  expect(await answerQuestion(page, 'curves', 2)).toBe(true);
});

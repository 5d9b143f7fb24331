import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { expect, test } from '../support.ts';

test('lesson 7: equal weights, one addition; the residual network begins higher and ends lower', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await openLesson(page, 'plain-against-residual');
  await commitPrediction(page, 2);
  await runExperiment(page, 270_000);
  await expect(page.locator('[data-prediction]')).toContainText('Your prediction came true.');
  // Losses, and the gradient of the first convolution.
  await expect(page.locator('[data-experiment] .running').getByRole('slider')).toHaveCount(2);

  const sentences = await happenedSentences(page);
  expect(sentences).toHaveLength(5);
  expect(sentences[1]).toContain('is below the plain one’s from step');
  expect(await answerQuestion(page, 'grown', 2)).toBe(true);
  expect(await answerQuestion(page, 'eighteen', 0)).toBe(false);
  expect(await answerQuestion(page, 'saves', 2)).toBe(true);
});

/** Lesson 15: a picture in ever thicker fog; what the network answers, and what a ruler measures. */
import recorded from '../../content/recorded/fog.json' with { type: 'json' };
import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { expect, test } from '../support.ts';

test('fog is put into the picture step by step, and the sentences tell of this run', async ({ page }) => {
  await openLesson(page, 'fog', 'zh');
  await commitPrediction(page, 2);
  await runExperiment(page);
  const experiment = page.locator('[data-experiment]');
  await expect(experiment.locator('[data-way]')).toHaveCount(recorded.result.steps.length);
  await expect(experiment.locator('[data-way] img')).toHaveCount(recorded.result.steps.length);
  const sentences = await happenedSentences(page);
  expect(sentences[0]).toContain('castle');
  expect(sentences.join('')).toMatch(/200 米/);
  expect(await answerQuestion(page, 'split', 0)).toBe(false);
  expect(await answerQuestion(page, 'split', 1)).toBe(true);
  // More fog mixes more grey into every pixel, so contrast falls in every step.
  expect(await answerQuestion(page, 'steady', 3)).toBe(false);
});

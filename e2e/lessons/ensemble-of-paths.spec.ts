import {
  answerQuestion,
  changePicture,
  commitPrediction,
  happenedSentences,
  openLesson,
  runExperiment,
  startAndCancel,
} from '../lesson.ts';
import { expect, test } from '../support.ts';

test('lesson 8: sixteen networks with a block less, and what becomes of the answer', async ({ page }) => {
  test.slow();
  await openLesson(page, 'ensemble-of-paths');
  const recorded = await happenedSentences(page);
  await commitPrediction(page, 2);
  await runExperiment(page, 200_000);
  await expect(page.locator('[data-prediction]')).toContainText('Your prediction came true.');

  await test.step('the run repeats the recorded one', async () => {
    const live = await happenedSentences(page);
    expect(live[0]).toBe(recorded[0]);
    expect(live[1]).toBe(recorded[1]);
    await expect(page.locator('[data-changed]')).toHaveAttribute('data-changed', '5');
  });

  await test.step('questions, one of them answered by the run', async () => {
    expect(await answerQuestion(page, 'worst-stage', 3)).toBe(false);
    expect(await answerQuestion(page, 'worst-stage', 0)).toBe(true);
    expect(await answerQuestion(page, 'half', 1)).toBe(false);
    expect(await answerQuestion(page, 'half', 0)).toBe(true);
    expect(await answerQuestion(page, 'arrows', 0)).toBe(true);
    expect(await answerQuestion(page, 'independent', 0)).toBe(true);
    expect(await answerQuestion(page, 'saved', 0)).toBe(true);
  });
});

test('a run of lesson 8 can be cancelled, and another picture takes its place', async ({ page }) => {
  test.slow();
  await openLesson(page, 'ensemble-of-paths', 'zh');
  await commitPrediction(page, 0);
  const run = await startAndCancel(page);
  await expect(page.locator('[data-experiment]')).toHaveAttribute('data-experiment', 'running');
  await changePicture(page, 'gibbon');
  await expect(run.getByRole('button')).toBeEnabled();
});

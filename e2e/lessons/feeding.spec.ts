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

test('lesson 10: divided by 255, every picture is a nematode', async ({ page }) => {
  test.slow();
  await openLesson(page, 'feeding');
  const recorded = await happenedSentences(page);
  await commitPrediction(page, 2);
  await runExperiment(page, 200_000);
  await expect(page.locator('[data-prediction]')).toContainText('Your prediction came true.');

  await test.step('what happened is what was recorded', async () => {
    const live = await happenedSentences(page);
    expect(live).toHaveLength(recorded.length);
    expect(live[1]).toContain('nematode');
    expect(live[2]).toContain('web site');
  });

  await test.step('seven preparations, eight changes, three other pictures, each with what the network takes it for', async () => {
    const ways = page.locator('[data-experiment] [data-way]');
    await expect(ways).toHaveCount(18);
    await expect(ways.getByRole('img')).toHaveCount(18);
    await expect(page.locator('[data-way="divided"]')).toContainText('another answer');
    await expect(page.locator('[data-way="mirrored"]')).toContainText('same answer');
  });

  await test.step('questions, one of them answered by the run', async () => {
    expect(await answerQuestion(page, 'mildest', 2)).toBe(false);
    expect(await answerQuestion(page, 'mildest', 0)).toBe(true);
    expect(await answerQuestion(page, 'same-answer', 1)).toBe(true);
    expect(await answerQuestion(page, 'order', 0)).toBe(false);
    expect(await answerQuestion(page, 'order', 1)).toBe(true);
    expect(await answerQuestion(page, 'validation', 1)).toBe(true);
  });
});

test('a run of lesson 10 can be cancelled, and another picture takes its place', async ({ page }) => {
  test.slow();
  await openLesson(page, 'feeding', 'zh');
  await commitPrediction(page, 0);
  const run = await startAndCancel(page);
  await changePicture(page, 'koala');
  await expect(run.getByRole('button')).toBeEnabled();
});

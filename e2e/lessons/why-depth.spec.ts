import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { expect, test } from '../support.ts';

test('lesson 1: two plain networks are trained, the deeper one learns less', async ({ page }) => {
  test.slow();
  await openLesson(page, 'why-depth');
  const recorded = await happenedSentences(page);
  await commitPrediction(page, 1);
  await runExperiment(page, 170_000);
  await expect(page.locator('[data-prediction]')).toContainText('Your prediction came true.');

  await test.step('the run repeats the recorded one, as far as its sentences tell', async () => {
    const live = await happenedSentences(page);
    expect(live).toHaveLength(4);
    expect(live.at(-1)).toBe(recorded.at(-1));
    expect(live[0]).toContain('seed 0');
  });

  await test.step('questions, one of them answered by the run', async () => {
    expect(await answerQuestion(page, 'overfitting', 0)).toBe(false);
    expect(await answerQuestion(page, 'identity', 1)).toBe(true);
    expect(await answerQuestion(page, 'halfway', 1)).toBe(true);
  });
});

test('a run of lesson 1 can be cancelled and begun again', async ({ page }) => {
  await openLesson(page, 'why-depth', 'zh');
  await commitPrediction(page, 0);
  const experiment = page.locator('[data-experiment]');
  await experiment.getByRole('button', { name: '运行实验' }).click();
  const run = experiment.locator('[data-running]');
  await expect(run).toHaveAttribute('data-running', 'true');
  await expect(experiment.getByRole('slider')).toBeVisible({ timeout: 60_000 });
  await run.getByRole('button', { name: '取消' }).click();
  await expect(run).toHaveAttribute('data-running', 'false');
  await expect(experiment).toHaveAttribute('data-experiment', 'running');
  await run.getByRole('button').click();
  await expect(run).toHaveAttribute('data-running', 'true');
});

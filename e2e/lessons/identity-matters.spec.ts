import {
  answerQuestion,
  commitPrediction,
  happenedSentences,
  openLesson,
  runExperiment,
  startAndCancel,
} from '../lesson.ts';
import { expect, test } from '../support.ts';

test('lesson 4: halved shortcuts do not let the gradient vanish at the start', async ({ page }) => {
  test.slow();
  await openLesson(page, 'identity-matters');
  const recorded = await happenedSentences(page);
  expect(recorded[1]).toContain('did not vanish');
  await commitPrediction(page, 0);
  await runExperiment(page, 170_000);
  await expect(page.locator('[data-prediction]')).toContainText('did not come true');

  await test.step('the run has its own numbers and the same outcome', async () => {
    const live = await happenedSentences(page);
    expect(live).toHaveLength(4);
    expect(live[0]).not.toBe(recorded[0]);
    expect(live[1]).toContain('did not vanish');
  });

  await test.step('questions, one of them answered by the run', async () => {
    expect(await answerQuestion(page, 'paths', 0)).toBe(false);
    expect(await answerQuestion(page, 'paths', 1)).toBe(true);
    expect(await answerQuestion(page, 'order', 1)).toBe(true);
    expect(await answerQuestion(page, 'rule', 1)).toBe(true);
    expect(await answerQuestion(page, 'convolution', 2)).toBe(true);
    expect(await answerQuestion(page, 'relu', 0)).toBe(true);
  });
});

test('lesson 4 in Chinese: a run can be cancelled and begun again', async ({ page }) => {
  await openLesson(page, 'identity-matters', 'zh');
  await commitPrediction(page, 2);
  const run = await startAndCancel(page);
  await run.getByRole('button').click();
  await expect(run).toHaveAttribute('data-running', 'true');
  expect((await happenedSentences(page))[1]).toContain('梯度没有消失');
});

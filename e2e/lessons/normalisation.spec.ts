import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { expect, test } from '../support.ts';

test('lesson 5: batch norm makes a plain network’s gradient explode, and Glorot’s weights do not matter behind it', async ({
  page,
}) => {
  // Ten networks: half a minute on two idle cores, more beside other tests.
  test.setTimeout(300_000);
  await openLesson(page, 'normalisation');
  await commitPrediction(page, 2);
  await runExperiment(page, 270_000);
  await expect(page.locator('[data-prediction]')).toContainText('Your prediction came true.');

  const experiment = page.locator('[data-experiment]');
  await expect(experiment.getByRole('row').filter({ hasText: 'batch norm, Glorot' }).last()).toContainText(
    '1.2',
  );
  const live = await happenedSentences(page);
  expect(live[0]).toContain('it explodes towards the input');
  expect(live[3]).toContain('their scale has no effect');

  await test.step('questions, two of them answered by the run', async () => {
    expect(await answerQuestion(page, 'variance', 2)).toBe(false);
    expect(await answerQuestion(page, 'variance', 1)).toBe(true);
    expect(await answerQuestion(page, 'loss', 3)).toBe(true);
    expect(await answerQuestion(page, 'glorot', 1)).toBe(true);
    expect(await answerQuestion(page, 'mode', 2)).toBe(true);
    expect(await answerQuestion(page, 'zero-gamma', 0)).toBe(true);
  });
});

test('lesson 5 in Chinese tells of the recorded run', async ({ page }) => {
  await openLesson(page, 'normalisation', 'zh');
  expect((await happenedSentences(page))[0]).toContain('它在传向输入的途中爆炸');
  await commitPrediction(page, 0);
  await expect(page.locator('[data-experiment]')).toHaveAttribute('data-experiment', 'idle');
});

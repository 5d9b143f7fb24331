import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { expect, test } from '../support.ts';

test('lesson 6: with skips the gradient arrives, without them it is lost', async ({ page }) => {
  test.slow();
  await openLesson(page, 'gradient-flow');
  const recorded = await happenedSentences(page);
  await commitPrediction(page, 3);
  await runExperiment(page, 170_000);
  await expect(page.locator('[data-prediction]')).toContainText('Your prediction came true.');

  await test.step('the kitten’s gradients are those of the recorded run', async () => {
    expect(await happenedSentences(page)).toEqual(recorded);
  });

  await test.step('questions, one of them answered by the run', async () => {
    expect(await answerQuestion(page, 'at-least-one', 0)).toBe(false);
    expect(await answerQuestion(page, 'at-least-one', 1)).toBe(true);
    expect(await answerQuestion(page, 'cut', 1)).toBe(true);
    expect(await answerQuestion(page, 'where', 1)).toBe(true);
    expect(await answerQuestion(page, 'authors', 2)).toBe(true);
    expect(await answerQuestion(page, 'relu', 2)).toBe(true);
  });

  await test.step('another picture has other gradients', async () => {
    const [first] = await happenedSentences(page);
    await page.locator('[data-picture] summary').click();
    await page.locator('[data-picture]').getByRole('button', { name: 'koala', exact: false }).click();
    await expect(page.locator('[data-happened]')).toContainText('koala', { timeout: 60_000 });
    expect((await happenedSentences(page))[0]).not.toBe(first);
  });
});

test('lesson 6 in Chinese tells of the recorded run', async ({ page }) => {
  await openLesson(page, 'gradient-flow', 'zh');
  expect((await happenedSentences(page))[1]).toContain('梯度确实消失了');
});

import { join } from 'node:path';
import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { expect, test } from '../support.ts';

test('lesson 13: five groups told apart by averages, and a picture of the reader’s own', async ({ page }) => {
  test.slow();
  await openLesson(page, 'transfer', 'zh');
  const recorded = await happenedSentences(page);
  await commitPrediction(page, 2);
  await runExperiment(page, 200_000);
  await expect(page.locator('[data-prediction]')).toContainText('你的预测应验了');
  expect(await happenedSentences(page)).toEqual(recorded);

  const experiment = page.locator('[data-experiment]');
  await test.step('the table counts as before, and anew with another scaling', async () => {
    await expect(experiment.getByRole('table').first()).toContainText('21 张中答对 15 张');
    await experiment.getByRole('combobox', { name: '特征' }).selectOption('unit');
    await expect(experiment.getByRole('table').first()).toContainText('21 张中答对 16 张');
  });

  await test.step('a picture of the reader’s own goes to the nearest mean; what is no picture is said', async () => {
    const file = experiment.locator('input[type="file"]');
    await file.setInputFiles(join(import.meta.dirname, '../../static/samples/lemur.jpg'));
    await expect(experiment.locator('[data-own]')).toContainText('最近的均值', { timeout: 60_000 });
    await file.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await expect(experiment.getByRole('alert')).toContainText('notes.png');
  });

  await test.step('questions, one of them answered by the run', async () => {
    expect(await answerQuestion(page, 'hardest', 4)).toBe(false);
    expect(await answerQuestion(page, 'hardest', 1)).toBe(true);
    expect(await answerQuestion(page, 'parameters', 1)).toBe(true);
    expect(await answerQuestion(page, 'frozen', 1)).toBe(true);
    expect(await answerQuestion(page, 'leak', 1)).toBe(true);
    expect(await answerQuestion(page, 'regularised', 1)).toBe(true);
  });
});

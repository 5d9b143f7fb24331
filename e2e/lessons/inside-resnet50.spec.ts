import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { accessibilityViolations, expect, test } from '../support.ts';

test('where parameters and work are: prediction, another network, one block in steps, questions', async ({
  page,
}) => {
  await openLesson(page, 'inside-resnet50', 'zh');
  await commitPrediction(page, 2);
  await runExperiment(page);
  const experiment = page.locator('[data-experiment]');
  expect((await happenedSentences(page)).join(' ')).toContain('3,857,973,248');
  await expect(experiment.locator('[data-section="conv5"] .params')).toHaveAttribute('data-share', '0.5850');
  await expect(experiment.locator('[data-section="conv4"] .macs')).toHaveAttribute('data-share', '0.3596');
  await expect(experiment.locator('[data-kind="projection"] td').first()).toHaveText('4');
  expect(await answerQuestion(page, 'most-work', 2)).toBe(true);

  // One block, operation by operation.
  const step = experiment.locator('[data-step]');
  await expect(step).toHaveAttribute('data-step', 'res2a_branch2a');
  await experiment.getByRole('button', { name: '下一步运算' }).press('Enter');
  await expect(step).toHaveAttribute('data-step', 'bn2a_branch2a');
  await experiment.getByRole('combobox', { name: '块', exact: true }).selectOption('3a');
  await expect(step).toHaveAttribute('data-step', 'res3a_branch2a');
  await expect(step).toContainText('2');

  expect(await accessibilityViolations(page)).toEqual([]);

  // In ResNet-18 conv2_x does the most, and the answer goes with what is looked at.
  await experiment.getByRole('combobox', { name: '网络' }).selectOption('resnet18');
  await expect(page.locator('[data-happened]')).toContainText('resnet18');
  await expect(experiment.locator('[data-kind="projection"] td').first()).toHaveText('3');
  expect(await answerQuestion(page, 'most-work', 0)).toBe(true);

  expect(await answerQuestion(page, 'fifty', 2)).toBe(true);
  expect(await answerQuestion(page, 'ratio', 1)).toBe(false);
  expect(await answerQuestion(page, 'ratio', 2)).toBe(true);
  expect(await answerQuestion(page, 'field', 1)).toBe(true);
  expect(await answerQuestion(page, 'tools', 1)).toBe(true);
  expect(await answerQuestion(page, 'keras', 1)).toBe(true);
});

/** Lesson 16: ten networks are costed on the page; one question is answered by the table. */
import { answerQuestion, commitPrediction, happenedSentences, openLesson, runExperiment } from '../lesson.ts';
import { expect, horizontalOverflow, test } from '../support.ts';

test('networks that came after are costed and drawn, and say what is asked', async ({ page }) => {
  await openLesson(page, 'what-came-after');
  await commitPrediction(page, 1);
  await runExperiment(page);
  const experiment = page.locator('[data-experiment]');

  // Published parameter counts (torchvision).
  const rows = experiment.locator('[data-network]');
  await expect(rows).toHaveCount(10);
  for (const [name, parameters] of [
    ['resnet50-v1.5', 25_557_032],
    ['convnext-tiny', 28_589_128],
    ['vit-b16', 86_567_656],
  ] as const) {
    const cell = experiment.locator(`[data-network="${name}"] [data-parameters]`);
    await expect(cell).toHaveAttribute('data-parameters', String(parameters));
  }

  await experiment.getByRole('combobox').selectOption('vit-b16');
  await expect(experiment.locator('[data-idea]')).toHaveAttribute('data-idea', 'vit-b16');
  await expect(experiment.locator('figure')).toHaveCount(2);
  await expect(experiment.getByRole('img', { name: /Self-attention, 197 × 1 × 768/ })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await horizontalOverflow(page)).toBe(0);

  const [first] = await happenedSentences(page);
  expect(first).toContain('28,589,128');
  // MobileNetV2: 0.30 G over 3.5 M, 86 a parameter; ViT 203, Wide 166, DenseNet 355.
  expect(await answerQuestion(page, 'used', 3)).toBe(false);
  expect(await answerQuestion(page, 'used', 2)).toBe(true);
  expect(await answerQuestion(page, 'groups', 0)).toBe(true);
});

/** What the tests of lessons do as readers do. */
import type { Locator, Page } from '@playwright/test';
import type { Language, Messages } from '../src/lib/i18n/languages.ts';
import { experiment as experimentWords } from '../src/lib/i18n/messages/experiment.ts';
import { lesson } from '../src/lib/i18n/messages/lesson.ts';
import type { LessonId } from '../src/lib/lesson/course.ts';
import { expect, gotoHydrated } from './support.ts';

/** A word in either language. */
const eitherOf = <M>(messages: Messages<M>, of: (words: M) => string) =>
  new RegExp(`^(${of(messages.en)}|${of(messages.zh)})$`);
const either = (of: (words: typeof lesson.en) => string) => eitherOf(lesson, of);

export async function openLesson(page: Page, id: LessonId, language: Language = 'en'): Promise<void> {
  await gotoHydrated(page, `${language === 'en' ? '' : `/${language}`}/lessons/${id}/`);
}

/** @param option its index */
export async function commitPrediction(page: Page, option: number): Promise<void> {
  const prediction = page.locator('[data-prediction]');
  await prediction.getByRole('radio').nth(option).check();
  await prediction.getByRole('button', { name: either(({ predict }) => predict.commit) }).click();
  await expect(prediction).toHaveAttribute('data-prediction', String(option));
}

/** Presses Run and waits for a result. The prediction has to be committed before. */
export async function runExperiment(page: Page, timeout = 90_000): Promise<void> {
  const experiment = page.locator('[data-experiment]');
  await experiment.getByRole('button', { name: either(({ live }) => live.run) }).click();
  await expect(experiment).toHaveAttribute('data-experiment', 'done', { timeout });
}

/** Presses Run, and cancels what has begun. @returns the run's controls */
export async function startAndCancel(page: Page): Promise<Locator> {
  const experiment = page.locator('[data-experiment]');
  await experiment.getByRole('button', { name: either(({ live }) => live.run) }).click();
  const run = experiment.locator('[data-running]');
  await expect(run).toHaveAttribute('data-running', 'true', { timeout: 60_000 });
  await run.getByRole('button', { name: eitherOf(experimentWords, ({ cancel }) => cancel) }).click();
  await expect(run).toHaveAttribute('data-running', 'false');
  return run;
}

/** In an experiment with a picture that can be changed: a sample takes its place, and is run by the network. */
export async function changePicture(page: Page, sample: string): Promise<void> {
  const experiment = page.locator('[data-experiment]');
  await experiment.getByText(eitherOf(experimentWords, ({ picture }) => picture.choose)).click();
  await experiment.locator(`[data-sample="${sample}"]`).click();
  await expect(experiment).toContainText(`${sample},`, { timeout: 60_000 });
}

/** Chooses an option, by its index. @returns whether the page calls it right */
export async function answerQuestion(page: Page, id: string, option: number): Promise<boolean> {
  const question = page.locator(`[data-question="${id}"]`);
  await question.getByRole('radio').nth(option).check();
  const chosen = question.locator(`[data-option="${option}"] [data-right]`);
  await expect(chosen).toBeVisible();
  return (await chosen.getAttribute('data-right')) === 'true';
}

/** What happened, as the page tells it: of the reader's run when there was one, of the recorded one before. */
export async function happenedSentences(page: Page): Promise<string[]> {
  return page.locator('[data-happened] .sentence').allTextContents();
}

/** What all lessons have in common; each has a test of its own in e2e/lessons. */
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { lessonIds, type LessonId } from '../src/lib/lesson/course.ts';
import { commitPrediction, happenedSentences, openLesson, runExperiment } from './lesson.ts';
import {
  accessibilityViolations,
  expect,
  gotoHydrated,
  horizontalOverflow,
  prerenderedPages,
  test,
} from './support.ts';

const pages = prerenderedPages();
const lessons = lessonIds.filter((id) => pages.includes(`/lessons/${id}/`));

/** Bytes, gzip: what a lesson may load of script before its experiment is started. */
const budget = 120_000;

/** All scripts that a page has loaded, as they are asked for. */
function scriptsOf(page: Page): { url: string; text: Promise<string> }[] {
  const scripts: { url: string; text: Promise<string> }[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) {
      scripts.push({ url: response.url(), text: response.text() });
    }
  });
  return scripts;
}

test('before an experiment is started: little script, no worker, no tensor library', async ({ page }) => {
  const scripts = scriptsOf(page);
  let workers = 0;
  page.on('worker', () => workers++);
  expect(lessons).toEqual(lessonIds);
  for (const id of lessons) {
    scripts.length = 0;
    await openLesson(page, id);
    await page.waitForLoadState('networkidle');
    const texts = await Promise.all(scripts.map(({ text }) => text));
    const bytes = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(bytes, id).toBeGreaterThan(0);
    expect(bytes, id).toBeLessThanOrEqual(budget);
    expect(
      texts.filter((text) => text.includes('tfjsflags')),
      id,
    ).toEqual([]);
    expect(workers, id).toBe(0);
  }
});

test.describe('one lesson', () => {
  /** Whose experiment is there at once. */
  const id: LessonId = 'residual-block';

  test('what was recorded is folded until the reader predicts, then told until the experiment has run', async ({
    page,
  }) => {
    await openLesson(page, 'identity-matters');
    const experiment = page.locator('[data-experiment="idle"]');
    const happened = page.locator('[data-happened="recorded"]');
    await experiment.getByText('How it was recorded').click();
    await expect(experiment.locator('pre').first()).toContainText('npm run');
    await expect(experiment.getByRole('button', { name: 'Run the experiment' })).toBeDisabled();
    await expect(experiment.getByRole('slider')).toBeHidden();
    await expect(happened.locator('.sentence').first()).toBeHidden();
    await happened.getByText('predict first, then open it').click();
    await expect(happened.locator('.sentence').first()).toBeVisible();
    await commitPrediction(page, 0);
    await expect(happened).toContainText('In the recorded run, until you run it yourself');
    await expect(happened.locator('.sentence').first()).toBeVisible();
    await expect(experiment.getByRole('slider')).toBeVisible();
    expect((await happenedSentences(page)).length).toBeGreaterThan(1);
  });

  test('the prediction stands, is judged after the run, and is there at the next visit', async ({ page }) => {
    await openLesson(page, id);
    await expect(page.locator('[data-happened="nothing"]')).toBeVisible();
    await commitPrediction(page, 0);
    await expect(page.locator('[data-prediction]').getByRole('radio').first()).toBeDisabled();
    await runExperiment(page);
    await expect(page.locator('[data-happened="live"]')).toBeVisible();
    expect((await happenedSentences(page)).length).toBeGreaterThan(0);
    await expect(page.locator('[data-prediction] [data-right]')).toBeVisible();
    await page.getByText('About this experiment').click();
    expect(await accessibilityViolations(page)).toEqual([]);

    await openLesson(page, id, 'zh');
    await expect(page.locator('[data-prediction]')).toHaveAttribute('data-prediction', '0');
  });

  test('what the reader did stays when the language is changed', async ({ page }) => {
    await openLesson(page, id);
    await commitPrediction(page, 1);
    await runExperiment(page);
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page).toHaveURL(new RegExp(`/zh/lessons/${id}/$`));
    await expect(page.locator('[data-happened="live"]')).toBeVisible();
    await expect(page.locator('[data-prediction] [data-right]')).toBeVisible();
  });

  test('a word of the glossary is explained under the pointer and the focus, until Escape', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await openLesson(page, id);
    const word = page.locator('.lesson-text .term').first();
    const bubble = word.getByRole('tooltip');
    await word.getByRole('link').hover();
    await expect(bubble).toBeVisible();
    await expect(bubble).toBeInViewport({ ratio: 1 });
    expect(await horizontalOverflow(page)).toBe(0);
    await page.keyboard.press('Escape');
    await expect(bubble).toBeHidden();
    await page.mouse.move(0, 0);
    await page.keyboard.press('Tab');
    await word.getByRole('link').focus();
    await expect(bubble).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(bubble).toBeHidden();
  });

  test('on paper there is the text, its figures and the answers, and nothing to press', async ({ page }) => {
    await openLesson(page, 'identity-matters');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('navigation')).toHaveCount(1);
    await expect(page.locator('[data-experiment] [role="img"]').first()).toBeVisible();
    await expect(page.getByText('The answers, and why')).toBeVisible();
  });

  test('the lesson after leads on, and back', async ({ page }) => {
    await openLesson(page, lessons[0]);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('link', { name: /^Next lesson/ }).click();
    await expect(page).toHaveURL(new RegExp(`/lessons/${lessons[1]}/$`));
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title);
    await page.getByRole('link', { name: /^Previous lesson/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });
});

test('a recorded chart answers, on the page that was opened and on one that a link led to', async ({
  page,
}) => {
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  await openLesson(page, 'normalisation');
  const slider = page.locator('.recorded-chart').getByRole('slider').locator('visible=true').first();
  const readOn = async () => {
    await slider.focus();
    const before = await slider.getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowRight');
    await expect(slider).not.toHaveAttribute('aria-valuetext', before!);
  };
  await readOn();
  // Drawn by the server, and kept.
  expect(warnings.filter((text) => text.includes('hydration'))).toEqual([]);
  await page.getByRole('link', { name: /^Next lesson/ }).click();
  await page.getByRole('link', { name: /^Previous lesson/ }).click();
  await expect(page).toHaveURL(/\/normalisation\/$/);
  await readOn();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('the first touch of a word explains it, the second leads to the glossary', async ({ page }) => {
    await openLesson(page, lessons[0]);
    const word = page.locator('.lesson-text .term').first();
    await word.getByRole('link').tap();
    await expect(word.getByRole('tooltip')).toBeVisible();
    await word.getByRole('link').tap();
    await expect(page).toHaveURL(/\/lessons\/glossary\/#/);
  });
});

test.describe('when the experiment’s code cannot be fetched', () => {
  test.use({ expectedErrors: /net::ERR_FAILED/ });

  test('that is said, and it can be tried again', async ({ page }) => {
    await openLesson(page, 'residual-block');
    await commitPrediction(page, 0);
    await page.route('**/*.js', (route) => route.abort());
    const experiment = page.locator('[data-experiment]');
    await experiment.getByRole('button', { name: 'Run the experiment' }).click();
    await expect(experiment.getByRole('alert')).toContainText('could not be started');
    await page.unroute('**/*.js');
    await experiment.getByRole('button', { name: 'Try again' }).click();
    await expect(experiment).toHaveAttribute('data-experiment', 'done');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('text, questions and their answers can be read', async ({ page }) => {
    await page.goto(`/zh/lessons/${lessons[0]}/`);
    await expect(page.locator('.lesson-text p').first()).toBeVisible();
    await expect(page.locator('[data-question]').first()).toBeVisible();
    await page.getByText('答案与理由').click();
    await expect(page.locator('.answers li').first()).toBeVisible();
  });
});

test('a heading is linked to itself, and its section marked as the one that is read', async ({ page }) => {
  await gotoHydrated(page, `/lessons/${lessons[0]}/`);
  const heading = page.locator('.lesson-text h2 a').first();
  const name = await heading.innerText();
  const contents = page.getByRole('navigation', { name: 'In this lesson' });
  await expect(contents.locator('[aria-current]')).toHaveCount(0);
  await contents.getByRole('link', { name }).click();
  await expect(heading).toBeInViewport();
  await expect(contents.locator('[aria-current]')).toHaveText([name]);
  await page.keyboard.press('End');
  await expect(contents.locator('[aria-current]')).toHaveText(['Sources']);
  await expect(page).toHaveURL(new RegExp(`${await heading.getAttribute('href')}$`));
});

import { describe, expect, test } from 'vitest';
import { LessonProgress } from '$lib/state/lessonProgress.svelte.ts';
import { defineLesson, type Question } from './define.ts';
import { LessonRun } from './lessonRun.svelte.ts';

interface Result {
  plain: number;
  deeper: number;
}

const text = (words: string) => ({ en: words, zh: words });
const option = { text: text('option'), feedback: text('why') };
const fixed: Question<Result> = { id: 'fixed', text: text('?'), options: [option, option, option], right: 1 };
const ofRun: Question<Result> = {
  ...fixed,
  id: 'run',
  right: ({ plain, deeper }) => (plain > deeper ? 0 : 2),
};

const lesson = (recorded: Result | null) =>
  defineLesson<Result>({
    needs: 'nothing',
    experiment: () => Promise.reject(new Error('not in this test')),
    recorded: recorded && { result: recorded, command: 'run', recorded: '2026-11-27', backend: 'cpu' },
    prediction: {
      question: text('?'),
      options: [text('plain'), text('deeper')],
      outcome: ({ plain, deeper }) => (plain < deeper ? 0 : 1),
    },
    happened: { en: () => [], zh: () => [] },
    questions: [fixed, ofRun],
    test: { before: { ...fixed, right: 1 }, after: { ...fixed, right: 1 } },
  });

const runOf = (recorded: Result | null) => new LessonRun('fog', lesson(recorded), new LessonProgress());

describe('the prediction', () => {
  test('cannot be changed once the reader has committed to it', () => {
    const run = runOf(null);
    expect(run.prediction).toBeNull();
    run.predict(1);
    run.predict(0);
    expect(run.prediction).toBe(1);
  });

  test('is judged by the reader’s run, not by the recorded one', () => {
    const run = runOf({ plain: 1, deeper: 2 });
    run.predict(1);
    expect(run.outcome).toBeNull();
    run.take({ plain: 2, deeper: 1 });
    expect(run.outcome).toBe(1);
    expect(run.progress.of('fog').cameTrue).toBe(true);
    run.take({ plain: 1, deeper: 2 });
    expect(run.progress.of('fog').cameTrue).toBe(false);
  });

  test('of a lesson that had more options then counts as none', () => {
    const run = runOf(null);
    run.progress.predict('fog', 7);
    expect(run.prediction).toBeNull();
  });
});

describe('what is shown', () => {
  test('is the recorded result until there is one of the reader’s', () => {
    const run = runOf({ plain: 1, deeper: 2 });
    expect(run.shown).toEqual({ kind: 'recorded', result: { plain: 1, deeper: 2 } });
    run.take({ plain: 3, deeper: 4 });
    expect(run.shown).toEqual({ kind: 'live', result: { plain: 3, deeper: 4 } });
  });

  test('is nothing where nothing was recorded', () => {
    expect(runOf(null).shown).toBeNull();
  });
});

describe('questions', () => {
  test('that a run answers follow the run', () => {
    const run = runOf(null);
    const [, second] = run.lesson.questions;
    expect(run.right(second)).toBeNull();
    run.take({ plain: 2, deeper: 1 });
    expect(run.right(second)).toBe(0);
    run.take({ plain: 1, deeper: 2 });
    expect(run.right(second)).toBe(2);
  });

  test('all answered rightly, the lesson is done; before that it is not', () => {
    const run = runOf({ plain: 1, deeper: 2 });
    const [first, second] = run.lesson.questions;
    const isDone = () => run.progress.of('fog').done !== undefined;
    run.choose(first, 1);
    run.choose(second, 0);
    expect(isDone()).toBe(false);
    expect(run.answer(second)).toBe(0);
    run.choose(second, 2);
    expect(isDone()).toBe(true);
    expect(run.progress.rightAnswers('fog')).toBe(2);
  });
});

import { describe, expect, test } from 'vitest';
import { AtlasError } from '../model/errors.ts';
import { merged, progressFile, readProgressFile, type LessonRecords, type Progress } from './progressFile.ts';

const saved = '2026-11-27T03:00:00.000Z';
const records: LessonRecords = {
  'why-depth': {
    opened: saved,
    prediction: 0,
    cameTrue: false,
    ran: saved,
    answers: { overfitting: { option: 2, right: true } },
    done: saved,
  },
  fog: { opened: saved },
};

const progress: Progress = {
  lessons: records,
  tests: {
    before: { begun: saved, answers: { fog: { option: 1, right: false } }, finished: saved },
    after: { begun: saved, answers: {} },
  },
};
const nothing: Progress = { lessons: {}, tests: {} };

function failure(text: string): AtlasError['code'] | string {
  try {
    readProgressFile(text, 'mine.json');
  } catch (error) {
    if (error instanceof AtlasError) return `${error.code} ${JSON.stringify(error.details)}`;
  }
  return 'none';
}

const changed = (change: (file: Record<string, never>) => void) => {
  const file = JSON.parse(progressFile(progress, saved));
  change(file);
  return JSON.stringify(file);
};

test('what was saved is read', () => {
  expect(readProgressFile(progressFile(progress, saved), 'mine.json')).toEqual(progress);
  expect(readProgressFile(progressFile(nothing, saved), 'mine.json')).toEqual(nothing);
});

test('a file from before there were tests is read', () => {
  const old = JSON.stringify({ ...JSON.parse(progressFile(progress, saved)), tests: undefined });
  expect(readProgressFile(old, 'mine.json')).toEqual({ lessons: records, tests: {} });
});

describe('a file that is something else is told from one that is damaged', () => {
  test.each(['', 'text', 'null', '[]', '{}', '{"format":"resnet-atlas-race","version":1}'])('%s', (text) => {
    expect(failure(text)).toBe('progressUnreadable {"file":"mine.json"}');
  });

  test('from a newer version', () => {
    expect(failure(progressFile(nothing, saved).replace('"version": 1', '"version": 2'))).toContain(
      'progressNewer',
    );
  });

  test.each<[where: string, change: (file: never) => void]>([
    ['lessons', (file: { lessons: unknown }) => (file.lessons = [])],
    ['lessons', (file: { lessons?: unknown }) => delete file.lessons],
    ['lessons.fog', (file: { lessons: { fog: unknown } }) => (file.lessons.fog = 3)],
    ['lessons.fog.opened', (file: { lessons: { fog: object } }) => (file.lessons.fog = { opened: 'soon' })],
    [
      'lessons.fog.prediction',
      (file: { lessons: { fog: object } }) => (file.lessons.fog = { prediction: -1 }),
    ],
    [
      'lessons.fog.cameTrue',
      (file: { lessons: { fog: object } }) => (file.lessons.fog = { cameTrue: 'yes' }),
    ],
    [
      'lessons.fog.answers.a.right',
      (file: { lessons: { fog: object } }) => (file.lessons.fog = { answers: { a: { option: 1 } } }),
    ],
    ['tests', (file: { tests: unknown }) => (file.tests = 'all')],
    ['tests.before.begun', (file: { tests: { before: object } }) => (file.tests.before = { answers: {} })],
    ['tests.after.answers', (file: { tests: { after: object } }) => (file.tests.after = { begun: saved })],
  ])('%s is not what it should be', (where, change) => {
    expect(failure(changed(change as (file: object) => void))).toContain(`"where":"${where}"`);
  });
});

test('two devices together have what was done on either', () => {
  const later = '2026-12-01T00:00:00.000Z';
  const other: LessonRecords = {
    'why-depth': { opened: later, prediction: 1, answers: { seeds: { option: 0, right: false } } },
    feeding: { opened: later },
  };
  expect(merged(progress, { lessons: other, tests: {} }).lessons).toEqual({
    'why-depth': {
      ...records['why-depth'],
      prediction: 1,
      answers: { overfitting: { option: 2, right: true }, seeds: { option: 0, right: false } },
    },
    fog: records.fog,
    feeding: { opened: later },
  });
});

test('of two tests the one that was handed in counts, else the second', () => {
  const { before, after } = progress.tests;
  const later = { begun: '2026-12-01T00:00:00.000Z', answers: { feeding: { option: 0, right: true } } };
  const both = merged(progress, { lessons: {}, tests: { before: later, after: later } });
  expect(both.tests).toEqual({ before, after: later });
  expect(merged({ lessons: {}, tests: {} }, progress).tests).toEqual({ before, after });
});

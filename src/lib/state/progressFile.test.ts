import { describe, expect, test } from 'vitest';
import { AtlasError } from '../model/errors.ts';
import { merged, progressFile, readProgressFile, type LessonRecords } from './progressFile.ts';

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

function failure(text: string): AtlasError['code'] | string {
  try {
    readProgressFile(text, 'mine.json');
  } catch (error) {
    if (error instanceof AtlasError) return `${error.code} ${JSON.stringify(error.details)}`;
  }
  return 'none';
}

const changed = (change: (file: Record<string, never>) => void) => {
  const file = JSON.parse(progressFile(records, saved));
  change(file);
  return JSON.stringify(file);
};

test('what was saved is read', () => {
  expect(readProgressFile(progressFile(records, saved), 'mine.json')).toEqual(records);
  expect(readProgressFile(progressFile({}, saved), 'mine.json')).toEqual({});
});

describe('a file that is something else is told from one that is damaged', () => {
  test.each(['', 'text', 'null', '[]', '{}', '{"format":"resnet-atlas-race","version":1}'])('%s', (text) => {
    expect(failure(text)).toBe('progressUnreadable {"file":"mine.json"}');
  });

  test('from a newer version', () => {
    expect(failure(progressFile({}, saved).replace('"version": 1', '"version": 2'))).toContain(
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
  expect(merged(records, other)).toEqual({
    'why-depth': {
      ...records['why-depth'],
      prediction: 1,
      answers: { overfitting: { option: 2, right: true }, seeds: { option: 0, right: false } },
    },
    fog: records.fog,
    feeding: { opened: later },
  });
});

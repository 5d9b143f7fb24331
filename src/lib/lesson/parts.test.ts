import { expect, test } from 'vitest';
import type { LessonRecord } from '../state/progressFile.ts';
import { lessonIds, type LessonId } from './course.ts';
import { next, parts, standing } from './parts.ts';

test('the parts hold every lesson once, in the order of the course', () => {
  expect(parts.flatMap(({ lessons }) => [...lessons])).toEqual(lessonIds);
});

test('a lesson is begun by anything that is done in it, and done when it is marked so', () => {
  expect(standing({})).toBe('new');
  expect(standing({ opened: '2026-11-27T10:00:00Z' })).toBe('begun');
  expect(standing({ prediction: 0 })).toBe('begun');
  expect(standing({ opened: '2026-11-27T10:00:00Z', done: '2026-11-27T10:20:00Z' })).toBe('done');
});

const lessons = ['why-depth', 'residual-block', 'normalisation'] as const;
const at = (records: Partial<Record<LessonId, LessonRecord>>) => next(lessons, (id) => records[id] ?? {});
const done = { opened: '2026-11-01T10:00:00Z', done: '2026-11-01T11:00:00Z' };

test('a reader begins at the beginning and goes on where he was last', () => {
  expect(at({})).toEqual({ id: 'why-depth', how: 'begin' });
  expect(at({ 'why-depth': done })).toEqual({ id: 'residual-block', how: 'next' });
  expect(
    at({
      'why-depth': { opened: '2026-11-02T10:00:00Z', ran: '2026-11-05T10:00:00Z' },
      'residual-block': { opened: '2026-11-04T10:00:00Z' },
    }),
  ).toEqual({ id: 'why-depth', how: 'continue' });
  expect(at({ normalisation: { prediction: 1 }, 'why-depth': done })).toEqual({
    id: 'normalisation',
    how: 'continue',
  });
  expect(at({ 'why-depth': done, 'residual-block': done, normalisation: done })).toBeNull();
});

/** The parts of a lesson, from one heading to the next, as the search reads them. */
import type { LessonId, SearchEntry } from '../../../src/lib/lesson/course.ts';
import { textOf, type CompiledLesson } from './lesson.ts';

export function searchEntries(lesson: CompiledLesson): SearchEntry[] {
  const headings = [{ id: '', text: lesson.metadata.title }, ...lesson.metadata.headings];
  return headings
    .map(({ id, text }) => ({
      lesson: lesson.id as LessonId,
      anchor: id,
      heading: text,
      text: lesson.blocks
        .filter(({ under, kind }) => under === id && kind !== 'heading')
        .map(({ parts }) => textOf(parts))
        .join(' '),
    }))
    .filter(({ anchor, text }) => anchor !== '' || text !== '');
}

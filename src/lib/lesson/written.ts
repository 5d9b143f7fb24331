import { course } from 'virtual:lessons/course';
import type { Language } from '../i18n/languages.ts';
import type { CourseEntry, LessonId } from './course.ts';
import { parts, type PartId } from './parts.ts';

export interface WrittenLesson extends CourseEntry {
  readonly id: LessonId;
}

export interface WrittenPart {
  readonly id: PartId;
  readonly lessons: readonly WrittenLesson[];
}

/** The lessons that are written, by part, in one language. */
export function writtenParts(language: Language): WrittenPart[] {
  const written = course[language];
  return parts
    .map(({ id, lessons }) => ({
      id,
      lessons: lessons.flatMap((lesson) => {
        const entry = written[lesson];
        return entry ? [{ id: lesson, ...entry }] : [];
      }),
    }))
    .filter(({ lessons }) => lessons.length > 0);
}

/** The lessons' files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, type Language } from '../../../src/lib/i18n/languages.ts';
import { lessonIds, type LessonId } from '../../../src/lib/lesson/course.ts';
import type { LessonFile } from './compile.ts';

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** Ids of the lessons that are written in this language, whether or not they belong to the course. */
export const writtenIn = (root: string, language: Language): string[] =>
  namesIn(join(root, 'content', language))
    .filter((name) => name.endsWith('.svx'))
    .map((name) => name.slice(0, -'.svx'.length));

/** The lessons that are written in both languages, in the order of the course. */
export function writtenLessons(root: string): LessonId[] {
  const [first, ...others] = languages.map((language) => writtenIn(root, language));
  return lessonIds.filter((id) => first.includes(id) && others.every((ids) => ids.includes(id)));
}

export const readLesson = (root: string, id: string, language: Language): LessonFile => ({
  id,
  language,
  source: readFileSync(join(root, 'content', language, `${id}.svx`), 'utf8'),
});

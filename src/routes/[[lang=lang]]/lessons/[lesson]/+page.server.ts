import { error } from '@sveltejs/kit';
import { course } from 'virtual:lessons/course';
import { languages, type Language } from '$lib/i18n/languages.ts';
import { lessonIds, type LessonId } from '$lib/lesson/course.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The lessons that are written, in order. */
const written = (language: Language) => lessonIds.filter((id) => course[language][id]);

export const entries: EntryGenerator = () =>
  languages.flatMap((language) =>
    written(language).map((lesson) => ({ lang: language === 'en' ? undefined : language, lesson })),
  );

/** What the page says of its place in the course. Only these few words of the other lessons are sent. */
export const load: PageServerLoad = ({ params }) => {
  const language: Language = params.lang ?? 'en';
  const ids = written(language);
  const index = ids.findIndex((id) => id === params.lesson);
  if (index < 0) error(404);
  const neighbour = (id: LessonId | undefined) => {
    const entry = id && course[language][id];
    return entry ? { id, title: entry.title } : null;
  };
  return {
    id: ids[index],
    number: lessonIds.indexOf(ids[index]) + 1,
    all: lessonIds.length,
    previous: neighbour(ids[index - 1]),
    next: neighbour(ids[index + 1]),
  };
};

import { course } from 'virtual:lessons/course';
import { glossary } from '$lib/lesson/glossary/index.ts';
import { parts } from '$lib/lesson/parts.ts';
import type { PageServerLoad } from './$types';

/** The lessons that are written, by part, in one language. */
export const load: PageServerLoad = ({ params }) => {
  const written = course[params.lang === 'zh' ? 'zh' : 'en'];
  return {
    parts: parts
      .map(({ id, lessons }) => ({
        id,
        lessons: lessons.flatMap((lesson) => {
          const entry = written[lesson];
          return entry ? [{ id: lesson, ...entry }] : [];
        }),
      }))
      .filter(({ lessons }) => lessons.length > 0),
    words: Object.keys(glossary).length,
  };
};

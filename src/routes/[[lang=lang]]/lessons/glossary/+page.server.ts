import { course } from 'virtual:lessons/course';
import { alphabetical } from '$lib/lesson/glossary/alphabet.ts';
import { glossary } from '$lib/lesson/glossary/index.ts';
import type { PageServerLoad } from './$types';

/** In order, and in one language: the page itself carries neither the other nor the rules of sorting. */
export const load: PageServerLoad = ({ params }) => {
  const language = params.lang === 'zh' ? 'zh' : 'en';
  return { letters: alphabetical(glossary, language), lessons: course[language] };
};

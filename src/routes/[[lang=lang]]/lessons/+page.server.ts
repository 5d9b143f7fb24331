import { glossary } from '$lib/lesson/glossary/index.ts';
import { writtenParts } from '$lib/lesson/written.ts';
import type { PageServerLoad } from './$types';

/** In one language: the page itself carries neither the other nor the glossary. */
export const load: PageServerLoad = ({ params }) => ({
  parts: writtenParts(params.lang ?? 'en'),
  words: Object.keys(glossary).length,
});

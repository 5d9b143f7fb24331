import { writtenParts } from '$lib/lesson/written.ts';
import type { PageServerLoad } from './$types';

/** The course by its titles. */
export const load: PageServerLoad = ({ params }) => ({
  parts: writtenParts(params.lang ?? 'en').map(({ id, lessons }) => ({
    id,
    lessons: lessons.map(({ id, title }) => ({ id, title })),
  })),
});

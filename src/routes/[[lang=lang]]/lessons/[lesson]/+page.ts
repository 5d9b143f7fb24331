import type { Component } from 'svelte';
import type { LessonMetadata } from '$lib/lesson/course.ts';
import type { Lesson } from '$lib/lesson/define.ts';
import type { PageLoad } from './$types';

/** Each is a file of its own: only the lesson that is read is fetched, in the language in which it is read. */
const texts = import.meta.glob<{ default: Component; metadata: LessonMetadata }>('/content/*/*.svx');
const lessons = import.meta.glob<{ default: Lesson }>('/content/lessons/*.ts');

export const load: PageLoad = async ({ params, data }) => {
  const [text, lesson] = await Promise.all([
    texts[`/content/${params.lang ?? 'en'}/${data.id}.svx`](),
    lessons[`/content/lessons/${data.id}.ts`](),
  ]);
  return { ...data, metadata: text.metadata, Text: text.default, lesson: lesson.default };
};

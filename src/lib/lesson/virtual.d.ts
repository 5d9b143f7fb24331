declare module 'virtual:lessons/course' {
  import type { Language } from '$lib/i18n/languages.ts';
  import type { CourseEntry, LessonId } from '$lib/lesson/course.ts';

  /** The lessons that are written in both languages, in the order of the course. */
  export const course: Readonly<Record<Language, Readonly<Partial<Record<LessonId, CourseEntry>>>>>;
}

declare module 'virtual:lessons/search/en' {
  import type { SearchEntry } from '$lib/lesson/course.ts';

  export const search: readonly SearchEntry[];
}

declare module 'virtual:lessons/search/zh' {
  export { search } from 'virtual:lessons/search/en';
}

declare module '*.svx' {
  import type { Component } from 'svelte';
  import type { LessonMetadata } from '$lib/lesson/course.ts';

  const lesson: Component;
  export default lesson;
  export const metadata: LessonMetadata;
}

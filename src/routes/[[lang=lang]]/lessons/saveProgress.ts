import { fileName } from '$lib/export/fileName.ts';
import { save } from '$lib/export/save.ts';
import type { LessonProgress } from '$lib/state/lessonProgress.svelte.ts';

/** Saves all progress as a file. @param title its name begins with @returns the file's name */
export function saveProgress(progress: LessonProgress, title: string): string {
  const name = fileName([title], 'json');
  save(new Blob([progress.file()], { type: 'application/json' }), name);
  return name;
}

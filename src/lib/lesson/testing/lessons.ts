/** All lessons, compiled. */
import { resolve } from 'node:path';
import { compileLesson } from '../../../../scripts/vite/lessons/compile.ts';
import { readLesson, writtenIn } from '../../../../scripts/vite/lessons/files.ts';
import type { CompiledLesson } from '../../../../scripts/vite/lessons/lesson.ts';
import { material } from '../../../../scripts/vite/lessons/material.ts';
import { languages, type Language } from '../../i18n/languages.ts';

export { material };

export const root = resolve(import.meta.dirname, '../../../..');

/** Ids of the lessons that are written in one language at least. */
export const written = [...new Set(languages.flatMap((language) => writtenIn(root, language)))].sort();

/** Each lesson in each language, for `it.each`. */
export const texts: (readonly [Language, string])[] = languages.flatMap((language) =>
  writtenIn(root, language).map((id) => [language, id] as const),
);

const compiled = new Map<string, Promise<CompiledLesson>>();

export function lesson(language: Language, id: string): Promise<CompiledLesson> {
  const key = `${language}/${id}`;
  let one = compiled.get(key);
  if (!one) compiled.set(key, (one = compileLesson(readLesson(root, id, language), material)));
  return one;
}

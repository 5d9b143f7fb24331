/** What a compiled lesson is: Svelte source, and what its tests look at. */
import type { Language } from '../../../src/lib/i18n/languages.ts';
import type { LessonMetadata } from '../../../src/lib/lesson/course.ts';

/** A piece of running text. */
export interface Part {
  readonly kind: 'text' | 'value' | 'cite' | 'formula' | 'code';
  readonly text: string;
}

/** A paragraph, an item of a list, a row of a table, a heading, a claim. */
export interface Block {
  readonly line: number;
  readonly kind: 'paragraph' | 'heading' | 'row' | 'claim';
  /** Anchor of the heading that it is under, '' before the first. */
  readonly under: string;
  readonly parts: readonly Part[];
}

/** Something that a lesson refers to, and where. */
export interface Used {
  readonly name: string;
  readonly line: number;
}

export interface CompiledLesson {
  readonly file: string;
  readonly id: string;
  readonly language: Language;
  /** Svelte source. */
  readonly code: string;
  readonly metadata: LessonMetadata;
  /** Block components in order, with what they show: 'Live', '/Live', 'Chart why-depth.loss'. */
  readonly components: readonly string[];
  readonly values: readonly Used[];
  readonly charts: readonly Used[];
  readonly programs: readonly Used[];
  readonly cites: readonly Used[];
  readonly terms: readonly Used[];
  readonly links: readonly Used[];
  readonly blocks: readonly Block[];
}

export const textOf = (parts: readonly Part[]): string =>
  parts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

import type { LessonId } from '../course.ts';

/** A word of the field in one language. */
export interface Wording {
  readonly term: string;
  /** One or two sentences that a student understands without looking up others. */
  readonly definition: string;
  /** Other names that it goes by. */
  readonly also?: readonly string[];
}

export interface Entry {
  readonly en: Wording;
  readonly zh: Wording;
  /** Where it is explained. */
  readonly lesson?: LessonId;
}

export type Entries = Readonly<Record<string, Entry>>;

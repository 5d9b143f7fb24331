/** The lessons in the order of the course. Which of them are written: `virtual:lessons/course`. */
export const lessonIds = [
  'why-depth',
  'residual-block',
  'inside-resnet50',
  'identity-matters',
  'normalisation',
  'gradient-flow',
  'plain-against-residual',
  'ensemble-of-paths',
  'what-it-sees',
  'feeding',
  'training-in-practice',
  'what-76-percent-means',
  'transfer',
  'backbone',
  'fog',
  'what-came-after',
  'read-this-code',
] as const;

export type LessonId = (typeof lessonIds)[number];

/** What the course's page, and the ends of a lesson, show of a lesson. */
export interface CourseEntry {
  readonly title: string;
  readonly question: string;
  readonly description: string;
  readonly minutes: number;
}

/** What the search finds: a part of a lesson, from one heading to the next. */
export interface SearchEntry {
  readonly lesson: LessonId;
  /** The heading's anchor; '' before the first heading. */
  readonly anchor: string;
  readonly heading: string;
  readonly text: string;
}

export interface LessonHeading {
  readonly id: string;
  readonly text: string;
  readonly level: number;
}

/** What a compiled lesson exports beside its component. */
export interface LessonMetadata extends CourseEntry {
  readonly headings: readonly LessonHeading[];
  /** In the order of citing. */
  readonly sources: readonly { readonly id: string; readonly text: string; readonly url: string }[];
  readonly terms: readonly string[];
}

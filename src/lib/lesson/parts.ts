/** The course in parts, and where a reader stands in it. */
import type { LessonRecord } from '../state/progressFile.ts';
import type { LessonId } from './course.ts';

export const parts = [
  { id: 'foundations', lessons: ['why-depth', 'residual-block', 'inside-resnet50', 'identity-matters'] },
  {
    id: 'training',
    lessons: ['normalisation', 'gradient-flow', 'plain-against-residual', 'ensemble-of-paths'],
  },
  { id: 'seeing', lessons: ['what-it-sees', 'feeding'] },
  { id: 'using', lessons: ['training-in-practice', 'what-76-percent-means', 'transfer', 'backbone', 'fog'] },
  { id: 'beyond', lessons: ['what-came-after', 'read-this-code'] },
] as const satisfies readonly { id: string; lessons: readonly LessonId[] }[];

export type PartId = (typeof parts)[number]['id'];

export type Standing = 'new' | 'begun' | 'done';

export function standing({ opened, prediction, ran, answers, done }: LessonRecord): Standing {
  if (done !== undefined) return 'done';
  return [opened, prediction, ran, answers].some((one) => one !== undefined) ? 'begun' : 'new';
}

/** The last time that something was done in a lesson, as far as times are kept. */
const touched = ({ opened = '', ran = '' }: LessonRecord) => (ran > opened ? ran : opened);

export interface Next {
  readonly id: LessonId;
  /** From the beginning, in a lesson that was begun, or with the one after what is done. */
  readonly how: 'begin' | 'continue' | 'next';
}

/**
 * Where to go on: in the lesson that was begun last, else with the first that is not done.
 * @param lessons that are written, in the order of the course
 * @returns null when all are done
 */
export function next(lessons: readonly LessonId[], of: (id: LessonId) => LessonRecord): Next | null {
  const begun = lessons.filter((id) => standing(of(id)) === 'begun');
  if (begun.length > 0) {
    const last = begun.reduce((a, b) => (touched(of(b)) > touched(of(a)) ? b : a));
    return { id: last, how: 'continue' };
  }
  const id = lessons.find((one) => standing(of(one)) === 'new');
  if (!id) return null;
  return { id, how: lessons.some((one) => standing(of(one)) === 'done') ? 'next' : 'begin' };
}

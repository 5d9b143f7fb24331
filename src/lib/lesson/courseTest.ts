/** The tests before and after the course: their questions in one language, and what an answer sheet says. */
import type { TestRecord } from '../state/progressFile.ts';
import type { LessonId } from './course.ts';

export interface SheetQuestion {
  /** The lesson that answers it. */
  readonly lesson: LessonId;
  readonly title: string;
  readonly text: string;
  readonly options: readonly { readonly text: string; readonly feedback: string }[];
  readonly right: number;
}

export type Mark = 'right' | 'wrong' | 'open';

/** The option that was chosen, where the question still has it. */
export function chosen({ lesson, options }: SheetQuestion, test: TestRecord | undefined): number | null {
  const option = test?.answers[lesson]?.option;
  return option !== undefined && option < options.length ? option : null;
}

/** As it was when it was answered: that of the other test is known without its questions. */
export function mark(lesson: LessonId, test: TestRecord | undefined): Mark {
  const answer = test?.answers[lesson];
  if (!answer) return 'open';
  return answer.right ? 'right' : 'wrong';
}

/** How many answers are right. */
export const score = (lessons: readonly LessonId[], test: TestRecord | undefined): number =>
  lessons.filter((lesson) => mark(lesson, test) === 'right').length;

/** How an option is called on paper. */
export const letter = (option: number): string => String.fromCharCode(65 + option);

/**
 * By how many places a question's options are turned round on the sheet, so that no letter is the right one more often
 * than others. Numbers stay in their order.
 * @param number of the question, from 0
 */
export function turned(number: number, options: readonly string[]): number {
  return options.every((option) => /^[−-]?\d/.test(option)) ? 0 : (5 * number + 1) % options.length;
}

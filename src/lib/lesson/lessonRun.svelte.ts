/** What the reader does in one lesson: predicts, runs, answers. */
import { createContext } from 'svelte';
import type { LessonProgress } from '$lib/state/lessonProgress.svelte.ts';
import type { Lesson, Question } from './define.ts';

/** A result, and whether it is the reader's own. */
export interface ShownResult {
  readonly kind: 'live' | 'recorded';
  readonly result: unknown;
}

export class LessonRun {
  /** Of the reader's last run here. */
  #live = $state.raw<ShownResult | null>(null);

  constructor(
    readonly id: string,
    readonly lesson: Lesson,
    readonly progress: LessonProgress,
  ) {}

  /** The option that the reader has committed to. */
  readonly prediction = $derived.by(() => {
    const { prediction } = this.progress.of(this.id);
    return prediction !== undefined && prediction < this.lesson.prediction.options.length ? prediction : null;
  });

  /** The reader's run; the recorded one until there is one; null where nothing was recorded. */
  readonly shown = $derived.by((): ShownResult | null => {
    const { recorded } = this.lesson;
    return this.#live ?? (recorded && { kind: 'recorded', result: recorded.result });
  });

  /** The option that came true in the reader's run. */
  readonly outcome = $derived.by(() => this.#live && this.lesson.prediction.outcome(this.#live.result));

  predict(option: number): void {
    if (this.prediction === null) this.progress.predict(this.id, option);
  }

  readonly take = (result: unknown): void => {
    this.#live = { kind: 'live', result };
    this.progress.ran(this.id, this.prediction === null ? undefined : this.prediction === this.outcome);
  };

  /** Index of the right option; null while only a run can tell. */
  right({ right }: Question): number | null {
    if (typeof right === 'number') return right;
    return this.shown && right(this.shown.result);
  }

  /** Index of the option that the reader has chosen. */
  answer({ id, options }: Question): number | null {
    const option = this.progress.of(this.id).answers?.[id]?.option;
    return option !== undefined && option < options.length ? option : null;
  }

  choose(question: Question, option: number): void {
    this.progress.answer(this.id, question.id, option, option === this.right(question));
    const { questions } = this.lesson;
    if (questions.every((one) => this.answer(one) !== null && this.answer(one) === this.right(one))) {
      this.progress.finish(this.id);
    }
  }
}

/** Of the lesson's page; set by it. */
export const [lessonRun, setLessonRun] = createContext<LessonRun>();

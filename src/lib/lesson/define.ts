/** What a lesson has besides its text (docs/lessons.md): one `defineLesson` in each content/lessons/ID.ts. */
import type { Component } from 'svelte';
import type { Language } from '$lib/i18n/languages.ts';
import type { Formatters } from './formatters.ts';

export type { Formatters } from './formatters.ts';

export type Text = Readonly<Record<Language, string>>;

/** What an experiment costs: nothing, the engine's start, or also the weights' download. */
export type Needs = 'nothing' | 'tensors' | 'weights';

export interface ExperimentProps<Result> {
  /** A run has ended, with this. */
  onresult: (result: Result) => void;
}

/** An earlier run of the experiment, as in content/recorded/ID.json. */
export interface Recorded<Result> {
  readonly result: Result;
  /** Prints the same numbers. */
  readonly command: string;
  /** ISO 8601. */
  readonly recorded: string;
  readonly backend: string;
}

/** A function with the variance of a method, so that a lesson of any result is a `Lesson`. */
type Method<Parameters extends unknown[], Returned> = {
  method(...parameters: Parameters): Returned;
}['method'];

export interface Prediction<Result = unknown> {
  readonly question: Text;
  readonly options: readonly Text[];
  /** Index of the option that came true. */
  outcome(result: Result): number;
}

export interface Choice {
  readonly text: Text;
  /** Why it is right, or why not. */
  readonly feedback: Text;
}

export interface Question<Result = unknown> {
  readonly id: string;
  readonly text: Text;
  readonly options: readonly Choice[];
  /** Numbers that the exercise makes up: every other one is told by the lesson, or can be counted. */
  readonly given?: readonly number[];
  /** Index of the right option, or what finds it in the result of a run. */
  readonly right: number | Method<[result: Result], number>;
}

/** Asked before the course and, in another form, after it: no run answers it. */
export interface TestQuestion extends Omit<Question, 'id' | 'right'> {
  readonly id?: string;
  readonly right: number;
}

export interface Lesson<Result = unknown> {
  readonly needs: Needs;
  experiment(): Promise<{ default: Component<ExperimentProps<Result>> }>;
  /** Null where nothing needs to be recorded, because it is computed at once. */
  readonly recorded: Recorded<Result> | null;
  readonly prediction: Prediction<Result>;
  /** What happened, in sentences. */
  readonly happened: Readonly<
    Record<Language, Method<[result: Result, formatters: Formatters], readonly string[]>>
  >;
  readonly questions: readonly Question<Result>[];
  /** Parallel forms of one question. */
  readonly test: { readonly before: TestQuestion; readonly after: TestQuestion };
}

export const defineLesson = <Result>(lesson: Lesson<Result>): Lesson<Result> => lesson;

/** How far the reader has come in the lessons, kept on the device. */
import {
  merged,
  progressFile,
  readProgressFile,
  type KeptAnswer,
  type LessonRecord,
  type LessonRecords,
  type Progress,
  type TestRecord,
  type TestRecords,
  type TestTime,
} from './progressFile.ts';

const key = 'resnet-atlas.lessons';

const now = () => new Date().toISOString();

export class LessonProgress {
  /** By the lesson's id. Empty until `restore`. */
  lessons = $state.raw<LessonRecords>({});
  /** Before and after the course. */
  tests = $state.raw<TestRecords>({});

  of(id: string): LessonRecord {
    return this.lessons[id] ?? {};
  }

  /** How many of the lesson's answers are right. */
  rightAnswers(id: string): number {
    return Object.values(this.of(id).answers ?? {}).filter(({ right }) => right).length;
  }

  /** Takes over what is kept. In a page only, once it is shown: the server knows nothing of the reader. */
  restore(): void {
    this.#show(this.#latest());
  }

  open(id: string): void {
    this.#change(id, ({ opened = now() }) => ({ opened }));
  }

  predict(id: string, prediction: number): void {
    this.#change(id, () => ({ prediction }));
  }

  ran(id: string, cameTrue: boolean | undefined): void {
    this.#change(id, () => ({ ran: now(), ...(cameTrue !== undefined && { cameTrue }) }));
  }

  answer(id: string, question: string, option: number, right: boolean): void {
    this.#change(id, ({ answers }) => ({ answers: { ...answers, [question]: { option, right } } }));
  }

  finish(id: string, isDone = true): void {
    this.#change(id, ({ done }) => ({ done: isDone ? (done ?? now()) : undefined }));
  }

  /** @param answer null: left out after all */
  answerTest(name: TestTime, lesson: string, answer: KeptAnswer | null): void {
    this.#changeTest(name, ({ begun = now(), answers = {} } = {}) => {
      const { [lesson]: _, ...others } = answers;
      return { begun, answers: answer ? { ...others, [lesson]: answer } : others };
    });
  }

  finishTest(name: TestTime): void {
    this.#changeTest(name, ({ begun = now(), answers = {} } = {}) => ({ begun, answers, finished: now() }));
  }

  clearTest(name: TestTime): void {
    this.#changeTest(name, () => undefined);
  }

  clear(): void {
    this.#keep({ lessons: {}, tests: {} });
  }

  /** Everything, as a file's text. */
  file(): string {
    return progressFile({ lessons: this.lessons, tests: this.tests }, now());
  }

  /** Adds what a saved file has. @throws AtlasError progressUnreadable, progressNewer, progressDamaged */
  take(text: string, name: string): void {
    this.#keep(merged(this.#latest(), readProgressFile(text, name)));
  }

  #change(id: string, change: (record: LessonRecord) => LessonRecord): void {
    const { lessons, tests } = this.#latest();
    this.#keep({ lessons: { ...lessons, [id]: { ...lessons[id], ...change(lessons[id] ?? {}) } }, tests });
  }

  #changeTest(name: TestTime, change: (test?: Partial<TestRecord>) => TestRecord | undefined): void {
    const { lessons, tests } = this.#latest();
    const { [name]: test, ...others } = tests;
    const changed = change(test);
    this.#keep({ lessons, tests: changed ? { ...others, [name]: changed } : others });
  }

  #keep(progress: Progress): void {
    this.#show(progress);
    try {
      localStorage.setItem(key, progressFile(progress, now()));
    } catch {
      // Storage is refused: it holds for this visit.
    }
  }

  #show({ lessons, tests }: Progress): void {
    this.lessons = lessons;
    this.tests = tests;
  }

  /** As it is kept: another tab may have gone on meanwhile. */
  #latest(): Progress {
    try {
      const text = localStorage.getItem(key);
      if (text !== null) return readProgressFile(text, key);
    } catch {
      // Storage is refused, or holds what this program has not written.
    }
    return { lessons: this.lessons, tests: this.tests };
  }
}

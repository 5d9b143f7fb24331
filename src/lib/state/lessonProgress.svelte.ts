/** How far the reader has come in the lessons, kept on the device. */
import {
  merged,
  progressFile,
  readProgressFile,
  type LessonRecord,
  type LessonRecords,
} from './progressFile.ts';

const key = 'resnet-atlas.lessons';

const now = () => new Date().toISOString();

export class LessonProgress {
  /** By the lesson's id. Empty until `restore`. */
  lessons = $state.raw<LessonRecords>({});

  of(id: string): LessonRecord {
    return this.lessons[id] ?? {};
  }

  /** How many of the lesson's answers are right. */
  rightAnswers(id: string): number {
    return Object.values(this.of(id).answers ?? {}).filter(({ right }) => right).length;
  }

  /** Takes over what is kept. In a page only, once it is shown: the server knows nothing of the reader. */
  restore(): void {
    this.lessons = this.#kept() ?? this.lessons;
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

  clear(): void {
    this.#keep({});
  }

  /** Everything, as a file's text. */
  file(): string {
    return progressFile(this.lessons, now());
  }

  /** Adds what a saved file has. @throws AtlasError progressUnreadable, progressNewer, progressDamaged */
  take(text: string, name: string): void {
    this.#keep(merged(this.#kept() ?? this.lessons, readProgressFile(text, name)));
  }

  #change(id: string, change: (record: LessonRecord) => LessonRecord): void {
    // Another tab may have gone on meanwhile.
    const lessons = this.#kept() ?? this.lessons;
    this.#keep({ ...lessons, [id]: { ...lessons[id], ...change(lessons[id] ?? {}) } });
  }

  #keep(lessons: LessonRecords): void {
    this.lessons = lessons;
    try {
      localStorage.setItem(key, progressFile(lessons, now()));
    } catch {
      // Storage is refused: it holds for this visit.
    }
  }

  #kept(): LessonRecords | null {
    try {
      const text = localStorage.getItem(key);
      return text === null ? null : readProgressFile(text, key);
    } catch {
      // Storage is refused, or holds what this program has not written.
      return null;
    }
  }
}

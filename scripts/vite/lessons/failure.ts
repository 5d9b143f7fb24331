/** What is wrong with a lesson, in one sentence that begins with file and line. */
export class LessonError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    sentence: string,
  ) {
    super(`${file}:${line}: ${sentence}`);
    this.name = 'LessonError';
  }
}

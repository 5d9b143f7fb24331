import { labelled, nearestOnly } from './labels.ts';

/** Right answers among so many. */
export interface Count {
  readonly right: number;
  readonly of: number;
}

export interface Result {
  readonly top1: Count;
  readonly top5: Count;
  /** Of those whose class is what they show, and of those for which it is only the nearest. */
  readonly exact: Count;
  readonly nearest: Count;
}

/** A picture's label, and the classes that were answered, most probable first. */
export interface Answer {
  readonly picture: string;
  readonly label: number;
  readonly answers: readonly number[];
}

/** 1 … 5: the place of the label among the answers; 0 when it is not there. */
export const placeOf = ({ label, answers }: Omit<Answer, 'picture'>): number => answers.indexOf(label) + 1;

const count = (answers: readonly Answer[], isRight: (answer: Answer) => boolean): Count => ({
  right: answers.filter(isRight).length,
  of: answers.length,
});

const isFirst = (answer: Answer) => placeOf(answer) === 1;

export function resultOf(answers: readonly Answer[]): Result {
  const isNearest = ({ picture }: Answer) => nearestOnly.has(picture);
  return {
    top1: count(answers, isFirst),
    top5: count(answers, (answer) => placeOf(answer) > 0),
    exact: count(
      answers.filter((answer) => !isNearest(answer)),
      isFirst,
    ),
    nearest: count(answers.filter(isNearest), isFirst),
  };
}

/** @param pictures what a recording or a run has answered, by photograph */
export const answersOf = (pictures: ReadonlyMap<string, readonly number[]>): Answer[] =>
  labelled.flatMap(({ id, label }) => {
    const answers = pictures.get(id);
    return answers ? [{ picture: id, label, answers }] : [];
  });

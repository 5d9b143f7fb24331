import { formatNumber } from '../format.ts';

const count = (value: number) => formatNumber(value, 'en');

/** The tests before and after the course. */
export const courseTest = {
  course: 'All lessons',
  times: {
    before: {
      title: 'Test before the course',
      short: 'before',
      description:
        'One question for each lesson on residual networks, to be answered before the course: it shows where to begin.',
      intro:
        'One question for each lesson. Nobody has to know the answers yet: what you leave out or get wrong says which lessons will give you most. What is right is told at the end only.',
      other: 'Test after the course',
    },
    after: {
      title: 'Test after the course',
      short: 'after',
      description:
        'One question for each lesson on residual networks, to be answered after the course, with the result beside that of the test before it.',
      intro:
        'The same things as in the test before the course, asked otherwise. What is right is told at the end, beside your first result if there is one.',
      other: 'Test before the course',
    },
  },
  question: (number: number, all: number) => `Question ${count(number)} of ${count(all)}`,
  leaveOut: 'Leave it out',
  answered: (answered: number, all: number) => `${count(answered)} of ${count(all)} answered`,
  handIn: 'Hand in',
  leftOut: (open: number) =>
    open === 1
      ? 'One question is not answered: it counts as wrong.'
      : `${count(open)} questions are not answered: they count as wrong.`,
  kept: 'Your answers are kept in this browser, and in the file in which you save your progress.',
  right: 'Right.',
  wrong: 'Not so.',
  open: 'Not answered.',
  rightIs: (letter: string) => `Right is ${letter}.`,
  result: {
    title: 'Result',
    score: (right: number, all: number) => `${count(right)} of ${count(all)} right`,
    change: (before: number, after: number, all: number) =>
      `Before the course ${count(before)}, after it ${count(after)} of ${count(all)} right.`,
    read: 'Lessons that are worth reading first',
    readAfter: 'Lessons that are worth another look',
    nothing: 'Everything was right.',
    table: 'Lesson by lesson',
    lesson: 'Lesson',
    marks: { right: 'right', wrong: 'wrong', open: 'left out' },
    none: 'not taken',
    again: 'Take it again',
    save: 'Save result and progress',
    saved: (name: string) => `Saved as ${name}.`,
    answers: 'The questions, your answers, and why',
  },
  teacher: {
    title: 'For teachers',
    text: 'The test can be printed. Before it is handed in nothing on the page tells what is right; the answer key below does, and is printed on a sheet of its own while it is shown.',
    print: 'Print',
    showKey: 'Show the answer key',
    hideKey: 'Hide the answer key',
    key: 'Answer key',
    name: 'Name',
    date: 'Date',
  },
};

import { expect, test } from 'vitest';
import type { TestRecord } from '../state/progressFile.ts';
import { chosen, letter, mark, score, turned, type SheetQuestion } from './courseTest.ts';

const question = (lesson: SheetQuestion['lesson'], right: number): SheetQuestion => ({
  lesson,
  title: lesson,
  text: '?',
  options: ['a', 'b', 'c'].map((text) => ({ text, feedback: '' })),
  right,
});
const questions = [
  question('why-depth', 0),
  question('fog', 2),
  question('transfer', 1),
  question('feeding', 1),
];
const taken: TestRecord = {
  begun: '2026-11-27T10:00:00Z',
  answers: {
    'why-depth': { option: 0, right: true },
    fog: { option: 1, right: false },
    transfer: { option: 7, right: true },
  },
};

const lessons = questions.map(({ lesson }) => lesson);

test('each answer is right, wrong or left out', () => {
  expect(lessons.map((lesson) => mark(lesson, taken))).toEqual(['right', 'wrong', 'right', 'open']);
  expect(score(lessons, taken)).toBe(2);
  expect(score(lessons, undefined)).toBe(0);
});

test('an option that a question no longer has is not chosen', () => {
  expect(questions.map((one) => chosen(one, taken))).toEqual([0, 1, null, null]);
});

test('options have letters', () => {
  expect([0, 1, 4].map(letter)).toEqual(['A', 'B', 'E']);
});

test('options are turned round, each question by another number of places; numbers stay in order', () => {
  expect([0, 1, 2, 3].map((number) => turned(number, ['a', 'b', 'c', 'd']))).toEqual([1, 2, 3, 0]);
  expect([0, 1, 2].map((number) => turned(number, ['a', 'b', 'c']))).toEqual([1, 0, 2]);
  expect(turned(0, ['4', '−8', '16'])).toBe(0);
});

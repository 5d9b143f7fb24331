/** What lessons have besides their text (content/lessons): complete, in both languages, right for the recorded run. */
import { describe, expect, it } from 'vitest';
import type { Lesson, Question, TestQuestion, Text } from './define.ts';
import { formattersOf } from './formatters.ts';
import { languages } from '../i18n/languages.ts';
import { wrongLanguage } from './testing/words.ts';
import { written } from './testing/lessons.ts';

const modules = import.meta.glob<{ default: Lesson }>('../../../content/lessons/*.ts', { eager: true });
const lessons = Object.entries(modules).map(
  ([path, module]) => [/([^/]+)\.ts$/.exec(path)![1], module.default] as const,
);

function wrongText(text: Text, where: string): string[] {
  return languages.flatMap((language) => {
    const wrong = wrongLanguage(text[language], language);
    return wrong ? [`${where}.${language} is ${wrong}: ${text[language]}`] : [];
  });
}

function wrongInQuestion(question: Question | TestQuestion, where: string, result: unknown): string[] {
  const { options, right, text } = question;
  const index = typeof right === 'number' ? right : result === null ? 0 : right(result);
  return [
    ...wrongText(text, where),
    ...options.flatMap((option, i) => [
      ...wrongText(option.text, `${where} option ${i}`),
      ...wrongText(option.feedback, `${where} feedback ${i}`),
    ]),
    ...(options.length < 2 || options.length > 5 ? [`${where} has ${options.length} options`] : []),
    ...(options[index] ? [] : [`${where}: option ${index} is to be right`]),
    ...languages
      .filter((language) => new Set(options.map((one) => one.text[language])).size < options.length)
      .map((language) => `${where} has two equal options in ${language}`),
  ];
}

it('every lesson has its definition, and every definition its lesson', () => {
  expect(lessons.map(([id]) => id).sort()).toEqual(expect.arrayContaining(written));
});

describe.each(lessons)('%s', (_, { needs, recorded, prediction, happened, questions, test }) => {
  const result = recorded?.result ?? null;

  it('has a recorded result, unless it is computed at once', () => {
    if (needs === 'nothing') return expect(needs).toBe('nothing');
    expect(recorded?.command).toMatch(/^(?:npm|node) /);
    expect(recorded?.recorded).toMatch(/^\d{4}-\d\d-\d\d/);
    expect(recorded?.backend).toMatch(/./);
    expect(JSON.stringify(recorded).length).toBeLessThan(40_000);
  });

  it('asks for a prediction, and one option came true', () => {
    const { question, options, outcome } = prediction;
    const wrong = [question, ...options].flatMap((text, i) => wrongText(text, `text ${i}`));
    expect(wrong).toEqual([]);
    expect(options.length).toBeGreaterThanOrEqual(2);
    expect(options.length).toBeLessThanOrEqual(5);
    if (result !== null) expect(Object.keys(options)).toContain(String(outcome(result)));
  });

  it('tells what happened in the recorded run', () => {
    for (const language of languages) {
      const sentences = result === null ? [] : happened[language](result, formattersOf(language));
      if (result !== null) expect(sentences.length).toBeGreaterThan(0);
      const wrong = sentences.filter(
        (sentence) => wrongLanguage(sentence, language) || /undefined|NaN|\[object|null/.test(sentence),
      );
      expect(wrong).toEqual([]);
    }
    if (result !== null)
      expect(happened.zh(result, formattersOf('zh'))).toHaveLength(
        happened.en(result, formattersOf('en')).length,
      );
  });

  it('asks three to six questions, one of them answered by the run, with feedback on every option', () => {
    expect(questions.length).toBeGreaterThanOrEqual(3);
    expect(questions.length).toBeLessThanOrEqual(6);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(questions.filter(({ right }) => typeof right === 'function').length).toBeGreaterThan(0);
    expect(questions.flatMap((question) => wrongInQuestion(question, question.id, result))).toEqual([]);
  });

  it('has a question for the tests before and after the course', () => {
    const wrong = [
      ...wrongInQuestion(test.before, 'before', result),
      ...wrongInQuestion(test.after, 'after', result),
    ];
    expect(wrong).toEqual([]);
    expect(test.before.text.en).not.toBe(test.after.text.en);
  });
});

import { expect, test } from 'vitest';
import type { Choice, Lesson } from './define.ts';

const lessons = import.meta.glob<{ default: Lesson }>('/content/lessons/*.ts', { eager: true });

/** The page says it itself. */
const verdict =
  /^(?:Yes|Right|Correct|Exactly|No|Not so|Wrong)[.:,;]|^(?:对|不对|是的|正确|没错|不|错|不是)[，。：；]/;

test.each(Object.entries(lessons))(
  '%s: feedback gives the reason, not the verdict',
  (_, { default: lesson }) => {
    const choices: readonly Choice[] = [...lesson.questions, lesson.test.before, lesson.test.after].flatMap(
      ({ options }) => options,
    );
    const sentences = choices.flatMap(({ feedback }) => [feedback.en, feedback.zh]);
    expect(sentences.filter((sentence) => sentence.trim() === '' || verdict.test(sentence))).toEqual([]);
  },
);

import { expect, test } from 'vitest';
import { meansBGR } from '../model/architecture/imageNet.ts';
import { receptiveFields } from '../model/architecture/receptiveField.ts';
import { buildModel } from '../model/architecture/families.ts';
import type { Lesson, Text } from './define.ts';
import { languages } from '../i18n/languages.ts';
import { material } from './testing/lessons.ts';
import { unaccountedNumbers } from './testing/numbers.ts';
import { originOf, writtenValue } from './values/written.ts';

const lessons = import.meta.glob<{ default: Lesson }>('/content/lessons/*.ts', { eager: true });

/** Without sign and grouping; 亿, of which ten are a billion, as billions. */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/(\d[\d,]*(?:\.\d+)?)(\s?亿)?/g)].map(
    ([, written, tenths]) => Number(written.replaceAll(',', '')) / (tenths ? 10 : 1),
  );

/** What stands in a lesson with its origin, and what the origin says (an error rate where the value is an accuracy). */
const told = Object.values(material.values)
  .flatMap((values) => Object.values(values))
  .flatMap((value) => [writtenValue(value, 'en'), originOf(value, 'en')])
  .flatMap(numbersIn);

const inputSize = 224;
const eightBits = 2 ** 8 - 1;
const [blue, green, red] = meansBGR;
/** Of what questions name and no lesson does. */
const computed = [
  eightBits,
  // The range of an input with its means subtracted, and the mean of these.
  Math.round(red),
  Math.round(eightBits - blue),
  Math.round((blue + green + red) / 3),
  // Positions of conv2_x and of conv4_x; patches of a vision transformer, and its class token.
  (inputSize / 4) ** 2,
  (inputSize / 16) ** 2,
  (inputSize / 16) ** 2 + 1,
  receptiveFields(buildModel('resnet34')).get('res5c')!.size,
];

/** Up to a dozen things are counted where they stand, or are worked out in the sentence. */
const countable = 12;

interface Exercise {
  readonly id: string;
  readonly question: Text;
  readonly options: readonly { readonly text: Text; readonly feedback?: Text }[];
  readonly given?: readonly number[];
}

const exercisesOf = ({ prediction, questions, test: { before, after } }: Lesson): Exercise[] => [
  { ...prediction, id: 'prediction', options: prediction.options.map((text) => ({ text })) },
  ...questions.map((one) => ({ ...one, question: one.text })),
  { ...before, id: 'before', question: before.text },
  { ...after, id: 'after', question: after.text },
];

test.each(Object.entries(lessons))(
  '%s: numbers of questions come from somewhere',
  (_, { default: lesson }) => {
    const wrong = exercisesOf(lesson).flatMap(({ id, question, options, given = [] }) =>
      languages.flatMap((language) => {
        const accounted = new Set([...told, ...computed, ...given]);
        const unknown = (text: Text | undefined, also: readonly number[]) =>
          text === undefined
            ? []
            : unaccountedNumbers({ kind: 'paragraph', parts: [{ kind: 'text', text: text[language] }] })
                .filter((sentence) =>
                  numbersIn(sentence).some(
                    (number) => number > countable && !accounted.has(number) && !also.includes(number),
                  ),
                )
                .map((sentence) => `${id}: ${sentence}`);
        // What a choice says is judged by its feedback, which may repeat it.
        const said = [question, ...options.map(({ text }) => text)].flatMap((text) =>
          numbersIn(text[language]),
        );
        return [...unknown(question, []), ...options.flatMap(({ feedback }) => unknown(feedback, said))];
      }),
    );
    expect(wrong).toEqual([]);
  },
);

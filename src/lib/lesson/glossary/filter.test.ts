import { expect, test } from 'vitest';
import { alphabetical } from './alphabet.ts';
import { filtered } from './filter.ts';
import { glossary } from './index.ts';

const english = alphabetical(glossary, 'en');
const chinese = alphabetical(glossary, 'zh');
const ids = (letters: ReturnType<typeof filtered>) =>
  letters.flatMap(({ words }) => words.map(({ id }) => id));

test('nothing looked for: everything', () => {
  expect(filtered(english, ' ')).toBe(english);
});

test('a word is found by its name, another name, its name in the other language, and its definition', () => {
  expect(ids(filtered(english, 'receptive'))).toEqual(['effective-receptive-field', 'receptive-field']);
  expect(ids(filtered(english, 'Kaiming'))).toEqual(['he-initialisation']);
  expect(ids(filtered(english, '感受野'))).toEqual(['effective-receptive-field', 'receptive-field']);
  expect(ids(filtered(english, 'doppler'))).toEqual([]);
  expect(ids(filtered(chinese, 'overfitting'))).toEqual(['overfitting']);
});

test('Chinese is found within a word and within a sentence', () => {
  expect(ids(filtered(chinese, '感受'))).toContain('receptive-field');
  expect(ids(filtered(chinese, '除以零'))).toEqual(['epsilon']);
});

import { expect, test } from 'vitest';
import { alphabetical, initial } from './alphabet.ts';
import type { Entries } from './entry.ts';

test.each([
  ['gradient', 'G'],
  ['Éclair', 'E'],
  ['1×1 卷积', '#'],
  ['ε', '#'],
  ['梯度', 'T'],
  ['重采样', 'C'],
  ['昂贵', 'A'],
  ['做法', 'Z'],
  ['ReLU', 'R'],
])('%s stands under %s', (word, letter) => {
  expect(initial(word)).toBe(letter);
});

const entries: Entries = {
  stride: { en: { term: 'stride', definition: '1.' }, zh: { term: '步幅', definition: '一。' } },
  bias: {
    en: { term: 'bias', definition: '2.' },
    zh: { term: '偏置', definition: '二。' },
    lesson: 'feeding',
  },
  relu: { en: { term: 'ReLU', definition: '3.' }, zh: { term: 'ReLU', definition: '三。' } },
  batch: { en: { term: 'batch', also: ['b'], definition: '4.' }, zh: { term: '批次', definition: '四。' } },
};

test('words come by letter, each with its name in the other language', () => {
  const english = alphabetical(entries, 'en');
  expect(english.map(({ letter, words }) => [letter, ...words.map(({ id }) => id)])).toEqual([
    ['B', 'batch', 'bias'],
    ['R', 'relu'],
    ['S', 'stride'],
  ]);
  expect(english[0].words[0]).toEqual({
    id: 'batch',
    term: 'batch',
    also: ['b'],
    definition: '4.',
    other: '批次',
    lesson: null,
  });
  expect(
    alphabetical(entries, 'zh').map(({ letter, words }) => [letter, ...words.map(({ id }) => id)]),
  ).toEqual([
    ['B', 'stride'],
    ['P', 'batch', 'bias'],
    ['R', 'relu'],
  ]);
});

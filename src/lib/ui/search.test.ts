import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marked, normalise, relevance, search } from './search.ts';

const titles = (query: string, ...names: string[]) =>
  search(
    query,
    names.map((title) => ({ title })),
  ).map(({ title }) => title);

describe('search', () => {
  test('the very name comes first, then names that begin so, then words that do, then the rest', () => {
    expect(titles('panda', 'expanda', 'giant panda', 'panda bear', 'panda', 'koala')).toEqual([
      'panda',
      'panda bear',
      'giant panda',
      'expanda',
    ]);
  });

  test('of equals the shorter, then the earlier', () => {
    expect(titles('res4', 'res4b_add', 'res4a', 'res4b')).toEqual(['res4a', 'res4b', 'res4b_add']);
  });

  test('words in any order, each must be found', () => {
    expect(titles('cat tiger', 'tiger cat', 'tiger shark', 'Egyptian cat')).toEqual(['tiger cat']);
    expect(titles('panda koala', 'panda', 'koala')).toEqual([]);
  });

  test('an underscore is a space, case and accents count for nothing', () => {
    expect(titles('LESSER PANDA', 'lesser_panda')).toEqual(['lesser_panda']);
    expect(titles('res4d_add', 'res4d', 'res4d_add')).toEqual(['res4d_add']);
    expect(titles('pinata', 'Piñata')).toEqual(['Piñata']);
    expect(normalise('Ｒｅｓ')).toBe('res');
  });

  test('letters with gaps are found, but not just anywhere', () => {
    expect(titles('r4dadd', 'res4d_add', 'res4d')).toEqual(['res4d_add']);
    expect(titles('rnch', 'bn4d_branch2b')).toEqual([]);
    expect(titles('lspnd', 'lesser panda')).toEqual(['lesser panda']);
    expect(titles('xyz', 'lesser panda')).toEqual([]);
    expect(titles('red', 'res4d')).toEqual([]);
  });

  test('what stands in the text counts less than what stands in the title', () => {
    const entries = [
      { title: 'conv1', text: 'Looks for patterns; a ReLU follows' },
      { title: 'relu', text: '' },
    ];
    expect(search('relu', entries).map(({ title }) => title)).toEqual(['relu', 'conv1']);
    expect(relevance('pattern', entries[0])).toBeGreaterThan(0);
  });

  test('Chinese is found within a sentence', () => {
    const entries = [
      { title: 'conv1', text: '卷积：在邻域中寻找图案' },
      { title: 'pool1', text: '最大池化' },
    ];
    expect(search('池化', entries).map(({ title }) => title)).toEqual(['pool1']);
  });

  test('without a query, all as they were', () => {
    expect(titles('  ', 'b', 'a')).toEqual(['b', 'a']);
  });

  test('every title is found by itself, by its beginning, and first by itself', () => {
    const title = fc.stringMatching(/^[a-z][a-z0-9]{0,8}([ _][a-z0-9]{1,8}){0,3}$/);
    fc.assert(
      fc.property(fc.uniqueArray(title, { minLength: 1, maxLength: 12, selector: normalise }), (all) => {
        for (const one of all) {
          expect(titles(one, ...all)[0]).toBe(one);
          expect(titles(one.slice(0, 2), ...all)).toContain(one);
        }
      }),
    );
  });
});

test('what is found in a text is marked, whatever the width, case and accents of its letters', () => {
  const found = (text: string, ...words: string[]) =>
    marked(text, words).map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text));
  expect(found('A naïve test', 'NAIVE')).toEqual(['A ', '[naïve]', ' test']);
  expect(found('ＲｅＬＵ 之后', 'relu', '之后')).toEqual(['[ＲｅＬＵ]', ' ', '[之后]']);
  expect(found('aaab', 'aa', 'ab')).toEqual(['[aaab]']);
  expect(found('nothing', 'x', ' ')).toEqual(['nothing']);
  expect(found('', 'x')).toEqual([]);
});

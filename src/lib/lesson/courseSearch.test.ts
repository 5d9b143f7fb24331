import { describe, expect, test } from 'vitest';
import type { CourseEntry, SearchEntry } from './course.ts';
import { find, passages, type FoundPassage } from './courseSearch.ts';
import { glossary } from './glossary/index.ts';

const entry = (title: string): CourseEntry => ({ title, question: '', description: '', minutes: 10 });

const english = passages(
  [
    { lesson: 'fog', anchor: '', heading: '', text: 'How far can one see? '.repeat(20) },
    { lesson: 'fog', anchor: 'law', heading: 'Koschmieder’s law', text: 'Contrast falls off exponentially.' },
    {
      lesson: 'feeding',
      anchor: 'bgr',
      heading: 'Blue first',
      text: `${'Padding text. '.repeat(30)}The naïve rescaling divides by 255. ${'More text. '.repeat(30)}`,
    },
  ] satisfies SearchEntry[],
  { fog: entry('Fog'), feeding: entry('Feeding the network') },
  glossary,
  'en',
);

const chinese = passages(
  [
    {
      lesson: 'normalisation',
      anchor: 'modes',
      heading: '两种模式',
      text: '训练时，批归一化使用当前批次的统计量；推理时，它改用训练中积累下来的移动平均。',
    },
  ],
  { normalisation: entry('批归一化与初始化') },
  glossary,
  'zh',
);

const paths = (found: readonly FoundPassage[]) => found.map(({ passage }) => passage.path);
const marks = (found: readonly FoundPassage[]) =>
  [...found[0].title, ...found[0].excerpt].filter(({ isFound }) => isFound).map(({ text }) => text);

describe('in English', () => {
  test('by a heading, by words of the text, by a word of the glossary', () => {
    expect(paths(find('koschmieder', english, 'en'))).toContain('/lessons/fog/#law');
    expect(paths(find('contrast exponentially', english, 'en'))).toContain('/lessons/fog/#law');
    expect(paths(find('receptive field', english, 'en'))[0]).toBe('/lessons/glossary/#receptive-field');
    expect(paths(find('far can one', english, 'en'))[0]).toBe('/lessons/fog/');
  });

  test('the excerpt is short, has whole words and marks what was found, whatever its accents', () => {
    const [found] = find('NAIVE 255', english, 'en');
    const text = found.excerpt.map(({ text }) => text).join('');
    expect(text).toMatch(/^… \w.*The naïve rescaling divides by 255\..*\w[.]? …$/);
    expect(text.length).toBeLessThan(200);
    expect(marks([found])).toEqual(['naïve', '255']);
  });

  test('the excerpt is where most of the words are', () => {
    const [found] = find('more rescaling', english, 'en');
    expect(marks([found]).slice(0, 2)).toEqual(['rescaling', 'More']);
  });

  test('all words have to be there, and nothing is found for nothing', () => {
    expect(find('rescaling koschmieder', english, 'en')).toEqual([]);
    expect(find('  ', english, 'en')).toEqual([]);
    expect(find('…', english, 'en')).toEqual([]);
  });
});

describe('in Chinese', () => {
  test('within a sentence, without any boundary', () => {
    const found = find('前批次的统计', chinese, 'zh');
    expect(paths(found)).toContain('/lessons/normalisation/#modes');
    expect(marks(found)).toEqual(['前批次的统计']);
  });

  test('words written together are found where they stand apart', () => {
    const found = find('推理统计量', chinese, 'zh');
    const lesson = found.filter(({ passage }) => passage.kind === 'lesson');
    expect(paths(lesson)).toEqual(['/lessons/normalisation/#modes']);
    expect(marks(lesson)).toEqual(['统计', '推理']);
  });

  test('characters that make no word of the dictionary are taken together', () => {
    expect(paths(find('捷径恒等', chinese, 'zh'))).toContain('/lessons/glossary/#shortcut-options');
    expect(paths(find('捷径恒等', chinese, 'zh'))).not.toContain('/lessons/glossary/#shortcut');
  });

  test('by the English name', () => {
    expect(paths(find('overfitting', chinese, 'zh'))[0]).toBe('/lessons/glossary/#overfitting');
  });
});

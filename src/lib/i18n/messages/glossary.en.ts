import { formatNumber } from '../format.ts';

const count = (value: number) => formatNumber(value, 'en');

/** The page with all words of the course. */
export const glossary = {
  title: 'Glossary',
  description:
    'The words of the lessons on residual networks, each defined in a sentence or two, with its Chinese name.',
  intro: (words: number) =>
    `${count(words)} words of the course, each in a sentence or two. In the lessons the same definitions come up where a word is underlined with dots.`,
  course: 'All lessons',
  filter: 'Find a word',
  placeholder: 'Part of a word, in either language, or of its definition',
  letters: 'Letters',
  found: (words: number) => (words === 1 ? 'one word' : `${count(words)} words`),
  none: 'No word of the glossary has this.',
  all: 'Show all words',
  also: 'also',
  inLesson: (title: string) => `Lesson: ${title}`,
  /** The heading over words that begin with no letter. */
  signs: 'Signs and numbers',
};

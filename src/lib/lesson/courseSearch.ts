/** Finding a passage of the course, or a word of its glossary: pure; the index comes with the build. */
import type { Language } from '../i18n/languages.ts';
import { marked, normalise, relevance, type Piece } from '../ui/search.ts';
import type { CourseEntry, LessonId, SearchEntry } from './course.ts';
import type { Entries } from './glossary/entry.ts';

export interface Passage {
  readonly kind: 'lesson' | 'word';
  /** From the site's root, without language. */
  readonly path: `/${string}`;
  readonly title: string;
  /** The lesson that it is in; null where the title says so. */
  readonly lesson: string | null;
  readonly text: string;
}

export interface FoundPassage {
  readonly passage: Passage;
  readonly title: readonly Piece[];
  readonly excerpt: readonly Piece[];
}

type Titles = Readonly<Partial<Record<LessonId, CourseEntry>>>;

/** Everything that can be found, in one language. */
export function passages(
  index: readonly SearchEntry[],
  lessons: Titles,
  glossary: Entries,
  language: Language,
): Passage[] {
  const words = Object.entries(glossary).map(([id, entry]): Passage => {
    const { term, also = [], definition } = entry[language];
    const other = entry[language === 'en' ? 'zh' : 'en'].term;
    const names = [...new Set([term, ...also, other])];
    return {
      kind: 'word',
      path: `/lessons/glossary/#${id}`,
      title: names.join(' · '),
      lesson: null,
      text: definition,
    };
  });
  const parts = index.map(({ lesson, anchor, heading, text }): Passage => {
    const title = lessons[lesson]?.title ?? lesson;
    return {
      kind: 'lesson',
      path: `/lessons/${lesson}/${anchor && `#${anchor}`}`,
      title: heading || title,
      lesson: heading && heading !== title ? title : null,
      text,
    };
  });
  return [...words, ...parts];
}

/** Letters that merely occur in a title one after the other count less than this. */
const least = 10;

/** What it counts that the words follow each other as they were written. */
const asWritten = 60;
const has = ({ text }: Passage, asked: string) => normalise(text).includes(normalise(asked));

/** Passages that have all words of the query, best first. */
export function find(query: string, among: readonly Passage[], language: Language): FoundPassage[] {
  if (normalise(query) === '') return [];
  for (const words of [query.trim().split(/\s+/), segments(query, language)]) {
    if (words.length === 0) continue;
    const asked = words.join(' ');
    const found = among
      .map((passage) => ({ passage, score: relevance(asked, passage) }))
      .filter(({ score }) => score >= least * words.length)
      .map(({ passage, score }) => ({ passage, score: score + (has(passage, asked) ? asWritten : 0) }))
      .sort((a, b) => b.score - a.score);
    if (found.length > 0) {
      return found.map(({ passage }) => ({
        passage,
        title: marked(passage.title, words),
        excerpt: excerpt(passage.text, words, language),
      }));
    }
  }
  return [];
}

/** Characters that bind words and say little by themselves. */
const binding = /^[的了是在和与及或把被有]$/u;

/**
 * The query's words where none stands between spaces, as in Chinese. What the dictionary has not as a word comes in
 * single characters: those that follow each other are taken as one, those that stand alone are left out.
 */
function segments(query: string, language: Language): string[] {
  const cut = new Intl.Segmenter(language, { granularity: 'word' }).segment(query);
  const words: string[] = [];
  let single = '';
  for (const { segment, isWordLike } of [...cut, { segment: ' ', isWordLike: false }]) {
    const isSingle = isWordLike && [...segment].length === 1 && !binding.test(segment);
    if (isSingle) {
      single += segment;
      continue;
    }
    if ([...single].length > 1) words.push(single);
    single = '';
    if (isWordLike && [...segment].length > 1) words.push(segment);
  }
  return words;
}

/** How much of a text is shown, in characters; a Chinese one is worth two. */
const lengths: Readonly<Record<Language, number>> = { en: 170, zh: 80 };

/** The piece of a text that has most of the words. */
function excerpt(text: string, words: readonly string[], language: Language): Piece[] {
  const length = lengths[language];
  const places = placesOf(text, words);
  const within = (from: number) =>
    new Set(places.filter(({ at }) => at >= from && at < from + (length * 2) / 3).map(({ word }) => word))
      .size;
  const best = places.reduce<number | null>(
    (best, { at }) => (best === null || within(at) > within(best) ? at : best),
    null,
  );
  const characters = [...text];
  const start = best === null ? 0 : wordStart(characters, Math.max(0, best - Math.round(length / 3)));
  const end = wordEnd(characters, Math.min(characters.length, start + length));
  const part = characters.slice(start, end).join('').trim();
  return marked(`${start > 0 ? '… ' : ''}${part}${end < characters.length ? ' …' : ''}`, words);
}

/** Where each of the words stands, in characters, from first to last. */
function placesOf(text: string, words: readonly string[]): { word: string; at: number }[] {
  const places = words.flatMap((word) => {
    let at = 0;
    return marked(text, [word]).flatMap(({ text: piece, isFound }) => {
      const from = at;
      at += [...piece].length;
      return isFound ? [{ word, at: from }] : [];
    });
  });
  return places.sort((a, b) => a.at - b.at);
}

const isBetween = (character: string | undefined) =>
  character === undefined || /[\s\p{Script=Han}，。]/u.test(character);

function wordStart(characters: readonly string[], from: number): number {
  let at = from;
  while (at > 0 && !isBetween(characters[at - 1])) at--;
  return at;
}

function wordEnd(characters: readonly string[], from: number): number {
  let at = from;
  while (at < characters.length && !isBetween(characters[at])) at++;
  return at;
}

/** The glossary in the order of a dictionary. */
import type { Language } from '../../i18n/languages.ts';
import type { LessonId } from '../course.ts';
import type { Entries } from './entry.ts';

/** A word as the glossary's page shows it. */
export interface ListedWord {
  readonly id: string;
  readonly term: string;
  readonly also: readonly string[];
  readonly definition: string;
  /** In the other language. */
  readonly other: string;
  readonly lesson: LessonId | null;
}

export interface Letter {
  /** 'A' … 'Z'; '#' for what begins with none. */
  readonly letter: string;
  readonly words: readonly ListedWord[];
}

const collators = {
  en: new Intl.Collator('en', { numeric: true }),
  zh: new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true }),
};

/** For each initial of Pinyin the first common character that has it: no syllable begins with i, u or v. */
const firstOf = [
  ['A', '阿'],
  ['B', '八'],
  ['C', '嚓'],
  ['D', '搭'],
  ['E', '蛾'],
  ['F', '发'],
  ['G', '噶'],
  ['H', '哈'],
  ['J', '击'],
  ['K', '喀'],
  ['L', '垃'],
  ['M', '妈'],
  ['N', '拿'],
  ['O', '哦'],
  ['P', '啪'],
  ['Q', '期'],
  ['R', '然'],
  ['S', '撒'],
  ['T', '塌'],
  ['W', '挖'],
  ['X', '昔'],
  ['Y', '压'],
  ['Z', '匝'],
] as const;

/** A character of two readings is sorted by the one that it has at the beginning of these words. */
const sorted = (word: string): string => word.replace(/^重/, '虫');

/** The letter under which a word stands: of its Pinyin, where it begins with a Chinese character. */
export function initial(word: string): string {
  const [first] = sorted(word);
  if (/\p{Script=Han}/u.test(first)) {
    return firstOf.findLast(([, character]) => collators.zh.compare(character, first) <= 0)?.[0] ?? '#';
  }
  const letter = first.normalize('NFD')[0].toUpperCase();
  return /[A-Z]/.test(letter) ? letter : '#';
}

/** All words of a language by their initials, '#' first. */
export function alphabetical(entries: Entries, language: Language): Letter[] {
  const other = language === 'en' ? 'zh' : 'en';
  const words = Object.entries(entries)
    .map(([id, entry]): ListedWord => {
      const { term, also = [], definition } = entry[language];
      return { id, term, also, definition, other: entry[other].term, lesson: entry.lesson ?? null };
    })
    .sort((a, b) => collators[language].compare(sorted(a.term), sorted(b.term)));
  const letters = [...new Set(words.map(({ term }) => initial(term)))].sort();
  return letters.map((letter) => ({ letter, words: words.filter(({ term }) => initial(term) === letter) }));
}

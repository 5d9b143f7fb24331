import { relevance } from '../../ui/search.ts';
import type { Letter } from './alphabet.ts';

/** Letters that merely occur in a name one after the other count less than this. */
const least = 10;

/** The words that have what is looked for in a name, in either language, or in their definition; the order stays. */
export function filtered(letters: readonly Letter[], query: string): readonly Letter[] {
  if (query.trim() === '') return letters;
  return letters
    .map(({ letter, words }) => ({
      letter,
      words: words.filter(
        ({ term, also, other, definition }) =>
          relevance(query, { title: [term, ...also, other].join(' · '), text: definition }) >= least,
      ),
    }))
    .filter(({ words }) => words.length > 0);
}

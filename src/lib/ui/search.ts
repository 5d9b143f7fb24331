/** Finding things by what a reader types: pure, the same for the palette and for the choice of a class. */

export interface Searchable {
  /** What it is called; matches here count most. */
  readonly title: string;
  /** What else it can be found by: a sentence, other names. */
  readonly text?: string;
}

/** As it is compared: case, accents and the width of letters count for nothing, an underscore is a space. */
const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('_', ' ');

export const normalise = (text: string): string => folded(text).trim();

/**
 * How well an entry answers a query; 0 when it does not. Every word of the query must be found: at the beginning of
 * a word, within one, or (in the title) as letters that follow each other with gaps.
 */
export function relevance(query: string, { title, text = '' }: Searchable): number {
  const wanted = normalise(query);
  if (wanted === '') return 1;
  const name = normalise(title);
  if (name === wanted) return 1000;
  const rest = normalise(text);
  let sum = name.startsWith(wanted) ? 500 : startsWord(name, wanted) ? 250 : 0;
  for (const word of wanted.split(/\s+/)) {
    const found = wordRelevance(word, name, rest);
    if (found === 0) return 0;
    sum += found;
  }
  return sum;
}

function wordRelevance(word: string, name: string, rest: string): number {
  if (name.split(/[^\p{L}\p{N}]+/u).includes(word)) return 120;
  if (startsWord(name, word)) return 100;
  if (name.includes(word)) return 50;
  if (startsWord(rest, word)) return 20;
  if (rest.includes(word)) return 10;
  return isScattered(word, name) ? 2 : 0;
}

/** Whether a word of the text begins so. */
function startsWord(text: string, start: string): boolean {
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
  }
  return false;
}

/** Whether the letters of a word stand in the name in this order, from the start of one of its words, near each other. */
function isScattered(word: string, name: string): boolean {
  if (word.length < 4) return false;
  for (let start = 0; start < name.length; start++) {
    if (name[start] !== word[0] || (start > 0 && /[\p{L}\p{N}]/u.test(name[start - 1]))) continue;
    let at = start;
    for (let letter = 1; letter < word.length && at >= 0; letter++) at = name.indexOf(word[letter], at + 1);
    if (at >= 0 && at - start < word.length * 3) return true;
  }
  return false;
}

/** The entries that answer a query, best first; of equals the shorter title, then the earlier. */
export function search<T extends Searchable>(query: string, entries: readonly T[]): T[] {
  if (normalise(query) === '') return [...entries];
  return entries
    .map((entry) => ({ entry, score: relevance(query, entry) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.entry.title.length - b.entry.title.length)
    .map(({ entry }) => entry);
}

/** A piece of a text, and whether it is one of the words looked for. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** The text in pieces: what is found of the words, and what lies between. */
export function marked(text: string, words: readonly string[]): Piece[] {
  // Folding may lengthen a character or drop it: `from[i]` is where the i-th folded one comes from.
  const characters = [...text];
  const parts = characters.map(folded);
  const from = parts.flatMap((part, at) => Array.from(part, () => at));
  const whole = parts.join('');
  const isFound = new Array<boolean>(characters.length).fill(false);
  for (const word of words.map(normalise)) {
    if (word === '') continue;
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + word.length)) {
      isFound.fill(true, from[at], from[at + word.length - 1] + 1);
    }
  }
  const pieces: { text: string; isFound: boolean }[] = [];
  characters.forEach((character, at) => {
    const last = pieces.at(-1);
    if (last?.isFound === isFound[at]) last.text += character;
    else pieces.push({ text: character, isFound: isFound[at] });
  });
  return pieces;
}

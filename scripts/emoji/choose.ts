/** Which emoji belong to which class, and which icon of each set shows them. */
import { emojiClasses } from './sources.ts';

/** As in emojibase's list. */
export interface EmojiEntry {
  readonly label: string;
  readonly hexcode: string;
  readonly subgroup?: number;
}

/** One emoji set as its package has it. */
export interface IconSet {
  readonly id: string;
  /** Icon names by code points, where the set has such a list. */
  readonly chars: Readonly<Record<string, string>>;
  readonly names: ReadonlySet<string>;
}

export interface Concept {
  readonly name: string;
  /** Hexadecimal code points, joined by '-'. */
  readonly code: string;
  readonly class: string;
  /** Set → icon. */
  readonly icons: ReadonlyMap<string, string>;
}

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A concept's icon in a set: by code points, else by one of its names. */
function iconOf(
  { chars, names }: IconSet,
  byLetters: ReadonlyMap<string, string>,
  code: string,
  texts: readonly string[],
) {
  const found = chars[code] ?? chars[code.replaceAll('-fe0f', '')];
  if (found !== undefined && names.has(found)) return found;
  return texts.map((text) => byLetters.get(letters(text))).find((name) => name !== undefined);
}

/**
 * The emoji of the ten classes that at least `leastSets` of the sets have; at most `most` of a class, spread evenly over
 * the Unicode list, whose neighbours look alike.
 *
 * @param subgroups names of emojibase's subgroups by their number
 * @param unicodeNames by code points
 */
export function chooseConcepts(
  entries: readonly EmojiEntry[],
  subgroups: ReadonlyMap<number, string>,
  unicodeNames: Readonly<Record<string, string>>,
  sets: readonly IconSet[],
  { leastSets, most }: { readonly leastSets: number; readonly most: number },
): Concept[] {
  const lookups = sets.map(({ names }) => new Map([...names].map((name) => [letters(name), name])));
  return Object.entries(emojiClasses).flatMap(([id, kinds]) => {
    const all = entries.flatMap(({ label, hexcode, subgroup }) => {
      if (subgroup === undefined || !kinds.includes(subgroups.get(subgroup) ?? '')) return [];
      const code = hexcode.toLowerCase();
      const texts = [label, unicodeNames[hexcode.replaceAll('-FE0F', '')] ?? ''];
      const icons = new Map(
        sets.flatMap((set, i) => {
          const icon = iconOf(set, lookups[i], code, texts);
          return icon === undefined ? [] : [[set.id, icon] as const];
        }),
      );
      return icons.size >= leastSets ? [{ name: label, code, class: id, icons }] : [];
    });
    const step = Math.max(1, all.length / most);
    return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]);
  });
}

/** Every fifth concept of a class is kept for tests: no concept is on both sides, in any of its drawings. */
export const isForTest = (indexInClass: number): boolean => indexInClass % 5 === 4;

/** What a palette lists: groups of entries, those that answer the query best first. */
import { relevance, search, type Searchable } from './search.ts';

export interface PaletteEntry extends Searchable {
  /** Unique in the palette. */
  readonly id: string;
  /** Stands beside the title. */
  readonly detail?: string;
  /** Of the title, where it is not the page's. */
  readonly lang?: 'en';
  /** A shortcut that does the same, key by key. */
  readonly keys?: readonly string[];
  readonly disabled?: boolean;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly name: string;
  readonly entries: readonly PaletteEntry[];
  /** Listed while nothing is typed. */
  readonly atFirst?: boolean;
}

export interface FoundGroup extends PaletteGroup {
  /** How many entries answer; `entries` are the best of them. */
  readonly all: number;
}

/** @param most entries of a group that are listed */
export function found(query: string, groups: readonly PaletteGroup[], most: number): FoundGroup[] {
  const isBlank = query.trim() === '';
  return groups
    .filter(({ atFirst }) => !isBlank || atFirst)
    .map((group) => {
      const entries = search(query, group.entries);
      const best = entries.length > 0 ? relevance(query, entries[0]) : 0;
      return { group: { ...group, entries: entries.slice(0, most), all: entries.length }, best };
    })
    .filter(({ group }) => group.all > 0)
    .sort((a, b) => b.best - a.best)
    .map(({ group }) => group);
}

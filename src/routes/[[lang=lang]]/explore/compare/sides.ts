import type { Language } from '$lib/i18n/languages.ts';
import type { compare as words } from '$lib/i18n/messages/compare.en.ts';
import type { Comparison } from '$lib/state/comparison.svelte.ts';
import type { ExplorePage } from '$lib/state/explorePage.svelte.ts';
import { samples } from '$lib/state/samples.ts';

/** What distinguishes the two sides, by name. */
export interface Sides {
  readonly a: string;
  readonly b: string;
}

const titleOf = (id: string | null | undefined, language: Language): string | undefined =>
  samples.find((sample) => sample.id === id)?.title[language];

/** The names of the two sides of a comparison. */
export function sidesOf(
  { state, explorer }: ExplorePage,
  { wantsOwn, own }: Comparison,
  { sides }: typeof words,
  language: Language,
): Sides {
  const source = explorer.picture?.source;
  const here = titleOf(source?.sample, language) ?? source?.name ?? '';
  if (wantsOwn) return { a: here, b: own?.name ?? '' };
  switch (state.compare?.kind) {
    case 'picture':
      return { a: here, b: titleOf(state.compare.sample, language) ?? '' };
    case 'node':
      return { a: state.node, b: state.compare.node };
    default:
      return { a: sides.changed, b: sides.trained };
  }
}

import type { Handle } from '@sveltejs/kit';
import { languageOf, languageTags } from '$lib/i18n/index.ts';

/** The two fonts of nearly every formula: without them the text of a lesson moves when they arrive. */
const isOfFormulas = (route: string | null, font: string) =>
  (route?.endsWith('/lessons/[lesson]') ?? false) && /KaTeX_(?:Main-Regular|Math-Italic)/.test(font);

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', languageTags[languageOf(event.url)]),
    preload: ({ type, path }) =>
      type === 'js' ||
      type === 'css' ||
      (type === 'font' && (path.includes('inter-latin-wght-normal') || isOfFormulas(event.route.id, path))),
  });

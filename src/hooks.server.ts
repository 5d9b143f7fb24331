import type { Handle } from '@sveltejs/kit';
import { languageOf, languageTags } from '$lib/i18n/index.ts';

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', languageTags[languageOf(event.url)]),
    preload: ({ type, path }) =>
      type === 'js' || type === 'css' || (type === 'font' && path.includes('inter-latin-wght-normal')),
  });

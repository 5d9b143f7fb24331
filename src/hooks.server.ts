import type { Handle } from '@sveltejs/kit';
import { languageOf, languageTags } from '$lib/i18n/index.ts';

/** The two fonts of nearly every formula: without them the text of a lesson moves when they arrive. */
const isOfFormulas = (route: string | null, font: string) =>
  (route?.endsWith('/lessons/[lesson]') ?? false) && /KaTeX_(?:Main-Regular|Math-Italic)/.test(font);

/**
 * A page can be read before its script is there. So the script, and what it would fetch at once, wait in a template
 * that src/app.html puts in place after the first paint: on a slow line the text does not wait for either.
 */
function heldBack(html: string): string {
  const preloads: string[] = [];
  return html
    .replace(/<link [^>]*rel="modulepreload"[^>]*>\s*/g, (link) => (preloads.push(link.trim()), ''))
    .replace(
      /<script>\s*\{\s*__sveltekit_[^]*?<\/script>/,
      (script) => `<template id="held-back">${preloads.join('')}${script}</template>`,
    );
}

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => heldBack(html.replace('%lang%', languageTags[languageOf(event.url)])),
    preload: ({ type, path }) =>
      type === 'js' ||
      type === 'css' ||
      (type === 'font' && (path.includes('inter-latin-wght-normal') || isOfFormulas(event.route.id, path))),
  });
